package org.bandung.statistics.facts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One public initiative as it is counted. Empty texts and [#UNKNOWN] stand for what nobody
/// reported.
///
/// @param facets every code by which lists narrow it, as tags
/// @param sides the countries that take part and their roles
/// @param sectors how it falls over groups of sectors; empty if that cannot be told
/// @param recipients how it falls over recipients, where a source gave percentages
public record Fact(
    String id,
    Marks marks,
    Days days,
    List<String> facets,
    List<String> reporters,
    List<Side> sides,
    List<Share> sectors,
    List<Share> recipients,
    List<Flow> flows) {

  /// A day or year that nobody reported.
  public static final int UNKNOWN = Integer.MIN_VALUE;

  public Fact {
    facets = List.copyOf(facets);
    reporters = List.copyOf(reporters);
    sides = List.copyOf(sides);
    sectors = List.copyOf(sectors);
    recipients = List.copyOf(recipients);
    flows = List.copyOf(flows);
  }

  /// Codes of which an initiative has one each.
  ///
  /// @param kind `project`, `action`, `programme` or empty
  /// @param status code of the scheme `iati-activity-status` or empty
  /// @param standing who stands behind what is said
  public record Marks(
      String modality,
      String scope,
      boolean southSouth,
      boolean compiled,
      String kind,
      String status,
      String standing) {}

  /// When it takes place.
  ///
  /// @param statusDay the day at which the status of countries is read, since 1970
  /// @param firstYear the first year in which it counts
  /// @param delay days from the planned to the actual start, below zero where it began early
  /// @param duration days from the first to the last, both counted
  public record Days(int statusDay, int firstYear, int lastYear, int delay, int duration) {}

  /// A country and its role, code of the scheme `participant-role`.
  public record Side(String country, String role) {}

  /// A part of the whole.
  ///
  /// @param upTo the share of this code and all before it, in millionths; the last is a million
  public record Share(String code, int upTo) {

    /// A million millionths.
    public static final int WHOLE = 1_000_000;

    /// What of an amount its first millionths are, rounded half up, towards more; exact for every
    /// amount a long holds. This one rule makes every part:
    ///
    /// `part(i) = of(amount, upTo(i)) - of(amount, upTo(i - 1))`, so parts add up to the whole.
    ///
    /// @param amount in its smallest unit
    /// @param millionths 0 to a million
    public static long of(long amount, int millionths) {
      long whole = amount / WHOLE;
      long rest = amount % WHOLE;
      return whole * millionths + Math.floorDiv(rest * millionths + WHOLE / 2, (long) WHOLE);
    }
  }

  /// A contribution.
  ///
  /// @param kind code of the scheme `contribution-kind`
  /// @param amount null if no money is told
  /// @param date whose exchange rate holds: year, month and day in one number, 0 for a part that is
  ///   not known, as 20190500
  /// @param year in which it counts
  /// @param terms what a loan is by its terms, code of the scheme `sdg-17-3-1`; empty where no
  ///   terms are told
  /// @param quantity null if none is told
  /// @param sectors where the contribution tells its own
  public record Flow(
      String kind,
      @Nullable BigDecimal amount,
      String currency,
      int date,
      int year,
      String giver,
      String receiver,
      String form,
      String terms,
      @Nullable BigDecimal quantity,
      String unit,
      List<Share> sectors) {

    public Flow {
      sectors = List.copyOf(sectors);
    }
  }
}
