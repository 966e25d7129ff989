package org.bandung.economy.gravity.solve;

import java.util.Arrays;

/// Rows sorted into groups: the levels of one fixed effect, or the clusters of an error.
public final class Groups {

  private final int[] of;
  private final int count;

  /// @param of the group of each row, from 0
  /// @param count how many groups there are
  private Groups(int[] of, int count) {
    this.of = of;
    this.count = count;
  }

  /// Groups of rows that share a value; not-a-number is a value of its own.
  public static Groups of(double[] values) {
    var keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Double.doubleToLongBits(values[i] + 0.0);
    }
    return numbered(keys);
  }

  /// Groups of rows that share a code.
  public static Groups of(int[] codes) {
    var keys = new long[codes.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = codes[i];
    }
    return numbered(keys);
  }

  /// Each row its own group.
  public static Groups single(int rows) {
    var of = new int[rows];
    Arrays.setAll(of, i -> i);
    return new Groups(of, rows);
  }

  /// Rows that share a group in both.
  public Groups and(Groups other) {
    var keys = new long[of.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) of[i] * other.count + other.of[i];
    }
    return numbered(keys);
  }

  /// The groups of some rows, numbered anew.
  public Groups at(int[] rows) {
    var keys = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      keys[i] = of[rows[i]];
    }
    return numbered(keys);
  }

  public int count() {
    return count;
  }

  public int rows() {
    return of.length;
  }

  public int of(int row) {
    return of[row];
  }

  /// The groups of all rows; not a copy.
  int[] all() {
    return of;
  }

  /// How many rows each group has.
  public int[] sizes() {
    var sizes = new int[count];
    for (int group : of) {
      sizes[group]++;
    }
    return sizes;
  }

  /// The sum of the values of each group.
  public double[] sums(double[] values) {
    var sums = new double[count];
    for (int i = 0; i < of.length; i++) {
      sums[of[i]] += values[i];
    }
    return sums;
  }

  /// Whether all rows of each of these groups share a group of the other.
  public boolean within(Groups other) {
    var seen = new int[count];
    Arrays.fill(seen, -1);
    for (int i = 0; i < of.length; i++) {
      if (seen[of[i]] < 0) {
        seen[of[i]] = other.of[i];
      } else if (seen[of[i]] != other.of[i]) {
        return false;
      }
    }
    return true;
  }

  /// Numbers keys in the order in which they first appear.
  private static Groups numbered(long[] keys) {
    int size = Integer.highestOneBit(Math.max(8, keys.length)) << 1;
    var table = new long[size];
    var numbers = new int[size];
    var of = new int[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      int at = slot(keys[i]) & (size - 1);
      while (numbers[at] != 0 && table[at] != keys[i]) {
        at = (at + 1) & (size - 1);
      }
      if (numbers[at] == 0) {
        table[at] = keys[i];
        numbers[at] = ++count;
      }
      of[i] = numbers[at] - 1;
    }
    return new Groups(of, count);
  }

  private static int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
