package org.bandung.linkage.engine;

import java.util.Arrays;

/// Which pairs of records are worth comparing: those that share a key, no pair twice.
///
/// Each record has any number of keys. A block is all records with one key; a block larger than the
/// cap is left out and told, since its key says next to nothing. A pair that shares several keys is
/// handed out under the first of them only, which merging the two short lists of keys decides, so
/// no table of pairs is held.
public final class Blocking {

  /// Keys are hashes: two different ones may fall together, which costs a comparison and no pair.
  private final int[][] keys;

  private final int[] starts;
  private final int[] members;
  private final Report report;

  /// What became of the blocks.
  ///
  /// @param blocks with at least two records, not above the cap
  /// @param leftOut blocks above the cap
  /// @param largestLeftOut records in the largest of them
  public record Report(int blocks, int leftOut, int largestLeftOut) {}

  /// Takes pairs one by one.
  public interface Pairs {
    /// One pair, `left` before `right`.
    void pair(int left, int right);
  }

  private Blocking(int[][] keys, int[] starts, int[] members, Report report) {
    this.keys = keys;
    this.starts = starts;
    this.members = members;
    this.report = report;
  }

  /// Groups records by their keys.
  ///
  /// @param keys for each record its keys; two different kinds of key must not hash alike, so the
  ///   kind goes into the hash (see [#key])
  /// @param cap the most records of a block
  public static Blocking of(long[][] keys, int cap) {
    int recordBits = 64 - Long.numberOfLeadingZeros(Math.max(1, keys.length - 1L));
    long mask = (1L << recordBits) - 1;
    int count = 0;
    for (var own : keys) {
      count += own.length;
    }
    var sorted = new long[count];
    int at = 0;
    for (int r = 0; r < keys.length; r++) {
      for (long key : keys[r]) {
        sorted[at++] = (key & ~mask) | r;
      }
    }
    Arrays.parallelSort(sorted);
    return grouped(keys.length, sorted, mask, cap);
  }

  private static Blocking grouped(int records, long[] sorted, long mask, int cap) {
    var members = new int[sorted.length];
    var starts = new int[sorted.length / 2 + 2];
    var perRecord = new int[records];
    int blocks = 0;
    int size = 0;
    int leftOut = 0;
    int largest = 0;
    for (int from = 0; from < sorted.length; ) {
      int begin = size;
      int to = from;
      while (to < sorted.length && (sorted[to] & ~mask) == (sorted[from] & ~mask)) {
        int record = (int) (sorted[to] & mask);
        if (size == begin || members[size - 1] != record) {
          members[size++] = record;
        }
        to++;
      }
      int held = size - begin;
      if (held < 2 || held > cap) {
        leftOut += held > cap ? 1 : 0;
        largest = held > cap ? Math.max(largest, held) : largest;
        size = begin;
      } else {
        starts[blocks++] = begin;
        for (int i = begin; i < size; i++) {
          perRecord[members[i]]++;
        }
      }
      from = to;
    }
    starts[blocks] = size;
    var own = ownBlocks(perRecord, starts, members, blocks);
    return new Blocking(
        own,
        Arrays.copyOf(starts, blocks + 1),
        Arrays.copyOf(members, size),
        new Report(blocks, leftOut, largest));
  }

  private static int[][] ownBlocks(int[] perRecord, int[] starts, int[] members, int blocks) {
    var own = new int[perRecord.length][];
    for (int r = 0; r < own.length; r++) {
      own[r] = new int[perRecord[r]];
    }
    Arrays.fill(perRecord, 0);
    for (int b = 0; b < blocks; b++) {
      for (int i = starts[b]; i < starts[b + 1]; i++) {
        own[members[i]][perRecord[members[i]]++] = b;
      }
    }
    return own;
  }

  /// A key from its kind and value, mixed well (the finaliser of SplitMix64).
  public static long key(int kind, long value) {
    long z = value * 31 + kind * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A key from its kind and a text.
  public static long key(int kind, String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return key(kind, hash);
  }

  public Report report() {
    return report;
  }

  public int blocks() {
    return starts.length - 1;
  }

  /// The pairs of some blocks, from one to before another, so that several threads share the work.
  public void pairs(int fromBlock, int toBlock, Pairs taker) {
    for (int b = fromBlock; b < toBlock; b++) {
      for (int i = starts[b]; i < starts[b + 1]; i++) {
        for (int j = i + 1; j < starts[b + 1]; j++) {
          if (firstShared(keys[members[i]], keys[members[j]]) == b) {
            taker.pair(members[i], members[j]);
          }
        }
      }
    }
  }

  /// All pairs.
  public void pairs(Pairs taker) {
    pairs(0, blocks(), taker);
  }

  private static int firstShared(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    while (a[i] != b[j]) {
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return a[i];
  }
}
