package org.bandung.linkage;

import java.util.Arrays;

/// Compares two records of a pool field by field; the bounds of the levels stand here.
///
/// Titles: equal without numbers; close from a likeness of .75 on, part .45, little .2. Two titles
/// that share no language are compared by topics, unless their words agree all the same. Texts:
/// close .8, part .4, little .15. Periods: equal where both ends lie within a month, near within a
/// year; an end that one side does not tell is passed over. Amounts, in one currency: equal within
/// a thousandth, near within a tenth (rounding, rates), half at least a half.
final class Comparison {

  private static final int MONTH = 31;
  private static final int YEAR = 366;

  private final Pool pool;

  Comparison(Pool pool) {
    this.pool = pool;
  }

  int pattern(int a, int b) {
    var x = pool.get(a);
    var y = pool.get(b);
    boolean oneLanguage = (x.languages() & y.languages()) != 0;
    int title = title(a, b, oneLanguage);
    return Field.TITLE.at(title)
        + Field.TOPICS.at(title == 0 ? topics(a, b) : 0)
        + Field.TEXT.at(oneLanguage ? text(a, b) : 0)
        + Field.COUNTRIES.at(countries(x.countries(), y.countries()))
        + Field.PERIOD.at(period(x, y))
        + Field.AMOUNT.at(amount(x, y))
        + Field.ORGANISATIONS.at(organisations(x.organisations(), y.organisations()))
        + Field.SECTORS.at(sectors(x.sectors(), y.sectors()));
  }

  private int title(int a, int b, boolean oneLanguage) {
    var x = pool.get(a);
    var y = pool.get(b);
    if (x.title().length == 0 || y.title().length == 0) {
      return 0;
    }
    if (x.titleKey() == y.titleKey()) {
      return 5;
    }
    float like = pool.titleLikeness(a, b);
    int level = like >= 0.75f ? 4 : like >= 0.45f ? 3 : like >= 0.2f ? 2 : 1;
    return oneLanguage || level > 2 ? level : 0;
  }

  private int topics(int a, int b) {
    if (pool.get(a).topics().length == 0 || pool.get(b).topics().length == 0) {
      return 0;
    }
    float like = pool.topicLikeness(a, b);
    return like >= 0.95f ? 4 : like >= 0.5f ? 3 : like > 0 ? 2 : 1;
  }

  private int text(int a, int b) {
    if (pool.get(a).words().length == 0 || pool.get(b).words().length == 0) {
      return 0;
    }
    float like = pool.wordLikeness(a, b);
    return like >= 0.8f ? 4 : like >= 0.4f ? 3 : like >= 0.15f ? 2 : 1;
  }

  private static int countries(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    if (Arrays.equals(a, b)) {
      return 4;
    }
    int shared = Traits.shared(a, b);
    boolean within = shared == Math.min(a.length, b.length);
    boolean most = 2 * shared >= a.length + b.length - shared;
    return shared == 0 ? 1 : within || most ? 3 : 2;
  }

  static int period(Traits a, Traits b) {
    boolean starts = a.start() != Traits.UNKNOWN && b.start() != Traits.UNKNOWN;
    boolean ends = a.end() != Traits.UNKNOWN && b.end() != Traits.UNKNOWN;
    if (!starts && !ends) {
      return 0;
    }
    int apart = starts ? Math.abs(a.start() - b.start()) : 0;
    int apartAtEnd = ends ? Math.abs(a.end() - b.end()) : 0;
    int most = Math.max(apart, apartAtEnd);
    return most <= MONTH ? 4 : most <= YEAR ? 3 : disjoint(a, b) ? 1 : 2;
  }

  /// Whether one has ended before the other begins.
  static boolean disjoint(Traits a, Traits b) {
    return endsBefore(a, b) || endsBefore(b, a);
  }

  private static boolean endsBefore(Traits a, Traits b) {
    return a.end() != Traits.UNKNOWN && b.start() != Traits.UNKNOWN && a.end() < b.start();
  }

  private static int amount(Traits a, Traits b) {
    double ratio = ratio(a, b);
    return Double.isNaN(ratio) ? 0 : ratio >= 0.999 ? 4 : ratio >= 0.9 ? 3 : ratio >= 0.5 ? 2 : 1;
  }

  /// The smaller amount by the larger; NaN where they cannot be compared.
  static double ratio(Traits a, Traits b) {
    boolean both = a.amount() > 0 && b.amount() > 0 && a.currency() == b.currency();
    return both ? Math.min(a.amount(), b.amount()) / Math.max(a.amount(), b.amount()) : Double.NaN;
  }

  private static int organisations(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    int shared = Traits.shared(a, b);
    return shared == 0 ? 1 : 2 * shared >= Math.min(a.length, b.length) ? 3 : 2;
  }

  private static int sectors(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    return Arrays.equals(a, b) ? 3 : Traits.shared(a, b) > 0 ? 2 : 1;
  }
}
