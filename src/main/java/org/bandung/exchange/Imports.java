package org.bandung.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bandung.catalogue.Catalogue;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.tables.TableGround;
import org.bandung.exchange.tables.TableMapping;
import org.bandung.kernel.Note;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationStatement;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Reference;
import org.bandung.registry.ImportRun;
import org.bandung.registry.Registry;
import org.bandung.registry.decisions.OwnWord;
import org.bandung.registry.said.Statement;
import org.bandung.store.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/// Brings open data into the registry; the one entrance of this module.
@Service
public class Imports {

  /// What imports need of the facts and the ground.
  interface House {
    /// Whether nothing was ever imported.
    boolean hasNoImports();

    ImportRun beginImport(String channel, String description);

    Collection<String> knownOrganisations(Collection<String> hashes);

    List<Parties.Receipt> receiveOrganisations(List<OrganisationStatement> statements);

    Catalogue catalogue();

    CountryResolution resolveCountry(String codeOrName);

    String referenceFingerprint();

    /// Keys of the sources that speak on this node itself.
    Set<String> ownVoices();

    /// Whether people here decided that some of these are not one.
    boolean decidedOtherwise(Collection<String> initiatives);

    void tellAsOne(Collection<String> initiatives);

    <T> T inTransaction(Supplier<T> work);
  }

  private final House house;
  private final IatiSettings iati;
  private final InputSettings reach;

  @Autowired
  Imports(House house, IatiSettings iati, InputSettings reach) {
    this.reach = reach;
    this.house = house;
    this.iati = iati;
  }

  /// The key, in the bundle `exchange`, of the message that says what to do about a note.
  public static Optional<String> whatToDo(String code) {
    return IatiNotes.whatToDo(code);
  }

  /// Every kind of note that a report may hold, with its weight; official rules not included.
  public static Map<String, Note.Severity> kindsOfNotes() {
    var kinds = new LinkedHashMap<String, Note.Severity>();
    IatiNotes.codes().forEach(code -> kinds.put(code, IatiNotes.severity(code)));
    return kinds;
  }

  /// Imports activity and organisation files of IATI 2.01 to 2.03.
  public ImportSummary importIati(ImportRequest request, ImportProgress progress) {
    return importIati(request, progress, new IatiReader(iati, countries()));
  }

  /// Imports what a node wrote out as its statements stood there: under the names of those who
  /// stated them, with their ids. Whoever calls it trusts that node; a file that any node could
  /// have written is imported like every other.
  public ImportSummary importStatements(ImportRequest request, ImportProgress progress) {
    var reader = new IatiReader(iati, countries(), house.ownVoices());
    return importIati(request, progress, reader);
  }

  private ImportSummary importIati(
      ImportRequest request, ImportProgress progress, IatiReader reader) {
    var description = published(request);
    try (var report = new ImportReport(request.report(), request.language());
        var run =
            request.dryRun() ? new Rehearsal("iati") : house.beginImport("iati", description)) {
      var pipeline =
          new ImportPipeline(
              reader, run, beside(request.dryRun()), report, progress, request.inputs(), reach);
      pipeline.run();
      return summary(
          request,
          run::finish,
          pipeline.files(),
          pipeline.unreadable(),
          List.of(),
          pipeline.seconds());
    }
  }

  /// Imports tables through a mapping.
  public ImportSummary importTable(
      ImportRequest request, TableMapping mapping, ImportProgress progress) {
    var channel = mapping.channel();
    var description = mapping.name() + ": " + published(request);
    try (var report = new ImportReport(request.report(), request.language());
        var run =
            request.dryRun() ? new Rehearsal(channel) : house.beginImport(channel, description)) {
      var receiver = receiver(mapping, run, request.dryRun());
      var tables = new TableImport(mapping, ground(), run, receiver, report, progress, reach);
      tables.run(request.inputs());
      return summary(
          request,
          receiver::finish,
          tables.files(),
          tables.unreadable(),
          tables.unmapped(),
          tables.seconds());
    }
  }

  private TableReceiver receiver(TableMapping mapping, ImportRun run, boolean rehearsal) {
    return mapping.makes().isEmpty()
        ? new TableReceiver.Initiatives(run)
        : new TableReceiver.Entries(
            house.catalogue(), run, rehearsal ? this::undone : Supplier::get);
  }

  private static String published(ImportRequest request) {
    return request.inputs().stream().map(Printable::published).collect(Collectors.joining(" "));
  }

  /// Ends an import; says how many were withdrawn.
  private interface Ending {
    int finish(boolean complete);
  }

  /// Ends the run. Where something was refused or unreadable, nobody can tell what has vanished.
  private static ImportSummary summary(
      ImportRequest request,
      Ending end,
      List<ImportSummary.File> files,
      List<ImportSummary.Unreadable> unreadable,
      List<ImportSummary.Unmapped> unmapped,
      double seconds) {
    boolean doubtful = ImportSummary.exitValue(files, unreadable) != 0;
    int withdrawn = end.finish(request.complete() && !doubtful);
    return new ImportSummary(
        files,
        unreadable,
        unmapped,
        withdrawn,
        request.complete() && doubtful,
        request.dryRun(),
        seconds);
  }

  private TableGround ground() {
    return new TableImport.Ground(house::resolveCountry, house::referenceFingerprint);
  }

  /// Loads the starter collection into a registry that has never taken anything in.
  ///
  /// @return how many initiatives were written; 0 if the registry is not new
  public int importStarterIfNew() {
    if (!house.hasNoImports()) {
      return 0;
    }
    var statements = StarterReader.read();
    try (var run = house.beginImport(StarterReader.CHANNEL, "starter collection")) {
      var receipts = run.receive(statements);
      run.finish(false);
      return receipts.size();
    }
  }

  private IatiRecord.Countries countries() {
    return new IatiRecord.Countries() {
      @Override
      public CountryResolution resolve(String codeOrName) {
        return house.resolveCountry(codeOrName);
      }

      @Override
      public String fingerprint() {
        return house.referenceFingerprint();
      }
    };
  }

  private ImportPipeline.Beside beside(boolean rehearsal) {
    return new ImportPipeline.Beside() {
      @Override
      public Set<String> known(List<String> hashes) {
        return new HashSet<>(house.knownOrganisations(hashes));
      }

      @Override
      public List<Parties.Receipt> receive(List<OrganisationStatement> statements) {
        return rehearsal
            ? undone(() -> house.receiveOrganisations(statements))
            : house.inTransaction(() -> house.receiveOrganisations(statements));
      }

      @Override
      public boolean areOne(Set<String> initiatives) {
        return house.inTransaction(() -> {
          boolean told = !house.decidedOtherwise(initiatives);
          if (told && !rehearsal) {
            house.tellAsOne(initiatives);
          }
          return told;
        });
      }
    };
  }

  /// Does the work, and then undoes what it wrote.
  private <T> T undone(Supplier<T> work) {
    var results = new java.util.ArrayList<T>(1);
    try {
      house.inTransaction(() -> {
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
    private final String channel;
    private final Map<Long, String> sourceOfSeen = new HashMap<>();

    Rehearsal(String channel) {
      this.channel = channel;
    }

    private <T> T tried(Function<ImportRun, T> call) {
      return undone(() -> {
        try (var run = house.beginImport(channel, "rehearsal")) {
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
      var receipts = tried(run -> run.receive(statements));
      for (int i = 0; i < receipts.size(); i++) {
        sourceOfSeen.put(receipts.get(i).statement(), statements.get(i).source().key());
      }
      return receipts;
    }

    @Override
    public void seen(Collection<Known> known) {
      known.forEach(k -> sourceOfSeen.put(k.statement(), k.sourceKey()));
    }

    @Override
    public void fileDone(FileReport report) {}

    @Override
    public int finish(boolean complete) {
      if (!complete) {
        return 0;
      }
      return tried(run -> {
        run.seen(
            sourceOfSeen.entrySet().stream()
                .map(s -> new Known(s.getKey(), s.getValue(), "", true, "", List.of()))
                .toList());
        return run.finish(true);
      });
    }

    @Override
    public void close() {}
  }

  /// The modules below this one.
  @Component
  record RealHouse(
      Registry registry,
      Parties parties,
      Catalogue catalogue,
      Reference reference,
      Database database,
      ObjectProvider<OwnWord> own)
      implements House {

    @Override
    public boolean hasNoImports() {
      return registry.listImports(Reader.OPERATOR, 1).isEmpty();
    }

    @Override
    public ImportRun beginImport(String channel, String description) {
      return registry.beginImport(channel, description);
    }

    @Override
    public Collection<String> knownOrganisations(Collection<String> hashes) {
      return parties.known(hashes);
    }

    @Override
    public List<Parties.Receipt> receiveOrganisations(List<OrganisationStatement> statements) {
      return parties.receive(statements);
    }

    @Override
    public CountryResolution resolveCountry(String codeOrName) {
      return reference.resolveCountry(codeOrName);
    }

    @Override
    public String referenceFingerprint() {
      return reference.fingerprint();
    }

    @Override
    public Set<String> ownVoices() {
      return own.getObject().voices();
    }

    @Override
    public boolean decidedOtherwise(Collection<String> initiatives) {
      return own.getObject().decidedOtherwise(initiatives);
    }

    @Override
    public void tellAsOne(Collection<String> initiatives) {
      registry.tellAsOne(initiatives);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
      return database.inTransaction(work);
    }
  }
}
