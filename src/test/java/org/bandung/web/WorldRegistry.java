package org.bandung.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bandung.access.Reader;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.CountryTies;
import org.bandung.registry.Facets;
import org.bandung.registry.ImportRun;
import org.bandung.registry.ImportView;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.RegistryCounts;
import org.bandung.registry.Role;
import org.bandung.registry.SourceView;

/// Thirty initiatives of an invented world; only words and modality narrow the list.
final class WorldRegistry implements Registry {

  static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

  private static final List<String> TITLES =
      List.of(
          "Seed banks for dry uplands",
          "=HYPERLINK(\"evil\") of nurses",
          "Solar <b>pumps</b> & wells",
          "Training of ferry engineers",
          "Community radio in island schools");

  private static final List<InitiativePage.Summary> ALL =
      IntStream.range(0, 30).mapToObj(WorldRegistry::summary).toList();

  static CountryCode country(String letter) {
    return new CountryCode("Q" + letter + letter);
  }

  private static InitiativePage.Summary summary(int i) {
    var modality = i % 3 == 0 ? "triangular" : "bilateral";
    var countries = new java.util.ArrayList<InitiativePage.CountryRole>();
    countries.add(new InitiativePage.CountryRole(country("M"), Role.PROVIDER));
    countries.add(new InitiativePage.CountryRole(country(i % 2 == 0 ? "N" : "P"), Role.RECIPIENT));
    if (i % 3 == 0) {
      countries.add(new InitiativePage.CountryRole(country("X"), Role.FACILITATOR));
    }
    var language = i % 5 == 3 ? "es" : "en";
    return new InitiativePage.Summary(
        "i" + i,
        "QM-AG-" + i,
        LocalizedText.of(language, TITLES.get(i % 5)),
        new Period(
            PartialDate.ofYear(2015 + i % 9),
            i % 4 == 0 ? null : PartialDate.ofYear(2024),
            i % 4 == 0),
        modality,
        Optional.of(i % 2 == 0 ? "intraregional" : "interregional"),
        countries,
        List.of("31120"),
        List.of("iati:QM-AG"),
        i % 7 == 6);
  }

  private static boolean fits(InitiativePage.Summary item, InitiativeFilter filter) {
    return filter.modality().map(m -> m.equals(item.modality())).orElse(true)
        && filter
            .words()
            .map(w ->
                item.title().in("en").orElseThrow().text().toLowerCase().contains(w.toLowerCase()))
            .orElse(true)
        && (filter.compilations() || !item.compilationOnly());
  }

  @Override
  public ImportRun beginImport(String channel, String description) {
    throw new UnsupportedOperationException();
  }

  @Override
  public InitiativePage list(
      Reader reader, InitiativeFilter filter, Optional<String> cursor, int limit) {
    int from = cursor.map(Integer::parseInt).orElse(0);
    var fitting = ALL.stream().filter(i -> fits(i, filter)).toList();
    int to = Math.min(fitting.size(), from + limit);
    return new InitiativePage(
        fitting.subList(from, to), to < fitting.size() ? Optional.of("" + to) : Optional.empty());
  }

  @Override
  public Facets facets(Reader reader, InitiativeFilter filter) {
    var fitting = ALL.stream().filter(i -> fits(i, filter)).toList();
    long triangular = fitting.stream().filter(i -> i.modality().equals("triangular")).count();
    return new Facets(
        fitting.size(),
        List.of(count("bilateral", fitting.size() - triangular), count("triangular", triangular)),
        List.of(count("QMM", fitting.size()), count("QNN", 13), count("QPP", 12), count("QXX", 9)),
        List.of(count("provider", fitting.size()), count("recipient", fitting.size())),
        List.of(count("31120", fitting.size())),
        IntStream.range(2012, 2026).mapToObj(y -> count("" + y, y - 2010)).toList(),
        List.of(count("iati:QM-AG", fitting.size())));
  }

  private static Facets.Count count(String code, long initiatives) {
    return new Facets.Count(code, initiatives);
  }

  @Override
  public Optional<InitiativeView> find(Reader reader, String id) {
    return switch (id) {
      case "broken" -> throw new IllegalStateException("invented failure");
      case "merged" -> Optional.of(WorldInitiative.view(Optional.of("merged")));
      case "i0", "QM-AG/0 a" -> Optional.of(WorldInitiative.view(Optional.empty()));
      default -> Optional.empty();
    };
  }

  @Override
  public CountryTies ties(Reader reader, CountryCode country) {
    return country.alpha3().equals("QOO")
        ? new CountryTies(0, List.of(), List.of(), List.of(), List.of())
        : new CountryTies(
            25,
            List.of(count("provider", 20), count("recipient", 5)),
            List.of(count("bilateral", 16), count("triangular", 9)),
            List.of(count("31120", 25)),
            List.of(
                new CountryTies.Tie(country("P"), 12, 0, 12, 12),
                new CountryTies.Tie(country("N"), 8, 5, 13, 13),
                new CountryTies.Tie(country("X"), 0, 0, 9, 9)));
  }

  @Override
  public List<SourceView> listSources(Reader reader) {
    return List.of(source());
  }

  private static SourceView source() {
    return new SourceView(
        "iati:QM-AG",
        "iati",
        "QM-AG",
        LocalizedText.of("en", "Mirador Agency for Cooperation"),
        30,
        1,
        4,
        Optional.of(NOON));
  }

  @Override
  public Optional<SourceView> findSource(Reader reader, String key) {
    return listSources(reader).stream().filter(s -> s.key().equals(key)).findFirst();
  }

  @Override
  public List<ImportView> listImports(Reader reader, int limit) {
    return findImport(reader, 1).stream().toList();
  }

  @Override
  public Optional<ImportView> findImport(Reader reader, long id) {
    var note =
        new Note(
            12,
            "QM-AG-3",
            Note.Severity.ERROR,
            "6.2.2",
            "transaction/value",
            List.of("The value must have a date."));
    return id != 1
        ? Optional.empty()
        : Optional.of(
            new ImportView(
                1,
                "iati",
                "activities.xml",
                "finished",
                NOON,
                Optional.of(NOON.plusSeconds(4)),
                1,
                List.of(
                    new ImportView.File(
                        "activities.xml",
                        1000,
                        31,
                        30,
                        0,
                        0,
                        1,
                        1,
                        0.5,
                        "",
                        List.of(new ImportView.CodeCount("6.2.2", Note.Severity.ERROR, 1)),
                        List.of(note)))));
  }

  @Override
  public RegistryCounts counts(Reader reader) {
    return new RegistryCounts(
        30,
        26,
        4,
        26,
        31,
        1,
        1,
        facets(reader, InitiativeFilter.ALL).modalities(),
        Optional.of(NOON));
  }
}
