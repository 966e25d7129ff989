package org.bandung.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// How long a word holds: what nobody has said or confirmed for twelve months is stale.
///
/// Of every kind and of every source alike, the day counts on which its source last said it: of an
/// entry made here, when it was released or its body said that it still holds; of an imported one,
/// when a file last held it.
public final class Freshness {

  private static final int MONTHS = 12;
  private static final int NOTICE = 1;

  private Freshness() {}

  /// `stale = today > confirmed + 12 months`
  public static boolean stale(LocalDate confirmed, LocalDate today) {
    return today.isAfter(confirmed.plusMonths(MONTHS));
  }

  /// Whether it becomes stale within a month.
  public static boolean soonStale(LocalDate confirmed, LocalDate today) {
    return !stale(confirmed, today) && !today.isBefore(confirmed.plusMonths(MONTHS - NOTICE));
  }

  /// What was said before this moment is stale.
  static Instant staleBefore(Instant now) {
    return day(now).minusMonths(MONTHS).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// The day of a moment, in Coordinated Universal Time.
  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
