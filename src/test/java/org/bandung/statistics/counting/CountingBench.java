package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Share;
import org.bandung.statistics.facts.Fact.Side;
import org.bandung.statistics.reports.ReportCatalogue;

/// Times the engine on invented facts: `CountingBench [initiatives ...]`. Prints what each question
/// took at each size, beside its target; see `bench/figures`.
public final class CountingBench {

  private static final int FLOWS = 5;
  private static final int ROUNDS = 40;
  private static final int TARGET_MILLIS = 300;

  private CountingBench() {}

  public static void main(String[] arguments) {
    var sizes =
        arguments.length == 0
            ? List.of(10_000, 100_000, 1_000_000)
            : Arrays.stream(arguments).map(Integer::parseInt).toList();
    for (int size : sizes) {
      run(size);
    }
  }

  private static void run(int size) {
    var reference = Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));
    var codes = new Codes();
    var traits = new CountryTraits(reference);
    long begun = System.nanoTime();
    var segments =
        java.util.stream.IntStream.range(0, 256)
            .parallel()
            .mapToObj(s ->
                SegmentBuilder.build(codes, reference, traits, facts(s, size / 256 + 1, reference)))
            .toList();
    System.gc();
    var memory = Runtime.getRuntime();
    System.out.printf(
        "%,d initiatives, %,d contributions: columns made in %.1f s, %,d MB%n",
        size,
        size * FLOWS,
        (System.nanoTime() - begun) / 1e9,
        (memory.totalMemory() - memory.freeMemory()) >> 20);
    begun = System.nanoTime();
    // As `Figures` does when it reads them.
    segments.parallelStream().forEach(s -> s.amounts("USD", "same", new Factors(), codes));
    System.out.printf("  brought into dollars in %.1f s%n", (System.nanoTime() - begun) / 1e9);
    var counter = new Counter(segments, codes, new Factors(), "same");
    ask(counter, questions());
    report(counter);
  }

  /// Asks all questions many times in an order of chance, as readers do; the first time, when the
  /// virtual machine has compiled nothing yet, is among them.
  private static void ask(Counter counter, Map<String, Question> questions) {
    var times = new LinkedHashMap<String, List<Double>>();
    questions.keySet().forEach(name -> times.put(name, new ArrayList<>()));
    var order = new ArrayList<Map.Entry<String, Question>>();
    for (int round = 0; round < ROUNDS; round++) {
      order.addAll(questions.entrySet());
    }
    Collections.shuffle(order, new Random(1955));
    for (var asked : order) {
      long begun = System.nanoTime();
      count(counter, asked.getValue());
      double took = (System.nanoTime() - begun) / 1e6;
      Objects.requireNonNull(times.get(asked.getKey())).add(took);
    }
    times.forEach(CountingBench::print);
    print("any of them", times.values().stream().flatMap(List::stream).toList());
  }

  private static void count(Counter counter, Question question) {
    if (counter.count(question).isEmpty()) {
      throw new IllegalStateException("too large a table");
    }
  }

  private static void print(String name, List<Double> times) {
    var sorted = times.stream().sorted().toList();
    System.out.printf(
        "  %-46s median %6.1f  p95 %6.1f  worst %6.1f ms (p95 at most %d)%n",
        name,
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
        sorted.getLast(),
        TARGET_MILLIS);
  }

  /// All sections of the report of a region, as the page asks them.
  private static void report(Counter counter) {
    var report = ReportCatalogue.shipped().find("region").orElseThrow();
    var text =
        new QuestionText(Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")));
    for (int round = 0; round < 3; round++) {
      long begun = System.nanoTime();
      for (var section : report.sections()) {
        var given = section.asking(Map.of("grouping", "AU", "years", "", "in", "USD"));
        if (text.read(given::get) instanceof QuestionText.Asked.Understood(Question question)) {
          count(counter, question);
        } else {
          throw new IllegalStateException(section.code() + " is not understood");
        }
      }
      System.out.printf(
          "  report of a region, %d tables, round %d: %.0f ms (at most 5,000)%n",
          report.sections().size(), round + 1, (System.nanoTime() - begun) / 1e6);
    }
  }

  /// Converts by fixed factors.
  private static final class Factors implements Segment.Money {
    private static final Map<String, BigDecimal> FACTORS =
        Map.of(
            "USD", BigDecimal.ONE,
            "EUR", new BigDecimal("1.137"),
            "XOF", new BigDecimal("0.00168"),
            "ZAR", new BigDecimal("0.0651"));

    @Override
    public long convert(BigDecimal amount, String currency, int date, String to) {
      return amount
          .multiply(Objects.requireNonNull(FACTORS.get(currency)))
          .movePointRight(2)
          .setScale(0, RoundingMode.HALF_EVEN)
          .longValueExact();
    }
  }

  private static Map<String, Question> questions() {
    var questions = new LinkedHashMap<String, Question>();
    questions.put("initiatives by year", Question.initiatives(Dimension.YEAR));
    questions.put(
        "initiatives by country and year",
        Question.initiatives(Dimension.COUNTRY).by(Dimension.YEAR));
    questions.put(
        "initiatives, provider by recipient",
        Question.initiatives(Dimension.PROVIDER).by(Dimension.RECIPIENT));
    questions.put(
        "initiatives of a country, partner by sector",
        Question.initiatives(Dimension.PARTNER)
            .by(Dimension.SECTOR)
            .where(Dimension.COUNTRY, "BRA"));
    questions.put(
        "initiatives, grouping by goal",
        Question.initiatives(Dimension.GROUPING).by(Dimension.SDG));
    questions.put(
        "dollars given by recipient and year",
        Question.money(Measure.GIVEN, "USD", Dimension.RECIPIENT).by(Dimension.YEAR));
    questions.put(
        "dollars given, provider by recipient",
        Question.money(Measure.GIVEN, "USD", Dimension.PROVIDER).by(Dimension.RECIPIENT));
    questions.put(
        "dollars given by sector and year, split",
        Question.money(Measure.GIVEN, "USD", Dimension.SECTOR).by(Dimension.YEAR));
    questions.put(
        "dollars given to LDCs by grouping and year",
        Question.money(Measure.GIVEN, "USD", Dimension.GROUPING)
            .by(Dimension.YEAR)
            .where(Dimension.CATEGORY, "LDC"));
    return questions;
  }

  /// Facts of one segment, the same at every run.
  private static List<Fact> facts(int segment, int count, Reference reference) {
    var random = new Random(segment);
    var countries = reference.countries().stream().map(c -> c.code().alpha3()).sorted().toList();
    var groups =
        List.of("health", "education", "agriculture", "water", "energy", "transport", "trade");
    var facts = new ArrayList<Fact>(count);
    for (int i = 0; i < count; i++) {
      facts.add(fact(segment + "-" + i, random, countries, groups));
    }
    return facts;
  }

  private static String pick(List<String> some, Random random) {
    // A few have most of it, as in life.
    double skewed = Math.pow(random.nextDouble(), 2);
    return some.get((int) (skewed * some.size()));
  }

  private static Fact fact(String id, Random random, List<String> countries, List<String> groups) {
    var sides = new ArrayList<Side>();
    sides.add(new Side(pick(countries, random), random.nextInt(8) == 0 ? "dual" : "provider"));
    for (int r = 1 + random.nextInt(3); r > 0; r--) {
      sides.add(new Side(pick(countries, random), "recipient"));
    }
    int first = 1990 + random.nextInt(35);
    var sector = pick(groups, random);
    var other = pick(groups, random);
    var sectors =
        other.equals(sector)
            ? List.of(new Share(sector, 1_000_000))
            : List.of(new Share(sector, 600_000), new Share(other, 1_000_000));
    var facets = new ArrayList<String>();
    sectors.forEach(s -> facets.add("k:dac-sector-group:" + s.code()));
    for (int g = 1 + random.nextInt(3); g > 0; g--) {
      facets.add("k:sdg:" + (1 + random.nextInt(17)));
    }
    facets.add("k:cooperation-form:training");
    var flows = new ArrayList<Flow>();
    for (int f = 0; f < FLOWS; f++) {
      flows.add(flow(random, first, sides));
    }
    return new Fact(
        id,
        new Fact.Marks("bilateral", "interregional", true, false, "project", "2", "one-side"),
        new Fact.Days(
            (int) java.time.LocalDate.of(first, 1, 1).toEpochDay(),
            first,
            first + random.nextInt(5),
            Fact.UNKNOWN,
            Fact.UNKNOWN),
        facets,
        List.of("iati:" + random.nextInt(500)),
        sides,
        sectors,
        List.of(),
        flows);
  }

  private static Flow flow(Random random, int first, List<Side> sides) {
    int year = first + random.nextInt(5);
    return new Flow(
        random.nextInt(4) == 0 ? "commitment" : "disbursement",
        BigDecimal.valueOf(random.nextInt(1_000_000_00), 2),
        List.of("USD", "USD", "USD", "EUR", "XOF", "ZAR").get(random.nextInt(6)),
        year * 10_000 + (1 + random.nextInt(12)) * 100 + 1,
        year,
        sides.getFirst().country(),
        sides.get(1 + random.nextInt(sides.size() - 1)).country(),
        "training",
        "",
        null,
        "",
        List.of());
  }
}
