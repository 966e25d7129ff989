package org.bandung.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// When a person may stand in the roster: a pure function of what is recorded of her consent.
///
/// A consent holds from the day it was given until one is withdrawn on that day or later; a new one
/// must be younger than the last withdrawal.
final class ConsentRules {

  /// A consent given, or withdrawn.
  record Act(boolean given, LocalDate on) {}

  private ConsentRules() {}

  /// Whether a consent of that day is good today, after the acts recorded.
  static boolean holds(LocalDate given, List<Act> acts, LocalDate today) {
    return !given.isAfter(today) && lastWithdrawal(acts).map(given::isAfter).orElse(true);
  }

  /// What becomes of the wish to take a consent back on a day.
  static ConsentOutcome withdraw(String id, List<Act> acts, LocalDate on) {
    var given = acts.stream().filter(Act::given).map(Act::on).max(LocalDate::compareTo);
    if (given.isEmpty()) {
      return new ConsentOutcome.NoSuchPerson(id);
    }
    var withdrawn = lastWithdrawal(acts).filter(day -> !given.get().isAfter(day));
    if (withdrawn.isPresent()) {
      return new ConsentOutcome.WithdrawnBefore(id, withdrawn.get());
    }
    return given.get().isAfter(on)
        ? new ConsentOutcome.GivenLater(id, given.get())
        : new ConsentOutcome.Withdrawn(id, on);
  }

  /// The day of the last withdrawal.
  static Optional<LocalDate> lastWithdrawal(List<Act> acts) {
    return acts.stream().filter(a -> !a.given()).map(Act::on).max(LocalDate::compareTo);
  }
}
