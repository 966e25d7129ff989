package org.bandung.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.EntryPage;
import org.bandung.catalogue.EntryView;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.parties.Parties.OrganisationPage;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Derivation;
import org.bandung.registry.Facets;
import org.bandung.registry.ImportView;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Question;
import org.bandung.store.ChangeFeed;
import org.bandung.store.ChangeLog;

/// Facts of the invented world: one initiative between Meridia and Pelaria, and who stated it.
final class InventedFacts implements Facts {

  static final String ID = "0abcdefghjkmnpqr";
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final CountryCode QMM = new CountryCode("QMM");
  private static final CountryCode QPP = new CountryCode("QPP");

  InitiativeFilter asked = InitiativeFilter.ALL;
  boolean ready = true;
  String state = "1";
  Optional<RuntimeException> failure = Optional.empty();

  @Override
  public String state() {
    return state;
  }

  @Override
  public InitiativePage initiatives(InitiativeFilter filter, Optional<String> cursor, int limit) {
    failure.ifPresent(f -> {
      throw f;
    });
    asked = filter;
    if (cursor.isPresent() && !cursor.get().equals("second")) {
      throw new IllegalArgumentException("not my cursor");
    }
    return new InitiativePage(
        List.of(summary()), cursor.isPresent() ? Optional.empty() : Optional.of("second"));
  }

  private static InitiativePage.Summary summary() {
    return new InitiativePage.Summary(
        ID,
        "QM-1-wells",
        LocalizedText.of("es", "Pozos para todos"),
        new Period(PartialDate.ofYear(2024), null, true),
        "bilateral",
        Optional.of("interregional"),
        List.of(
            new InitiativePage.CountryRole(QMM, Role.PROVIDER),
            new InitiativePage.CountryRole(QPP, Role.RECIPIENT)),
        List.of("140"),
        List.of("iati:QM-1"),
        false);
  }

  @Override
  public Optional<InitiativeView> initiative(String id) {
    if (!id.equals(ID)) {
      return Optional.empty();
    }
    return Optional.of(
        new InitiativeView(
            ID,
            Optional.empty(),
            content(),
            Map.of("title", "iati:QM-1#QM-1-wells"),
            derivation(),
            List.of(statement()),
            List.of(new InitiativeView.Related("1", "QM-1-water", Optional.empty())),
            List.of(
                new InitiativeView.Reply(
                    QMM, "Mesa", LocalizedText.of("es", "Fueron doce pozos"), NOON))));
  }

  private static Content content() {
    return new Content(
        "project",
        LocalizedText.of("es", "Pozos para todos"),
        LocalizedText.EMPTY,
        "2",
        Period.UNKNOWN,
        new Period(new PartialDate(2024, 5, 0), null, true),
        List.of(Participant.country(Role.PROVIDER, QMM), Participant.country(Role.RECIPIENT, QPP)),
        List.of(new Content.Classification("dac-sector", "140", "62.5", LocalizedText.EMPTY)),
        List.of(),
        List.of(contribution()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Content.Contribution contribution() {
    return new Content.Contribution(
        "disbursement",
        null,
        Period.UNKNOWN,
        new ReportedAmount(new BigDecimal("1200000.005"), "QMD"),
        null,
        new Quantity(new BigDecimal("14"), "person-day"),
        null,
        false,
        mention("Meridian Agency for Cooperation"),
        mention("Pelarian Water Board"),
        QPP,
        null,
        List.of(),
        LocalizedText.EMPTY);
  }

  private static Participant.OrganisationMention mention(String name) {
    return new Participant.OrganisationMention(null, LocalizedText.of("en", name), "10", null);
  }

  private static Derivation derivation() {
    return new Derivation(
        "bilateral",
        6,
        Optional.of("interregional"),
        Optional.of(false),
        List.of("COMM"),
        Optional.of(new PartialDate(2024, 5, 0)),
        "world",
        List.of(
            new Derivation.CountedAs(Optional.of(QMM), Optional.empty(), Role.PROVIDER, "PS"),
            new Derivation.CountedAs(Optional.of(QPP), Optional.empty(), Role.RECIPIENT, "RS")),
        List.of("status:QZZ"));
  }

  private static InitiativeView.StatementView statement() {
    return new InitiativeView.StatementView(
        "iati:QM-1#QM-1-wells",
        "iati:QM-1",
        "QM-1-wells",
        Statement.Speaker.PARTY,
        Optional.empty(),
        NOON,
        Optional.empty(),
        1,
        content(),
        List.of(note()));
  }

  private static Note note() {
    return new Note(7, "QM-1-wells", Note.Severity.WARNING, "6.2.2", "sector", List.of());
  }

  @Override
  public List<CountryTies.Flow> flows(InitiativeFilter filter) {
    asked = filter;
    return List.of();
  }

  @Override
  public CountryTies ties(CountryCode country) {
    return new CountryTies(
        3,
        List.of(new Facets.Count("provider", 2)),
        List.of(new Facets.Count("bilateral", 2)),
        List.of(new Facets.Count("140", 1)),
        List.of(new CountryTies.Tie(QPP, 2, 0, 2, 2)));
  }

  private static Organisation organisation() {
    return new Organisation(
        "agency",
        "coordinating-agency",
        Optional.of("10"),
        Optional.of(QMM),
        "MAC",
        LocalizedText.of("en", "Meridian Agency for Cooperation"),
        List.of("QM-1"),
        Optional.empty(),
        Optional.empty(),
        "invented");
  }

  @Override
  public OrganisationPage organisations(
      OrganisationFilter filter, Optional<String> cursor, int limit) {
    return new OrganisationPage(List.of(organisation()), Optional.empty());
  }

  @Override
  public Optional<Organisation> organisation(String id) {
    return Optional.of(organisation()).filter(o -> o.id().equals(id));
  }

  @Override
  public List<Organisation> coordinatingAgencies(CountryCode country) {
    return country.equals(QMM) ? List.of(organisation()) : List.of();
  }

  @Override
  public List<SourceView> sources() {
    return List.of(stated("iati:QN-1"), stated("iati:QM-1"), stated("starter:bandung"));
  }

  private static SourceView stated(String key) {
    int colon = key.indexOf(':');
    return new SourceView(
        key,
        key.substring(0, colon),
        key.substring(colon + 1),
        LocalizedText.EMPTY,
        1,
        0,
        1,
        Optional.of(NOON));
  }

  @Override
  public Optional<SourceView> source(String key) {
    return sources().stream().filter(s -> s.key().equals(key)).findFirst();
  }

  @Override
  public List<ImportView> imports(int limit) {
    return List.of(run(12), run(9));
  }

  private static ImportView run(long id) {
    return new ImportView(
        id,
        "iati",
        "wells.xml",
        "finished",
        NOON,
        Optional.of(NOON.plusSeconds(2)),
        0,
        List.of(
            new ImportView.File(
                "wells.xml",
                100,
                1,
                1,
                0,
                0,
                0,
                1,
                0.1,
                "",
                List.of(new ImportView.CodeCount("6.2.2", Note.Severity.WARNING, 1)),
                List.of(note()))));
  }

  @Override
  public Optional<ImportView> importRun(long id) {
    return imports(1).stream().filter(r -> r.id() == id).findFirst();
  }

  @Override
  public Registry.Counts counts() {
    return new Registry.Counts(
        1, 1, 0, 1, 1, 0, 1, List.of(new Facets.Count("bilateral", 1)), Optional.empty());
  }

  /// What changed: a thing twice, one withdrawn, one merged, one closed, one never public, and
  /// something that is nobody's business.
  @Override
  public ChangeFeed.Answer changes(Optional<String> after, int limit) {
    return switch (after.orElse("")) {
      case "elsewhere" -> new ChangeFeed.Elsewhere();
      case "unreadable" -> new ChangeFeed.Unreadable();
      case "end" -> new ChangeFeed.Page(List.of(), "end", true);
      default ->
          new ChangeFeed.Page(
              List.of(
                  change("registry", "initiative", ID),
                  change("registry", "initiative", "withdrawn"),
                  change("registry", "initiative", "closed"),
                  change("registry", "initiative", "secret"),
                  change("parties", "organisation", "mentioned"),
                  change("access", "password", "secret"),
                  change("registry", "initiative", ID)),
              "end",
              false);
    };
  }

  private static ChangeLog.Change change(String module, String kind, String id) {
    return new ChangeLog.Change(ChangeLog.Cursor.START, module, kind, id);
  }

  @Override
  public ChangeFeed.Page changesNow() {
    return new ChangeFeed.Page(List.of(), "end", true);
  }

  @Override
  public Optional<org.bandung.reference.money.Deflator> deflator(Question question) {
    return question
        .prices()
        .map(p ->
            new org.bandung.reference.money.Deflator(
                "prices",
                "USD",
                "Invented prices",
                new java.util.TreeMap<>(Map.of(2015, java.math.BigDecimal.ONE))));
  }

  @Override
  public org.bandung.statistics.indicators.Indicators indicators() {
    return new org.bandung.statistics.indicators.Indicators(
        org.bandung.statistics.indicators.IndicatorCatalogue.shipped(),
        new org.bandung.statistics.QuestionText(org.bandung.reference.InventedWorld.reference()),
        this::figures);
  }

  /// A table of one figure and one that nobody reported.
  @Override
  public Optional<Answer> figures(Question question) {
    var two = new Answer.Cell(2, 2, 0);
    var none = new Answer.Cell(0, 0, 1);
    return Optional.of(
        new Answer(
            question,
            List.of("QMM", ""),
            List.of(),
            Map.of(),
            Map.of("QMM", two, "", none),
            Map.of(),
            new Answer.Cell(2, 2, 1),
            new Answer.Coverage(3, 1, 0)));
  }

  @Override
  public EntryPage entries(EntryFilter filter, Optional<String> cursor, int limit) {
    return new EntryPage(
        List.of(
            new EntryPage.Summary(
                ID,
                EntryKind.EVENT,
                LocalizedText.of("es", "Feria de pozos"),
                Period.UNKNOWN,
                List.of(),
                List.of("140"),
                List.of("es"),
                "table:QM-1",
                LocalDate.of(2026, 11, 24))),
        Optional.empty());
  }

  @Override
  public Optional<EntryView> entry(String id) {
    return initiative(ID)
        .filter(view -> id.equals(ID))
        .map(view ->
            new EntryView(
                ID,
                EntryKind.EVENT,
                "table:QM-1",
                "V-1",
                view.composed(),
                new Details.Event("expo", LocalizedText.of("es", "Puerto"), 40, null),
                List.of(
                    new EntryView.Contact(
                        Role.ACCOUNTABLE, LocalizedText.of("es", "Mesa"), Optional.empty())),
                List.of(note()),
                NOON,
                NOON,
                LocalDate.of(2026, 11, 24),
                false));
  }

  @Override
  public Map<String, Fate> fates(ChangeRoutes.Kind kind, Collection<String> ids) {
    return kind == ChangeRoutes.Kind.ORGANISATION
        ? Map.of("mentioned", new Fate.Merged("agency"))
        : Map.of(
            ID,
            new Fate.Current(Optional.of(NOON)),
            "withdrawn",
            new Fate.Withdrawn(Optional.empty()),
            "closed",
            new Fate.Closed());
  }

  @Override
  public boolean ready() {
    return ready;
  }
}
