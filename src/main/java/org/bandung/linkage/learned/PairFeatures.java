package org.bandung.linkage.learned;

import java.util.ArrayList;
import java.util.List;
import org.bandung.linkage.engine.Strings;

/// What can be measured of two records, column by column and of all text together.
///
/// Every figure is a share between 0 and 1, a count, or a difference of logarithms; NaN where a
/// side holds nothing to compare.
final class PairFeatures {

  /// Longer texts are not compared letter by letter.
  private static final int LETTERS = 150;

  /// Two words are one, misspelt, from this similarity on.
  private static final double SOFT = 0.88;

  private static final int SOFT_WORDS = 40;

  private final Tables tables;

  PairFeatures(Tables tables) {
    this.tables = tables;
  }

  double[] of(PairFile.Pair pair) {
    var features = new Row();
    for (var column : tables.columns()) {
      compare(features, tables.profile(pair.left(), column), tables.profile(pair.right(), column));
    }
    // The first column names the record; the other side may say the same elsewhere.
    var first = tables.columns().getFirst();
    across(features, tables.profile(pair.left(), first), tables.profile(pair.right(), Tables.ALL));
    across(features, tables.profile(pair.right(), first), tables.profile(pair.left(), Tables.ALL));
    for (double closeness : tables.neighbours().of(pair)) {
      features.add(closeness);
    }
    return features.values();
  }

  /// A row of features that grows.
  private static final class Row {
    private final List<Double> held = new ArrayList<>();

    void add(double value) {
      held.add(value);
    }

    double[] values() {
      return held.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  private static void compare(Row row, Tables.Profile a, Tables.Profile b) {
    bags(row, a.words(), b.words());
    bags(row, a.joined(), b.joined());
    row.add(a.triples().cosine(b.triples()));
    bags(row, a.numbers(), b.numbers());
    letters(row, a.reading(), b.reading());
    soft(row, a, b);
    amounts(row, a.reading(), b.reading());
    codes(row, a.reading(), b.reading());
  }

  private static void bags(Row row, Bag a, Bag b) {
    if (a.isEmpty() || b.isEmpty()) {
      for (int i = 0; i < 7; i++) {
        row.add(Double.NaN);
      }
      return;
    }
    var shared = a.shared(b);
    row.add(a.cosine(b));
    row.add((double) shared.count() / (a.ids().length + b.ids().length - shared.count()));
    row.add(shared.sum() / a.sum());
    row.add(shared.sum() / b.sum());
    row.add(heaviestAlone(a, b));
    row.add(heaviestAlone(b, a));
    row.add(shared.sum());
  }

  /// The weight of the rarest term that the other lacks.
  private static double heaviestAlone(Bag a, Bag b) {
    double heaviest = 0;
    for (int i = 0; i < a.ids().length; i++) {
      if (a.weights()[i] > heaviest && !b.holds(a.ids()[i])) {
        heaviest = a.weights()[i];
      }
    }
    return heaviest;
  }

  private static void letters(Row row, Reading a, Reading b) {
    boolean none = a.text().isEmpty() || b.text().isEmpty();
    boolean small = a.text().length() <= LETTERS && b.text().length() <= LETTERS;
    row.add(none || !small ? Double.NaN : Strings.jaroWinkler(a.text(), b.text()));
    row.add(none || !small ? Double.NaN : Strings.levenshtein(a.compact(), b.compact()));
    row.add(none ? Double.NaN : Math.log((double) a.text().length() / b.text().length()));
    row.add(none ? Double.NaN : a.words().getFirst().equals(b.words().getFirst()) ? 1 : 0);
  }

  /// The share of the weight of the shorter text whose words have an equal or a misspelt one.
  private static void soft(Row row, Tables.Profile a, Tables.Profile b) {
    boolean turn = a.joined().sum() > b.joined().sum();
    var small = turn ? b : a;
    var large = turn ? a : b;
    if (small.joined().isEmpty() || large.reading().joined().size() > SOFT_WORDS) {
      row.add(Double.NaN);
      return;
    }
    double found = 0;
    var words = small.reading().joined().stream().distinct().toList();
    for (var word : words) {
      double best = 0;
      for (var other : large.reading().joined()) {
        best = Math.max(best, word.equals(other) ? 1 : Strings.jaroWinkler(word, other));
      }
      found += best >= SOFT ? best : 0;
    }
    row.add(found / words.size());
  }

  /// Where a text is one number: how far apart the two are.
  private static void amounts(Row row, Reading a, Reading b) {
    double x = a.joined().size() == 1 && a.numbers().size() == 1 ? number(a) : Double.NaN;
    double y = b.joined().size() == 1 && b.numbers().size() == 1 ? number(b) : Double.NaN;
    boolean both = x > 0 && y > 0;
    row.add(both ? Math.abs(Math.log(x / y)) : Double.NaN);
    row.add(both ? Math.log(x / y) : Double.NaN);
  }

  private static double number(Reading reading) {
    return Double.parseDouble(reading.numbers().getFirst());
  }

  private static void codes(Row row, Reading a, Reading b) {
    double best = Double.NaN;
    double inside = 0;
    int longest = 0;
    for (var code : a.codes()) {
      inside = b.compact().contains(code) ? Math.max(inside, code.length()) : inside;
      for (var other : b.codes()) {
        double like = code.equals(other) ? 1 : Strings.levenshtein(code, other);
        best = Double.isNaN(best) ? like : Math.max(best, like);
        longest = Math.max(longest, prefix(code, other));
      }
    }
    for (var code : b.codes()) {
      inside = a.compact().contains(code) ? Math.max(inside, code.length()) : inside;
    }
    row.add(best);
    row.add(a.codes().isEmpty() && b.codes().isEmpty() ? Double.NaN : inside);
    row.add(a.codes().isEmpty() || b.codes().isEmpty() ? Double.NaN : longest);
    row.add(a.codes().size());
    row.add(b.codes().size());
  }

  private static int prefix(String a, String b) {
    int n = 0;
    while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  private static void across(Row row, Tables.Profile name, Tables.Profile all) {
    double found = 0;
    double heaviest = 0;
    double sum = 0;
    var words = name.reading().joined().stream().distinct().toList();
    for (var word : words) {
      boolean there = all.reading().compact().contains(word);
      found += there ? word.length() : 0;
      sum += word.length();
      heaviest = there ? heaviest : Math.max(heaviest, word.length());
    }
    row.add(sum == 0 ? Double.NaN : found / sum);
    row.add(sum == 0 ? Double.NaN : heaviest);
    codes(row, name.reading(), all.reading());
  }
}
