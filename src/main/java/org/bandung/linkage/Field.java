package org.bandung.linkage;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.kernel.ShippedTable;
import org.bandung.linkage.engine.FellegiSunter;
import org.bandung.linkage.engine.Shape;

/// What is compared of two initiatives, and the levels of agreement of each; level 0 stands before
/// these and means that it cannot be compared.
enum Field {
  TITLE("differs", "little", "part", "close", "equal"),
  /// Only where the titles share no language.
  TOPICS("differs", "some", "most", "equal"),
  TEXT("differs", "little", "part", "close"),
  COUNTRIES("differ", "some", "within", "equal"),
  PERIOD("apart", "overlap", "near", "equal"),
  AMOUNT("differs", "half", "near", "equal"),
  ORGANISATIONS("differ", "some", "most"),
  SECTORS("differ", "some", "equal");

  private final List<String> levels;

  Field(String... levels) {
    this.levels = List.of(levels);
  }

  static final Shape SHAPE = shape();

  private static Shape shape() {
    var levels = new int[values().length];
    for (var field : values()) {
      levels[field.ordinal()] = field.levels.size() + 1;
    }
    return new Shape(levels);
  }

  /// How often statements of one initiative reach each level: known beforehand, since among the
  /// candidates of a small node there may be no match to learn from. What other pairs do is learnt
  /// from the candidates at hand.
  static FellegiSunter.Start start(double prior) {
    var read = new EnumMap<Field, double[]>(Field.class);
    for (var row : ShippedTable.read("linkage/agreement.csv")) {
      var field = valueOf(row.getField("field").toUpperCase(Locale.ROOT));
      int level = 1 + field.levels.indexOf(row.getField("level"));
      if (level == 0) {
        throw new IllegalStateException("linkage/agreement.csv: " + row);
      }
      read.computeIfAbsent(field, f -> new double[f.levels.size() + 1])[level] =
          Double.parseDouble(row.getField("probability"));
    }
    var guess = FellegiSunter.Start.guess(SHAPE, prior);
    return new FellegiSunter.Start(prior, probabilities(read), guess.u(), true, false);
  }

  private static double[][] probabilities(Map<Field, double[]> read) {
    var m = new double[values().length][];
    for (var field : values()) {
      m[field.ordinal()] = read.getOrDefault(field, new double[field.levels.size() + 1]);
      FellegiSunter.probabilities(m[field.ordinal()]);
    }
    return m;
  }

  /// The code of the reason that a level gives, such as `title-equal`.
  String code(int level) {
    return name().toLowerCase(Locale.ROOT) + "-" + levels.get(level - 1);
  }

  int at(int level) {
    return SHAPE.at(ordinal(), level);
  }

  int level(int pattern) {
    return SHAPE.level(pattern, ordinal());
  }

  /// The number of its closest level.
  int most() {
    return levels.size();
  }
}
