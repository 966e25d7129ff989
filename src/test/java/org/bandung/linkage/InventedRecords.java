package org.bandung.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Invented initiatives as two sources might tell them, in any number: words, topics, organisations
/// and countries are as unequally common as real ones. One in five records is told by a second
/// source too, with other words, rounded money, shifted days and gaps; one in twenty is a repeat of
/// an earlier one two years on.
final class InventedRecords {

  private static final int WORDS = 60_000;
  private static final int TOPICS = 800;
  private static final int COUNTRIES = 190;
  private static final int SECTORS = 250;

  final Pool.Names names = new Pool.Names();
  final List<Traits> records = new ArrayList<>();

  /// For each record the initiative it tells of.
  final List<Integer> truth = new ArrayList<>();

  private final Random random;
  private final int organisations;

  InventedRecords(int size, long seed) {
    this.random = new Random(seed);
    this.organisations = Math.max(500, size / 40);
    int initiative = 0;
    while (records.size() < size) {
      var first = first();
      add(first, initiative);
      double kind = random.nextDouble();
      if (kind < 0.25 && records.size() < size) {
        add(retold(first), initiative);
      } else if (kind < 0.30 && records.size() < size) {
        add(repeated(first), ++initiative);
      }
      initiative++;
    }
  }

  private void add(Traits one, int initiative) {
    records.add(one);
    truth.add(initiative);
  }

  private Traits first() {
    int year = (int) (25 * Math.sqrt(random.nextDouble()));
    int start = 10_957 + 365 * year + random.nextInt(365);
    int home = rare(COUNTRIES, 1.5);
    var countries = new ArrayList<>(List.of(home, random.nextInt(COUNTRIES)));
    double more = random.nextDouble();
    if (more < 0.2) {
      countries.add(random.nextInt(COUNTRIES));
    } else if (more < 0.5) {
      countries.removeLast();
    }
    var title = words(5 + random.nextInt(6));
    return new Traits(
        names.sources.number("a"),
        names.titles.number(String.join(" ", title)),
        numbers(names.titleWords, title),
        1,
        some(TOPICS, 1 + random.nextInt(4), names.topics, "t"),
        numbers(names.words, words(15)),
        Traits.set(countries.stream().map(c -> names.countries.number("c" + c)).toList()),
        start,
        random.nextInt(4) == 0 ? Traits.UNKNOWN : start + 365 * (1 + random.nextInt(5)),
        random.nextInt(3) == 0 ? Double.NaN : Math.exp(12 + 2 * random.nextGaussian()),
        names.currencies.number(random.nextInt(4) == 0 ? "QQC" : "QMC"),
        some(organisations, 1 + random.nextInt(3), names.organisations, "o"),
        some(SECTORS, 1, names.sectors, "s"),
        new int[0]);
  }

  /// What a second source tells of the same.
  private Traits retold(Traits of) {
    boolean otherLanguage = random.nextInt(4) == 0;
    int[] title = otherLanguage ? numbers(names.titleWords, words(7)) : without(of.title(), 0.2);
    return new Traits(
        names.sources.number("b"),
        names.titles.number("b" + records.size()),
        title,
        otherLanguage ? 2 : 1,
        without(of.topics(), 0.2),
        otherLanguage ? numbers(names.words, words(15)) : without(of.words(), 0.4),
        random.nextInt(5) == 0 ? Arrays.copyOf(of.countries(), 1) : of.countries(),
        of.start() + random.nextInt(60) - 30,
        random.nextBoolean() ? Traits.UNKNOWN : of.end(),
        random.nextInt(3) == 0 ? Double.NaN : rounded(of.amount()),
        of.currency(),
        random.nextInt(3) == 0 ? new int[0] : of.organisations(),
        random.nextInt(3) == 0 ? new int[0] : of.sectors(),
        new int[0]);
  }

  private Traits repeated(Traits of) {
    int end = of.end() == Traits.UNKNOWN ? of.start() + 729 : of.end();
    return new Traits(
        of.source(),
        of.titleKey(),
        of.title(),
        1,
        of.topics(),
        of.words(),
        of.countries(),
        end + 1,
        end + 730,
        of.amount() * (0.8 + 0.5 * random.nextDouble()),
        of.currency(),
        of.organisations(),
        of.sectors(),
        new int[0]);
  }

  private static double rounded(double amount) {
    if (Double.isNaN(amount)) {
      return amount;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(amount)) - 1);
    return Math.round(amount / unit) * unit;
  }

  private List<String> words(int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add("w" + rare(WORDS, 3));
    }
    return words;
  }

  /// Small numbers often, large ones seldom.
  private int rare(int of, double skew) {
    return (int) (of * Math.pow(random.nextDouble(), skew));
  }

  private static int[] numbers(Lexicon lexicon, List<String> words) {
    return Traits.set(words.stream().map(lexicon::number).toList());
  }

  private int[] some(int of, int count, Lexicon lexicon, String kind) {
    var some = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      some.add(lexicon.number(kind + rare(of, 2)));
    }
    return Traits.set(some);
  }

  private int[] without(int[] some, double share) {
    var kept = Arrays.stream(some).filter(w -> random.nextDouble() >= share).toArray();
    return kept.length == 0 ? some : kept;
  }
}
