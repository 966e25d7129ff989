package org.bandung.collection;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Body;

/// Who hears what of an event: a pure function.
///
/// @param word the end of the key `news.collection.…` and of those of letters
/// @param bodies who are told on this node
/// @param letter the institution that gets a letter as well
/// @param path where more is said
record RoundNews(
    String word, Set<String> bodies, Optional<String> letter, String path, String reason) {

  RoundNews {
    bodies = Set.copyOf(bodies);
  }

  static Optional<RoundNews> of(Round after, RoundEvent event, Body by) {
    return switch (event) {
      case RoundEvent.Invited e -> institution(after, "invited", e.institution(), "");
      case RoundEvent.Reminded e -> institution(after, "reminded", e.institution(), "");
      case RoundEvent.SentBack e -> institution(after, "sent-back", e.institution(), e.reason());
      case RoundEvent.Accepted e -> institution(after, "accepted", e.institution(), "");
      case RoundEvent.Submitted e -> authority(after, "submitted");
      case RoundEvent.NothingReported e -> authority(after, "nothing");
      case RoundEvent.Released e -> {
        var all = new HashSet<>(after.asked().keySet());
        all.add(by.id());
        yield Optional.of(
            new RoundNews(
                "released", all, Optional.empty(), "/editions/" + e.number(), e.number()));
      }
      case RoundEvent.Opened e -> Optional.empty();
      case RoundEvent.Listed e -> Optional.empty();
      case RoundEvent.Seen e -> Optional.empty();
      case RoundEvent.Confirmed e -> Optional.empty();
      case RoundEvent.Corrected e -> Optional.empty();
      case RoundEvent.Refused e -> Optional.empty();
      case RoundEvent.Reconsidered e -> Optional.empty();
      case RoundEvent.Added e -> Optional.empty();
      case RoundEvent.TookBack e -> Optional.empty();
      case RoundEvent.DueMoved e -> Optional.empty();
      case RoundEvent.SignedOff e -> Optional.empty();
      case RoundEvent.Frozen e -> Optional.empty();
      case RoundEvent.Amended e -> Optional.empty();
    };
  }

  private static Optional<RoundNews> institution(
      Round r, String word, String institution, String reason) {
    return Optional.of(
        new RoundNews(
            word,
            Set.of(institution),
            Optional.of(institution),
            "/desk/rounds/" + r.id() + "/mine",
            reason));
  }

  private static Optional<RoundNews> authority(Round r, String word) {
    return Optional.of(
        new RoundNews(
            word, Set.of(r.plan().owner()), Optional.empty(), "/desk/rounds/" + r.id(), ""));
  }
}
