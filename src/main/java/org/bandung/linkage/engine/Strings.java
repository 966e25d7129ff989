package org.bandung.linkage.engine;

/// How alike two strings are, between 0 (nothing) and 1 (equal). Two empty strings are equal.
public final class Strings {

  /// Winkler's prefix counts at most four characters, each a tenth of what is missing to 1.
  private static final int PREFIX = 4;

  private static final double PREFIX_SCALE = 0.1;

  private Strings() {}

  /// Jaro similarity, raised for an equal beginning (Jaro-Winkler).
  ///
  /// `J = (c/|a| + c/|b| + (c - t)/c) / 3`, `c` characters in common within half the longer length,
  /// `t` half of those in another order; `JW = J + p (1 - J) / 10`, `p` equal first characters, at
  /// most 4.
  ///
  /// @return 0 to 1, without unit; MARTHA and MARHTA .9611
  /// @see <a
  ///   href="https://www.census.gov/content/dam/Census/library/working-papers/1991/adrm/rr91-9.pdf">Winkler
  ///   1991</a>
  public static double jaroWinkler(String a, String b) {
    double jaro = jaro(a, b);
    int shared = 0;
    int most = Math.min(PREFIX, Math.min(a.length(), b.length()));
    while (shared < most && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return jaro + shared * PREFIX_SCALE * (1 - jaro);
  }

  private static double jaro(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    var inA = new boolean[a.length()];
    var inB = new boolean[b.length()];
    int common = 0;
    for (int i = 0; i < a.length(); i++) {
      int to = Math.min(b.length() - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= to; j++) {
        if (!inB[j] && a.charAt(i) == b.charAt(j)) {
          inA[i] = true;
          inB[j] = true;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    double turned = outOfOrder(a, inA, b, inB) / 2.0;
    return ((double) common / a.length()
            + (double) common / b.length()
            + (common - turned) / common)
        / 3;
  }

  private static int outOfOrder(String a, boolean[] inA, String b, boolean[] inB) {
    int turned = 0;
    int j = 0;
    for (int i = 0; i < inA.length; i++) {
      if (inA[i]) {
        while (!inB[j]) {
          j++;
        }
        turned += a.charAt(i) == b.charAt(j) ? 0 : 1;
        j++;
      }
    }
    return turned;
  }

  /// Levenshtein similarity: `1 - edits / longer length`, an edit being one character put in, left
  /// out or replaced.
  ///
  /// @return 0 to 1, without unit
  /// @see <a href="https://zbmath.org/?q=an:0149.15905">Levenshtein 1966</a>
  public static double levenshtein(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : 1 - (double) edits(a, b) / longer;
  }

  /// The least number of single characters to put in, leave out or replace.
  public static int edits(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
