package org.bandung.statistics.counting;

import java.util.Arrays;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// The codes that each of many rows carries: for row `i` those at `from[i]` to `from[i + 1]`, and
/// for each, if the row falls apart over them, how far it reaches in millionths.
///
/// @param upTo null if no row of the column falls apart; 0 at codes of rows that do not
record Column(int[] from, int[] codes, int @Nullable [] upTo) {

  int count(int row) {
    return from[row + 1] - from[row];
  }

  /// Whether each row carries one code: then row and place are the same number.
  boolean single() {
    return codes.length == from.length - 1;
  }

  /// Whether the row's amount falls apart over its codes instead of counting for each.
  boolean parts(int row) {
    return upTo != null && from[row] < from[row + 1] && upTo[from[row]] != 0;
  }

  /// The part of an amount that falls on one code of a row; those of all codes add up exactly, see
  /// [Share#of].
  ///
  /// @param amount in the smallest unit of its currency
  long part(long amount, int row, int at) {
    if (upTo == null) {
      return amount;
    }
    long before = at == from[row] ? 0 : Share.of(amount, upTo[at - 1]);
    return Share.of(amount, upTo[at]) - before;
  }

  /// Collects rows, one after the other.
  static final class Builder {
    private int[] from = new int[1024];
    private int[] codes = new int[1024];
    private int @Nullable [] upTo;
    private int rows;
    private int size;

    /// One more code of the row at hand.
    void add(int code) {
      add(code, 0);
    }

    /// One more code of the row at hand, with how far it reaches.
    void add(int code, int reaches) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, size * 2);
      }
      if (reaches != 0 && upTo == null) {
        upTo = new int[codes.length];
      }
      if (upTo != null) {
        if (upTo.length < codes.length) {
          upTo = Arrays.copyOf(upTo, codes.length);
        }
        upTo[size] = reaches;
      }
      codes[size++] = code;
    }

    /// Whether the row at hand carries the code already.
    boolean has(int code) {
      for (int i = from[rows]; i < size; i++) {
        if (codes[i] == code) {
          return true;
        }
      }
      return false;
    }

    /// Ends the row at hand; without a code it carries that of what nobody reported.
    void endRow() {
      if (from[rows] == size) {
        add(Codes.NOT_REPORTED);
      }
      rows++;
      if (rows == from.length) {
        from = Arrays.copyOf(from, rows * 2);
      }
      from[rows] = size;
    }

    Column build() {
      return new Column(
          Arrays.copyOf(from, rows + 1),
          Arrays.copyOf(codes, size),
          upTo == null ? null : Arrays.copyOf(upTo, size));
    }
  }
}
