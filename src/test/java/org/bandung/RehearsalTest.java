package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.Imports;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/// A rehearsal over a real database tells what would become of everything, and leaves no trace.
class RehearsalTest {

  @TempDir Path folder;

  private Path file(String name, String... ids) throws Exception {
    var activities =
        Stream.of(ids)
            .map(id ->
                """
                <iati-activity default-currency="USD">
                <iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-QM-1" type="10"><narrative>Meridia</narrative></reporting-org>
                <title><narrative>Wells %s</narrative></title>
                </iati-activity>
                """
                    .formatted(id, id))
            .collect(Collectors.joining());
    var text = "<iati-activities version=\"2.03\">" + activities + "</iati-activities>";
    return Files.writeString(folder.resolve(name), text);
  }

  private static ImportSummary run(Imports imports, Path file, boolean dryRun) {
    var request = new ImportRequest(List.of(file.toString()), dryRun, true, Optional.empty(), "en");
    return imports.importIati(request, ImportProgress.SILENT);
  }

  @Test
  void tellsWhatWouldBeWithdrawnAndWithdrawsNothing() throws Exception {
    var environment =
        Map.of("BANDUNG_HOME", folder.resolve("home").toString(), "BANDUNG_STARTER", "no");
    try (var house =
        Bandung.start(
            Settings.read(environment, folder), WebApplicationType.NONE, OptionalInt.empty())) {
      var imports = house.getBean(Imports.class);
      var registry = house.getBean(Registry.class);
      run(imports, file("all.xml", "XM-QM-1-a", "XM-QM-1-b", "XM-QM-1-c"), false);
      var fewer = file("fewer.xml", "XM-QM-1-a", "XM-QM-1-new");

      var rehearsed = run(imports, fewer, true);

      assertThat(rehearsed.withdrawn()).isEqualTo(2);
      assertThat(registry.counts(Reader.PUBLIC).initiatives()).isEqualTo(3);
      assertThat(registry.listImports(Reader.PUBLIC, 10)).hasSize(1);
      assertThat(run(imports, fewer, false).withdrawn()).isEqualTo(2);
      assertThat(registry.counts(Reader.PUBLIC).initiatives()).isEqualTo(2);
    }
  }
}
