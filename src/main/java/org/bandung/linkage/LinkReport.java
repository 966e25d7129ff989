package org.bandung.linkage;

import java.util.List;

/// What `evaluate links` shows.
///
/// @param statements how many were linked
/// @param looked share of the statements that stand in a proposal of same, part of or unsure: those
///   a person must look at
/// @param sources what the pairs of two sources came to, and of one source in itself
/// @param named proposals of whose truth nothing is known, the likeliest first, for a person to
///   judge
public record LinkReport(
    int statements, Interval looked, List<Line> lines, List<Sources> sources, List<Named> named) {

  public LinkReport {
    lines = List.copyOf(lines);
    sources = List.copyOf(sources);
    named = List.copyOf(named);
  }

  /// One set of pairs with a truth.
  ///
  /// @param set which truth, or which perturbation
  /// @param expected the outcome that is right
  /// @param records that are asked about
  /// @param pairs how many pairs are true
  /// @param proposed share of the true pairs that a person gets to see, whatever the outcome
  /// @param looked proposals that a person must look at, for each record asked about
  /// @param unsure share of the records about which a proposal stays unsure
  /// @param takenForSame share of the true pairs that came out as the same
  public record Line(
      String set,
      String expected,
      int records,
      int pairs,
      Interval precision,
      Interval recall,
      Interval f1,
      Interval proposed,
      double looked,
      Interval unsure,
      Interval takenForSame) {}

  /// How many pairs of two sources came to which outcome.
  public record Sources(String left, String right, int same, int partOf, int related, int unsure) {}

  /// A proposal with its titles.
  public record Named(
      String outcome,
      double probability,
      String left,
      String leftTitle,
      String right,
      String rightTitle,
      List<String> reasons) {}
}
