package org.bandung.catalogue.matches;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.bandung.catalogue.matches.Match.Letter;
import org.bandung.catalogue.matches.Match.Sides;
import org.bandung.catalogue.matches.Match.State;
import org.bandung.catalogue.matches.Match.Subject;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// What may be done to a match as it stands: pure functions. Each says the event that follows, or
/// why none does.
final class MatchRules {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_TEXT = 4_000;
  private static final BigDecimal MOST = new BigDecimal("1e15");

  private MatchRules() {}

  /// What a rule says.
  sealed interface Verdict {
    /// This happens.
    record Happens(MatchEvent event) implements Verdict {}

    /// Nothing does.
    record Refused(MatchOutcome why) implements Verdict {}
  }

  /// Invites.
  ///
  /// @param known whether the invited party is a country or body that is known
  static Verdict invite(String id, Subject subject, Sides sides, String message, boolean known) {
    if (!known || sides.inviting().equals(sides.invited())) {
      return faulty("to");
    }
    var titles = subject.title().byLanguage().values();
    if (titles.isEmpty() || titles.stream().anyMatch(t -> bad(t, LONGEST_TITLE))) {
      return faulty("title");
    }
    if (message.length() > LONGEST_TEXT || hasControls(message)) {
      return faulty("message");
    }
    return new Verdict.Happens(new MatchEvent.Invited(id, subject, sides, message.strip()));
  }

  /// The invited side wants to talk.
  static Verdict beginTalks(Match match, String party) {
    return only(match, party.equals(match.sides().invited()), State.INVITED)
        .orElseGet(() -> new Verdict.Happens(new MatchEvent.TalksBegun(null)));
  }

  /// The invited side does not want to, and says why.
  static Verdict decline(Match match, String party, String reason) {
    if (bad(reason, LONGEST_TEXT)) {
      return faulty("reason");
    }
    return only(match, party.equals(match.sides().invited()), State.INVITED)
        .orElseGet(() -> new Verdict.Happens(new MatchEvent.Declined(reason.strip(), null)));
  }

  /// The inviting side attests what the other replied by letter.
  ///
  /// @param reason why it declined; null: it wants to talk
  /// @param here whether the other side has a body here
  static Verdict enterLetter(
      Match match,
      String party,
      @Nullable String reason,
      Letter letter,
      boolean here,
      LocalDate today) {
    if (bad(letter.reference(), LONGEST_TITLE)) {
      return faulty("reference");
    }
    if (letter.dated().isAfter(today)) {
      return faulty("dated");
    }
    if (reason != null && bad(reason, LONGEST_TEXT)) {
      return faulty("reason");
    }
    var refused = only(match, party.equals(match.sides().inviting()), State.INVITED);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (here) {
      return new Verdict.Refused(new MatchOutcome.SpeaksForItself());
    }
    return new Verdict.Happens(
        reason == null
            ? new MatchEvent.TalksBegun(letter)
            : new MatchEvent.Declined(reason.strip(), letter));
  }

  /// One side draws back, whatever it had come to, and says why.
  static Verdict withdraw(Match match, String party, String reason) {
    if (bad(reason, LONGEST_TEXT)) {
      return faulty("reason");
    }
    boolean place =
        match.state() == State.INVITED
            ? party.equals(match.sides().inviting())
            : match.sides().has(party);
    return only(match, place, State.INVITED, State.IN_TALKS, State.AGREED)
        .orElseGet(() -> new Verdict.Happens(new MatchEvent.Withdrawn(reason.strip())));
  }

  /// The providing side says how much it can cover; in the unit in which it is sought, if one is.
  static Verdict cover(Match match, String party, @Nullable Quantity quantity) {
    if (quantity != null
        && (quantity.number().signum() <= 0
            || quantity.number().compareTo(MOST) > 0
            || bad(quantity.unit(), LONGEST_TITLE))) {
      return faulty("quantity");
    }
    var wanted = match.subject().wanted();
    if (quantity != null && wanted != null && !wanted.unit().equals(quantity.unit())) {
      return faulty("quantity");
    }
    boolean providing = match.sides().providing().filter(party::equals).isPresent();
    return only(match, providing, State.INVITED, State.IN_TALKS)
        .orElseGet(() -> new Verdict.Happens(new MatchEvent.CoverStated(quantity)));
  }

  /// Talks were opened.
  static Verdict open(Match match, String consultation) {
    return only(match, true, State.IN_TALKS)
        .orElseGet(() -> new Verdict.Happens(new MatchEvent.TalksOpened(consultation)));
  }

  /// One side says that both have agreed; it holds when the other says so too.
  static Verdict agree(Match match, String party) {
    return only(match, match.sides().has(party) && !match.agreed().contains(party), State.IN_TALKS)
        .orElseGet(() -> new Verdict.Happens(new MatchEvent.SaidAgreed()));
  }

  private static Optional<Verdict> only(Match match, boolean place, State... states) {
    for (var state : states) {
      if (match.state() == state && place) {
        return Optional.empty();
      }
    }
    return Optional.of(new Verdict.Refused(new MatchOutcome.OutOfPlace(match.state())));
  }

  private static Verdict faulty(String field) {
    return new Verdict.Refused(new MatchOutcome.Faulty(field));
  }

  private static boolean bad(String text, int longest) {
    return text.isBlank() || text.length() > longest || hasControls(text);
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
  }
}
