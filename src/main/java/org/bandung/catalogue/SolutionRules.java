package org.bandung.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;

/// Makes a solution of a completed initiative: a pure function of what is reported of it.
///
/// What was done is its description, the result what its results say, the evidence its measured
/// indicators, the places of application its recipients; the problem and the conditions are not
/// reported by initiatives and stay so.
final class SolutionRules {

  /// Finalisation and closed, in the words of IATI.
  private static final Set<String> COMPLETED = Set.of("3", "4");

  private SolutionRules() {}

  /// Whether it has come to its end: as its sources say, else by its last day.
  static boolean completed(Content content, LocalDate today) {
    var status = content.status();
    if (status != null) {
      return COMPLETED.contains(status);
    }
    var end = content.actual().end();
    return end != null && end.latest().isBefore(today);
  }

  /// Whether there is anything that others could do likewise.
  static boolean tells(Content content) {
    return !content.description().isEmpty() || !content.results().isEmpty();
  }

  /// What the solution says.
  static Details.Solution details(String initiative, Content content) {
    return new Details.Solution(
        LocalizedText.EMPTY,
        content.description(),
        joined(content.results().stream().flatMap(r -> Stream.of(r.title(), r.description()))),
        measured(content.results()),
        LocalizedText.EMPTY,
        initiative);
  }

  /// What it shares with the initiative.
  static Content content(Content of) {
    return new Content(
        null,
        of.title(),
        LocalizedText.EMPTY,
        null,
        Period.UNKNOWN,
        Period.UNKNOWN,
        of.participants().stream()
            .map(p -> p.role() == Role.FUNDER ? p.inRole(Role.FACILITATOR) : p)
            .distinct()
            .toList(),
        Stream.concat(
                of.classifications().stream(),
                of.contributions().stream().flatMap(c -> forms(c).stream()))
            .distinct()
            .toList(),
        of.places(),
        List.of(),
        List.of(),
        List.of(),
        of.links(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Content.Classification> forms(Content.Contribution contribution) {
    return contribution.form() == null
        ? List.of()
        : List.of(
            new Content.Classification(
                "cooperation-form", contribution.form(), null, LocalizedText.EMPTY));
  }

  private static LocalizedText joined(Stream<LocalizedText> texts) {
    var all = new TreeMap<String, String>();
    texts
        .flatMap(t -> t.byLanguage().entrySet().stream())
        .forEach(
            t -> all.merge(t.getKey(), t.getValue(), (a, b) -> a.contains(b) ? a : a + "\n" + b));
    return new LocalizedText(all);
  }

  /// `title: baseline → actual (target)`, with what was reported of these.
  private static LocalizedText measured(List<Content.Result> results) {
    var lines = new TreeMap<String, List<String>>();
    for (var result : results) {
      for (var indicator : result.indicators()) {
        for (var title : indicator.title().byLanguage().entrySet()) {
          indicator.periods().stream()
              .map(Content.Measured::actual)
              .filter(actual -> actual != null && !actual.isBlank())
              .forEach(actual ->
                  lines
                      .computeIfAbsent(title.getKey(), l -> new ArrayList<>())
                      .add(line(title, indicator.baseline(), actual)));
        }
      }
    }
    var texts = new TreeMap<String, String>();
    lines.forEach((language, said) -> texts.put(language, String.join("\n", said)));
    return new LocalizedText(texts);
  }

  private static String line(
      Map.Entry<String, String> title,
      @org.jspecify.annotations.Nullable String baseline,
      String actual) {
    var from = baseline == null || baseline.isBlank() ? "" : baseline + " → ";
    return title.getValue() + ": " + from + actual;
  }
}
