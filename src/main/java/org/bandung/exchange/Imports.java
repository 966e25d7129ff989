package org.bandung.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bandung.access.Reader;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.reference.Reference;
import org.bandung.registry.ImportRun;
import org.bandung.registry.Registry;
import org.bandung.registry.Statement;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Brings open data into the registry; the one entrance of this module.
@Service
public class Imports {

  /// The part of the database that imports need.
  interface Transactions {
    <T> T inTransaction(Supplier<T> work);
  }

  private final Registry registry;
  private final Parties parties;
  private final Reference reference;
  private final Transactions transactions;
  private final IatiSettings iati;

  @Autowired
  public Imports(
      Registry registry,
      Parties parties,
      Reference reference,
      Database database,
      IatiSettings iati) {
    this(
        registry,
        parties,
        reference,
        iati,
        new Transactions() {
          @Override
          public <T> T inTransaction(Supplier<T> work) {
            return database.inTransaction(work);
          }
        });
  }

  Imports(
      Registry registry,
      Parties parties,
      Reference reference,
      IatiSettings iati,
      Transactions transactions) {
    this.registry = registry;
    this.parties = parties;
    this.reference = reference;
    this.iati = iati;
    this.transactions = transactions;
  }

  /// Imports activity and organisation files of IATI 2.01 to 2.03.
  public ImportSummary importIati(ImportRequest request, ImportProgress progress) {
    var reader = new IatiReader(iati, reference);
    var description = String.join(" ", request.inputs());
    try (var report = new ImportReport(request.report(), request.language());
        var run = request.dryRun() ? new Rehearsal() : registry.beginImport("iati", description)) {
      var pipeline =
          new ImportPipeline(
              reader, run, organisations(request.dryRun()), report, progress, request.inputs());
      pipeline.run();
      boolean doubtful =
          !pipeline.unreadable().isEmpty()
              || pipeline.files().stream().anyMatch(f -> f.refused() > 0);
      int withdrawn = run.finish(request.complete() && !doubtful);
      return new ImportSummary(
          pipeline.files(),
          pipeline.unreadable(),
          withdrawn,
          request.complete() && doubtful,
          request.dryRun(),
          pipeline.seconds());
    }
  }

  /// Loads the starter collection into a registry that has never taken anything in.
  ///
  /// @return how many initiatives were written; 0 if the registry is not new
  public int importStarterIfNew() {
    if (!registry.listImports(Reader.OPERATOR, 1).isEmpty()) {
      return 0;
    }
    var statements = StarterReader.read();
    try (var run = registry.beginImport(StarterReader.CHANNEL, "starter collection")) {
      var receipts = run.receive(statements);
      run.finish(false);
      return receipts.size();
    }
  }

  private ImportPipeline.Organisations organisations(boolean rehearsal) {
    return new ImportPipeline.Organisations() {
      @Override
      public Set<String> known(List<String> hashes) {
        return new HashSet<>(parties.known(hashes));
      }

      @Override
      public List<Parties.Receipt> receive(List<OrganisationStatement> statements) {
        return rehearsal
            ? undone(() -> parties.receive(statements))
            : transactions.inTransaction(() -> parties.receive(statements));
      }
    };
  }

  /// Does the work, and then undoes what it wrote.
  private <T> T undone(Supplier<T> work) {
    var results = new java.util.ArrayList<T>(1);
    try {
      transactions.inTransaction(() -> {
        results.add(work.get());
        throw new Undo();
      });
    } catch (Undo e) {
      return results.getFirst();
    }
    throw new IllegalStateException("an undone transaction was committed");
  }

  /// Rolls a transaction back that was only tried.
  private static final class Undo extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undo() {
      super("undone on purpose", null, false, false);
    }
  }

  /// An import that only looks what would become of each statement: every call is undone.
  private final class Rehearsal implements ImportRun {

    private <T> T tried(Function<ImportRun, T> call) {
      return undone(() -> {
        try (var run = registry.beginImport("iati", "rehearsal")) {
          return call.apply(run);
        }
      });
    }

    @Override
    public Map<String, Known> known(Collection<String> contentHashes) {
      return tried(run -> run.known(contentHashes));
    }

    @Override
    public List<Receipt> receive(List<Statement> statements) {
      return tried(run -> run.receive(statements));
    }

    @Override
    public void seen(Collection<Known> known) {}

    @Override
    public void fileDone(FileReport report) {}

    @Override
    public int finish(boolean complete) {
      return 0;
    }

    @Override
    public void close() {}
  }
}
