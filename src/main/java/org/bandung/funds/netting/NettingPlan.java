package org.bandung.funds.netting;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a round is: who may take part, over which period, on which terms.
///
/// @param title in the language of whoever opened it
/// @param participants ids of bodies
public record NettingPlan(
    String title,
    LocalDate from,
    LocalDate to,
    SortedSet<String> participants,
    NettingTerms terms) {

  public NettingPlan {
    participants = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(participants));
  }
}
