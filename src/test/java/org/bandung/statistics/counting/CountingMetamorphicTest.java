package org.bandung.statistics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Side;

/// What a change of the records must do to figures, exactly; and the engine against a second one
/// that counts with sets.
class CountingMetamorphicTest {

  private static final List<String> COUNTRIES = List.of("QMM", "QNN", "QOO", "QPP", "QRR");
  private static final List<String> ROLES = List.of("provider", "recipient", "dual", "facilitator");
  private static final List<String> CURRENCIES = List.of("USD", "EUR");

  /// Facts of any kind, the same for the same seed.
  static List<Fact> world(long seed) {
    var random = new Random(seed);
    var facts = new ArrayList<Fact>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      int first = 2015 + random.nextInt(4);
      var fact = Facts.fact("i" + i).years(first, first + random.nextInt(3));
      for (int s = random.nextInt(4); s > 0; s--) {
        fact.side(pick(COUNTRIES, random), pick(ROLES, random));
      }
      for (int f = random.nextInt(4); f > 0; f--) {
        fact.given(
            random.nextInt(5) == 0 ? "" : Integer.toString(random.nextInt(2000) - 200),
            pick(CURRENCIES, random),
            first,
            pick(COUNTRIES, random),
            pick(COUNTRIES, random));
      }
      facts.add(random.nextInt(5) == 0 ? fact.compiled().build() : fact.build());
    }
    return facts;
  }

  private static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  private static Answer ask(List<Fact> facts, Question question) {
    return CounterTest.counter(facts).count(question).orElseThrow();
  }

  private static Question given(Dimension rows) {
    return Question.money(Measure.GIVEN, "USD", rows);
  }

  @Property(tries = 300)
  void initiativesByPairAreThoseOfASecondCountWithSets(@ForAll long seed) {
    var facts = world(seed);
    var expected = new HashMap<String, Set<String>>();
    for (var fact : facts) {
      if (!fact.marks().compiled()) {
        for (var a : of(fact, "provider")) {
          for (var b : of(fact, "recipient")) {
            if (!a.equals(b)) {
              expected.computeIfAbsent(a + " " + b, k -> new HashSet<>()).add(fact.id());
            }
          }
        }
      }
    }

    var answer = ask(facts, Question.initiatives(Dimension.PROVIDER).by(Dimension.RECIPIENT));

    var counted = new TreeMap<String, Long>();
    answer
        .cells()
        .forEach((row, cells) ->
            cells.forEach((column, cell) -> {
              if (!row.isEmpty() && !column.isEmpty()) {
                counted.put(row + " " + column, cell.value());
              }
            }));
    var wanted = new TreeMap<String, Long>();
    expected.forEach((pair, ids) -> wanted.put(pair, (long) ids.size()));
    assertThat(counted).isEqualTo(wanted);
  }

  private static Set<String> of(Fact fact, String role) {
    var countries = new TreeSet<String>();
    for (var side : fact.sides()) {
      if (side.role().equals(role) || side.role().equals("dual")) {
        countries.add(side.country());
      }
    }
    return countries;
  }

  @Property(tries = 300)
  void amountsByYearAreThoseOfASecondSum(@ForAll long seed) {
    var facts = world(seed);
    var expected = new TreeMap<String, BigDecimal>();
    for (var fact : facts) {
      for (var flow : fact.flows()) {
        if (!fact.marks().compiled() && flow.amount() != null && flow.currency().equals("USD")) {
          expected.merge(Integer.toString(flow.year()), flow.amount(), BigDecimal::add);
        }
      }
    }

    assertThat(figures(ask(facts, given(Dimension.YEAR)))).isEqualTo(scaled(expected));
  }

  private static Map<String, BigDecimal> figures(Answer answer) {
    var figures = new TreeMap<String, BigDecimal>();
    for (var row : answer.rows()) {
      answer
          .question()
          .measure()
          .figure(answer.at(row))
          .ifPresent(f -> figures.put(row, f.setScale(2)));
    }
    return figures;
  }

  private static Map<String, BigDecimal> scaled(Map<String, BigDecimal> figures) {
    var scaled = new TreeMap<String, BigDecimal>();
    figures.forEach((k, v) -> scaled.put(k, v.setScale(2)));
    return scaled;
  }

  @Property(tries = 200)
  void swappingProviderAndRecipientTransposesTheTable(@ForAll long seed) {
    var facts = world(seed);
    var swapped = facts.stream().map(CountingMetamorphicTest::swapped).toList();
    var question = given(Dimension.PROVIDER).by(Dimension.RECIPIENT);

    var before = ask(facts, question);
    var after = ask(swapped, question);

    for (var a : COUNTRIES) {
      for (var b : COUNTRIES) {
        assertThat(after.at(b, a)).isEqualTo(before.at(a, b));
      }
    }
    assertThat(after.total()).isEqualTo(before.total());
  }

  private static Fact swapped(Fact fact) {
    return with(
        fact,
        fact.id(),
        fact.sides().stream()
            .map(s ->
                new Side(
                    s.country(),
                    switch (s.role()) {
                      case "provider" -> "recipient";
                      case "recipient" -> "provider";
                      default -> s.role();
                    }))
            .toList(),
        fact.flows().stream().map(f -> flow(f, f.amount(), f.receiver(), f.giver())).toList());
  }

  @Property(tries = 200)
  void splittingAnAmountInTwoChangesNoSum(@ForAll long seed) {
    var facts = world(seed);
    var split = facts.stream().map(CountingMetamorphicTest::split).toList();

    for (var dimension : List.of(Dimension.YEAR, Dimension.PROVIDER, Dimension.COUNTRY)) {
      var question = given(dimension).by(Dimension.CATEGORY);
      assertThat(ask(split, question).cells()).isEqualTo(ask(facts, question).cells());
    }
  }

  private static Fact split(Fact fact) {
    var flows = new ArrayList<Flow>();
    for (var flow : fact.flows()) {
      if (flow.amount() == null) {
        flows.add(flow);
      } else {
        var part = flow.amount().multiply(new BigDecimal("0.37"));
        flows.add(flow(flow, part, flow.giver(), flow.receiver()));
        flows.add(flow(flow, flow.amount().subtract(part), flow.giver(), flow.receiver()));
      }
    }
    return with(fact, fact.id(), fact.sides(), flows);
  }

  @Property(tries = 20)
  void anInitiativeMoreAddsItselfOnceToTheTotal(@ForAll long seed) {
    var facts = world(seed);
    var more = new ArrayList<>(facts);
    more.add(
        Facts.fact("zz")
            .side("QMM", "provider")
            .side("QNN", "recipient")
            .side("QOO", "recipient")
            .years(2015, 2020)
            .given("10.00", "USD", 2015, "QMM", "QNN")
            .build());

    for (var dimension : Dimension.values()) {
      if (dimension != Dimension.PARTNER) {
        var question = Question.initiatives(dimension);
        assertThat(ask(more, question).total().value())
            .isEqualTo(ask(facts, question).total().value() + 1);
        assertThat(ask(more, given(dimension)).total().value())
            .isEqualTo(ask(facts, given(dimension)).total().value() + 1000);
      }
    }
  }

  @Property(tries = 200)
  void theOrderOfRecordsChangesNothing(@ForAll long seed) {
    var facts = world(seed);
    var shuffled = new ArrayList<>(facts);
    java.util.Collections.shuffle(shuffled, new Random(seed));
    var question = given(Dimension.COUNTRY).by(Dimension.YEAR);

    var one = ask(facts, question);
    var other = ask(shuffled, question);

    assertThat(other.cells()).isEqualTo(one.cells());
    assertThat(other.columnTotals()).isEqualTo(one.columnTotals());
    assertThat(other.coverage()).isEqualTo(one.coverage());
  }

  @Property(tries = 100)
  void everyCellOpensToAsManyRecordsAsItSays(@ForAll long seed) {
    var facts = world(seed);
    var counter = CounterTest.counter(facts);
    var question = given(Dimension.PROVIDER).by(Dimension.RECIPIENT);
    var answer = counter.count(question).orElseThrow();

    answer
        .cells()
        .forEach((row, cells) ->
            cells.forEach((column, cell) -> {
              var behind =
                  counter.records(
                      question.where(Dimension.PROVIDER, row).where(Dimension.RECIPIENT, column));
              assertThat(behind).as(row + " to " + column).hasSize(cell.records() + cell.missing());
            }));
  }

  /// Percentages or a contribution to each: the same by whatever a country is.
  @Property(tries = 50)
  void percentagesAreAsGoodAsAContributionToEach(@ForAll long seed) {
    var random = new Random(seed);
    int to = 100 + random.nextInt(9_800);
    var whole = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
    var first =
        whole.multiply(BigDecimal.valueOf(to, 4)).setScale(2, java.math.RoundingMode.HALF_EVEN);
    var split =
        Facts.fact("s")
            .side("QMM", "provider")
            .side("QNN", "recipient")
            .side("QPP", "recipient")
            .years(2018, 2018)
            .recipients("QNN", to * 100, "QPP", 1_000_000)
            .given(whole.toPlainString(), "USD", 2018, "QMM", "")
            .build();
    var each =
        Facts.fact("s")
            .side("QMM", "provider")
            .side("QNN", "recipient")
            .side("QPP", "recipient")
            .years(2018, 2018)
            .given(first.toPlainString(), "USD", 2018, "QMM", "QNN")
            .given(whole.subtract(first).toPlainString(), "USD", 2018, "QMM", "QPP")
            .build();

    for (var dimension : Dimension.values()) {
      if (dimension != Dimension.PARTNER) {
        var question =
            given(dimension).by(dimension == Dimension.YEAR ? Dimension.CATEGORY : Dimension.YEAR);
        var one = ask(List.of(split), question);
        var other = ask(List.of(each), question);
        assertThat(one.cells()).as(dimension.word()).isEqualTo(other.cells());
        assertThat(one.rowTotals()).as(dimension.word()).isEqualTo(other.rowTotals());
        assertThat(one.total()).isEqualTo(other.total());
      }
    }
  }

  private static Flow flow(
      Flow f, @org.jspecify.annotations.Nullable BigDecimal amount, String giver, String receiver) {
    return new Flow(
        f.kind(),
        amount,
        f.currency(),
        f.date(),
        f.year(),
        giver,
        receiver,
        f.form(),
        f.terms(),
        f.quantity(),
        f.unit(),
        f.sectors());
  }

  private static Fact with(Fact fact, String id, List<Side> sides, List<Flow> flows) {
    return new Fact(
        id,
        fact.marks(),
        fact.days(),
        fact.facets(),
        fact.reporters(),
        sides,
        fact.sectors(),
        fact.recipients(),
        flows);
  }
}
