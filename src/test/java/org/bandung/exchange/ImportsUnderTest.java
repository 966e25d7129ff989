package org.bandung.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The imports of a node whose facts are kept in memory.
final class ImportsUnderTest {

  final FakeRegistry registry = new FakeRegistry();
  final FakeParties parties = new FakeParties();
  final Imports imports =
      new Imports(
          registry,
          parties,
          new FakeReference(),
          new IatiSettings(Optional.empty()),
          new Imports.Transactions() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
              var undo = registry.savepoint();
              try {
                return work.get();
              } catch (RuntimeException e) {
                undo.run();
                throw e;
              }
            }
          });

  ImportSummary run(String... inputs) {
    return run(false, false, inputs);
  }

  ImportSummary run(boolean dryRun, boolean complete, String... inputs) {
    return imports.importIati(
        new ImportRequest(List.of(inputs), dryRun, complete, Optional.empty(), "en"),
        ImportProgress.SILENT);
  }

  ImportSummary report(Path report, String input) {
    return imports.importIati(
        new ImportRequest(List.of(input), false, false, Optional.of(report), "en"),
        ImportProgress.SILENT);
  }

  List<String> codes() {
    return registry.reports.stream()
        .flatMap(r -> r.notes().stream())
        .map(n -> n.code())
        .distinct()
        .toList();
  }
}
