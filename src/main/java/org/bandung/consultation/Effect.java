package org.bandung.consultation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What comes about when a version is consented to.
public sealed interface Effect {

  /// An agreement.
  ///
  /// @param under id of the agreement below which it stands
  /// @param until the last day on which it holds, unless it is extended; null where it has no end
  record MakesAgreement(Kind kind, Entry entry, @Nullable LocalDate until, @Nullable String under)
      implements Effect {}

  /// A change of an agreement; it goes on as it is until all whom it binds have consented.
  record ChangesAgreement(String agreement, Change change) implements Effect {}

  /// A position or declaration that the parties make together.
  ///
  /// @param forum where it is to be made, in the parties' own words
  record StatesPosition(String forum) implements Effect {}

  /// The end of the talks without agreement; the text says why.
  record EndsTalks() implements Effect {}

  /// Agreements nest in this order.
  enum Kind {
    FRAMEWORK,
    /// Minutes of a joint commission.
    MINUTES,
    PROJECT_DOCUMENT
  }

  /// What brings an agreement into force.
  enum Entry {
    /// The last signature.
    ON_SIGNATURE,
    /// The last party's notice that its own law is satisfied.
    ON_NOTIFICATION
  }

  /// How an agreement is to change.
  sealed interface Change {

    /// The text and terms of this version take the place of those before; all sign anew.
    record Amend() implements Change {}

    /// It holds longer.
    record Extend(LocalDate until) implements Change {}

    /// It rests from a day on.
    record Suspend(LocalDate from) implements Change {}

    /// It holds again from a day on.
    record Resume(LocalDate from) implements Change {}

    /// It ends; the day is the last on which it holds.
    record Terminate(LocalDate on) implements Change {}
  }
}
