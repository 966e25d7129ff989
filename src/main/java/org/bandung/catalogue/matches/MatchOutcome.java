package org.bandung.catalogue.matches;

/// What became of a deed on a match.
public sealed interface MatchOutcome {

  /// It is done, now or when it was sent before.
  record Done(Match after) implements MatchOutcome {}

  /// There is no such match for her.
  record Unknown() implements MatchOutcome {}

  /// She may see it and not do this.
  record NotAllowed() implements MatchOutcome {}

  /// As it stands this has no place.
  record OutOfPlace(Match.State state) implements MatchOutcome {}

  /// The two talk about this already.
  record AlreadyOpen(String match) implements MatchOutcome {}

  /// The other side speaks for itself here: nobody replies in its name.
  record SpeaksForItself() implements MatchOutcome {}

  /// A field that cannot be taken: `to`, `entry`, `title`, `message`, `reason`, `quantity`,
  /// `reference`, `dated`.
  record Faulty(String field) implements MatchOutcome {}
}
