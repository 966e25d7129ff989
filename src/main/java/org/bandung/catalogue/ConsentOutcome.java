package org.bandung.catalogue;

import java.time.LocalDate;

/// What became of the wish to take a consent back.
public sealed interface ConsentOutcome {

  /// The person is out of the roster, and what was known of her is gone.
  record Withdrawn(String id, LocalDate on) implements ConsentOutcome {}

  /// She was out of it already.
  record WithdrawnBefore(String id, LocalDate on) implements ConsentOutcome {}

  /// A consent of a later day stands; the day is that of the consent.
  record GivenLater(String id, LocalDate given) implements ConsentOutcome {}

  /// Nobody in the roster has this id.
  record NoSuchPerson(String id) implements ConsentOutcome {}
}
