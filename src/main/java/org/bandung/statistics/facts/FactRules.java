package org.bandung.statistics.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.reference.Reference;
import org.bandung.registry.counted.Contributions;
import org.bandung.registry.counted.Countable;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Contribution;
import org.bandung.registry.said.Role;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// Makes the row that is counted of an initiative: pure.
final class FactRules {

  /// Of a longer text nothing is kept: no code of any list is that long.
  private static final int LONGEST_CODE = 200;

  private final Reference reference;

  FactRules(Reference reference) {
    this.reference = reference;
  }

  /// @param currentYear the last year in which something without an end counts
  Fact fact(Countable c, int currentYear) {
    var content = c.content();
    var reading = c.reading();
    return new Fact(
        c.id(),
        new Fact.Marks(
            reading.modality(),
            reading.scope().orElse(""),
            reading.southSouth(),
            c.standing() == Countable.Standing.COMPILED,
            text(content.kind()),
            text(content.status()),
            c.standing().code()),
        days(c, currentYear),
        reading.tags().stream().filter(t -> t.length() <= LONGEST_CODE).sorted().toList(),
        c.reporters(),
        c.sides().stream().map(s -> new Fact.Side(s.country().alpha3(), s.role().code())).toList(),
        sectors(content.classifications()),
        recipients(c),
        flows(c));
  }

  private static Fact.Days days(Countable c, int currentYear) {
    var period = c.reading().period();
    int first = year(period.start() != null ? period.start() : period.end());
    int last =
        period.end() != null
            ? Math.min(period.end().year(), 2200)
            : period.ongoing() && first != Fact.UNKNOWN ? Math.max(first, currentYear) : first;
    return new Fact.Days(
        c.reading().statusDate().map(FactRules::day).orElse(Fact.UNKNOWN),
        first,
        Math.max(first, last),
        delay(c.content().planned().start(), c.content().actual().start()),
        duration(
            either(c.content().actual().start(), c.content().planned().start()),
            either(c.content().actual().end(), c.content().planned().end())));
  }

  /// Told from days only: the first of a month or year in place of a day nobody named would be a
  /// delay nobody reported. What began before it was planned to has one below zero.
  private static int delay(@Nullable PartialDate planned, @Nullable PartialDate actual) {
    return planned == null || actual == null || planned.day() == 0 || actual.day() == 0
        ? Fact.UNKNOWN
        : day(actual) - day(planned);
  }

  /// From the first day that the start can mean to the last that the end can; none where the end
  /// comes first.
  private static int duration(@Nullable PartialDate start, @Nullable PartialDate end) {
    int first = day(start);
    int last = end == null ? Fact.UNKNOWN : (int) end.latest().toEpochDay();
    return first == Fact.UNKNOWN || last == Fact.UNKNOWN || last < first
        ? Fact.UNKNOWN
        : last - first + 1;
  }

  private static @Nullable PartialDate either(
      @Nullable PartialDate one, @Nullable PartialDate other) {
    return one != null ? one : other;
  }

  /// Years that cannot be meant are not told: each would be a row of its own.
  private static int year(@Nullable PartialDate date) {
    return date == null || date.year() < 1900 || date.year() > 2200 ? Fact.UNKNOWN : date.year();
  }

  private static int day(@Nullable PartialDate date) {
    return date == null ? Fact.UNKNOWN : (int) date.earliest().toEpochDay();
  }

  /// A date in one number.
  private static int number(@Nullable PartialDate date) {
    return date == null ? Fact.UNKNOWN : date.year() * 10_000 + date.month() * 100 + date.day();
  }

  /// Groups of sectors; the vocabulary of the DAC, five digits before three, as IATI ranks them.
  private List<Share> sectors(List<Classification> classifications) {
    var own = classifications.stream().filter(c -> c.scheme().equals("dac-sector-group")).toList();
    var five = dac(classifications, 5);
    var used = !own.isEmpty() ? own : !five.isEmpty() ? five : dac(classifications, 3);
    return Shares.of(used.stream().map(c -> new Shares.Part(group(c), c.percentage())).toList());
  }

  private static List<Classification> dac(List<Classification> classifications, int digits) {
    return classifications.stream()
        .filter(c -> c.scheme().equals("dac-sector") && c.code().length() == digits)
        .toList();
  }

  private String group(Classification c) {
    if (c.scheme().equals("dac-sector-group")) {
      return text(c.code());
    }
    var groups = reference.crosswalk("dac-sector", c.code().substring(0, 3), "dac-sector-group");
    return groups.isEmpty() ? "" : groups.getFirst();
  }

  private static List<Share> recipients(Countable c) {
    var parts = new ArrayList<Shares.Part>();
    for (var participant : c.content().participants()) {
      if (participant.role().receives() && participant.country() != null) {
        parts.add(new Shares.Part(participant.country().alpha3(), participant.percentage()));
      }
    }
    return Shares.of(parts);
  }

  private List<Flow> flows(Countable c) {
    var giver = only(c, true);
    var receiver = only(c, false);
    return c.given().stream().map(g -> flow(c, g, giver, receiver)).toList();
  }

  private Flow flow(
      Countable c, Countable.Given given, Optional<String> giver, Optional<String> receiver) {
    var said = given.what();
    var amount = said.amount();
    var quantity = said.quantity();
    var date = date(said, c);
    return new Flow(
        said.kind(),
        amount == null ? null : amount.value(),
        amount == null ? "" : text(amount.currency()),
        number(said.valueDate() != null ? said.valueDate() : date),
        year(date),
        given
            .giver()
            .map(CountryCode::alpha3)
            .or(() -> said.provider() == null ? giver : Optional.empty())
            .orElse(""),
        given.receiver().map(CountryCode::alpha3).or(() -> receiver).orElse(""),
        form(said, c),
        terms(said),
        quantity == null ? null : quantity.number(),
        quantity == null ? "" : text(quantity.unit()),
        sectors(said.classifications()));
  }

  /// Of a promise without a date the initiative's start is taken; when something was paid, nobody
  /// can guess.
  private static @Nullable PartialDate date(Contribution said, Countable c) {
    var period = said.period();
    if (period.start() != null) {
      return period.start();
    }
    if (period.end() != null) {
      return period.end();
    }
    if (said.valueDate() != null) {
      return said.valueDate();
    }
    boolean promised =
        switch (said.kind()) {
          case "commitment", "pledge", "contribution", "unspecified" -> true;
          default -> false;
        };
    return promised ? start(c.reading().period()) : null;
  }

  private static @Nullable PartialDate start(Period period) {
    return period.start();
  }

  /// The only country on a side: who gives or receives where the contribution does not say.
  private static Optional<String> only(Countable c, boolean giving) {
    var countries =
        c.sides().stream()
            .filter(s -> giving ? gives(s.role()) : s.role().receives())
            .map(s -> s.country().alpha3())
            .distinct()
            .toList();
    return countries.size() == 1 ? Optional.of(countries.getFirst()) : Optional.empty();
  }

  private static boolean gives(Role role) {
    return role.provides();
  }

  /// The form the contribution tells; else the only one the initiative has.
  private static String form(Contribution said, Countable c) {
    if (said.form() != null) {
      return text(said.form());
    }
    var before = "k:cooperation-form:";
    var forms = c.reading().tags().stream().filter(t -> t.startsWith(before)).toList();
    return forms.size() == 1 ? forms.getFirst().substring(before.length()) : "";
  }

  private static String terms(Contribution said) {
    return said.classifications().stream()
        .filter(mark -> mark.scheme().equals(Contributions.TERMS))
        .map(mark -> text(mark.code()))
        .findFirst()
        .orElse("");
  }

  private static String text(@Nullable String code) {
    return code == null || code.length() > LONGEST_CODE ? "" : code;
  }
}
