package org.bandung.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;
import org.bandung.web.frame.Words;

/// A country's status, categories and groupings as seen on one day: now, to come, past.
record CountryStatus(List<Line> development, List<Line> categories, List<Line> groupings) {

  /// When it holds, seen from the day.
  enum When {
    NOW,
    COMING,
    PAST
  }

  /// One dated row.
  ///
  /// @param name the classification, category or grouping
  /// @param value what the country is under it
  /// @param certainty `confirmed`, `scheduled` or `unsure`
  /// @param ending the end that lies in the future, or empty
  record Line(
      String code,
      String name,
      String value,
      When when,
      String certainty,
      String from,
      String to,
      String ending,
      String note) {}

  static CountryStatus of(Reference reference, CountryCode country, LocalDate day, Words words) {
    return new CountryStatus(
        lines(
            reference.statusHistory(country),
            day,
            words,
            code -> schemeName(reference, code, words),
            "status"),
        lines(
            reference.categories(country),
            day,
            words,
            code -> words.word("category", code),
            "membership"),
        lines(reference.membershipsOf(country), day, words, words::grouping, "membership"));
  }

  private static String schemeName(Reference reference, String code, Words words) {
    return reference.statusSchemes().stream()
        .filter(s -> s.code().equals(code))
        .flatMap(s -> s.name().in(words.language()).stream())
        .map(s -> s.text())
        .findFirst()
        .orElse(code);
  }

  private static List<Line> lines(
      List<Membership> rows,
      LocalDate day,
      Words words,
      java.util.function.UnaryOperator<String> name,
      String values) {
    return rows.stream()
        .map(row -> line(row, day, words, name.apply(row.grouping()), values))
        .sorted(Comparator.comparing(Line::when).thenComparing(Line::name, words.collator()))
        .toList();
  }

  static Line line(Membership row, LocalDate day, Words words, String name, String values) {
    boolean endsLater = row.to().map(t -> t.earliest().isAfter(day)).orElse(false);
    var to = row.to().map(words::date).orElse("");
    return new Line(
        row.grouping(),
        name,
        words.word(values, row.status()),
        when(row, day),
        row.certainty(),
        row.from().map(words::date).orElse(""),
        endsLater ? "" : to,
        endsLater ? to : "",
        row.note());
  }

  static When when(Membership row, LocalDate day) {
    if (row.holdsOn(day)) {
      return When.NOW;
    }
    return row.from().map(PartialDate::earliest).map(f -> f.isAfter(day)).orElse(false)
        ? When.COMING
        : When.PAST;
  }
}
