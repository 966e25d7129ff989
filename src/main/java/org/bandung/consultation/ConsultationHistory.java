package org.bandung.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.consultation.Consultation.Comment;
import org.bandung.consultation.Consultation.Deadline;
import org.bandung.consultation.Consultation.Departure;
import org.bandung.consultation.Consultation.PrivateNote;
import org.bandung.consultation.Consultation.Setup;
import org.bandung.consultation.Consultation.Talk;
import org.bandung.consultation.Consultation.Version;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.consultation.Reply.Attested;
import org.bandung.consultation.Reply.Confirmed;
import org.bandung.consultation.Reply.Own;
import org.jspecify.annotations.Nullable;

/// From events to how things stand.
public final class ConsultationHistory {

  private ConsultationHistory() {}

  /// How things stand after these events.
  ///
  /// @throws IllegalStateException if they are not the whole history from its beginning
  public static Consultation fold(List<Recorded> events) {
    if (events.isEmpty() || !(events.getFirst().event() instanceof ConsultationEvent.Opened)) {
      throw new IllegalStateException("a consultation begins with its opening");
    }
    Consultation state = null;
    for (var recorded : events) {
      state = state == null ? begun(recorded) : after(state, recorded);
    }
    return java.util.Objects.requireNonNull(state);
  }

  /// The events that a party may see, as if there were no others: neither the notes of the others,
  /// nor what came after it left.
  public static List<Recorded> visibleTo(String party, List<Recorded> events) {
    var visible = new ArrayList<Recorded>();
    for (var recorded : events) {
      boolean own = recorded.by().party().equals(party);
      if (recorded.event() instanceof ConsultationEvent.Noted && !own) {
        continue;
      }
      visible.add(new Recorded(visible.size() + 1, recorded.at(), recorded.by(), recorded.event()));
      if (recorded.event() instanceof ConsultationEvent.Left && own) {
        break;
      }
    }
    return List.copyOf(visible);
  }

  private static Consultation begun(Recorded recorded) {
    if (recorded.sequence() != 1
        || !(recorded.event() instanceof ConsultationEvent.Opened(var id, var setup))) {
      throw new IllegalStateException("a consultation begins with its opening");
    }
    return new Consultation(
        id, setup, List.of(), Map.of(), new Talk(List.of(), List.of(), List.of()), null, 1);
  }

  /// How things stand after one more event.
  static Consultation after(Consultation c, Recorded r) {
    if (r.sequence() != c.sequence() + 1) {
      throw new IllegalStateException(
          c.id() + ": event " + r.sequence() + " follows " + c.sequence());
    }
    var state = changed(c, r);
    return new Consultation(
        state.id(),
        r.event() instanceof ConsultationEvent.Noted
            ? state.setup()
            : actingItself(state.setup(), r.by()),
        state.versions(),
        state.departures(),
        state.talk(),
        state.conclusion(),
        r.sequence());
  }

  /// A note does not count as acting: the others would see from it that one was written.
  private static Setup actingItself(Setup setup, Author by) {
    return new Setup(
        setup.parties().stream()
            .map(p -> p.byLetter() && p.id().equals(by.party()) ? p.actingItself() : p)
            .toList(),
        setup.rule());
  }

  private static Consultation changed(Consultation c, Recorded r) {
    return switch (r.event()) {
      case ConsultationEvent.Opened opened ->
          throw new IllegalStateException(c.id() + " was opened before");
      case ConsultationEvent.Proposed(int number, var proposal) ->
          with(c, added(c.versions(), new Version(number, proposal, r.by(), r.at(), Map.of())));
      case ConsultationEvent.PositionTaken(int version, var position) ->
          replied(c, r.by().party(), new Reply(position, r.at(), new Own(r.by())));
      case ConsultationEvent.LetterEntered(var party, int version, var position, var letter) ->
          replied(c, party, new Reply(position, r.at(), new Attested(r.by(), letter)));
      case ConsultationEvent.LetterConfirmed(int version) -> confirmed(c, r.by());
      case ConsultationEvent.LetterDisowned(int version, var reason) -> disowned(c, r.by());
      case ConsultationEvent.Left(var reason) -> left(c, new Departure(r.by(), r.at(), reason));
      case ConsultationEvent.Concluded(var conclusion) -> ended(c, conclusion);
      case ConsultationEvent.Commented(int version, var text) ->
          with(
              c,
              new Talk(
                  added(c.talk().comments(), new Comment(version, r.by(), r.at(), text)),
                  c.talk().notes(),
                  c.talk().deadlines()));
      case ConsultationEvent.Noted(var text) ->
          with(
              c,
              new Talk(
                  c.talk().comments(),
                  added(c.talk().notes(), new PrivateNote(r.by(), r.at(), text)),
                  c.talk().deadlines()));
      case ConsultationEvent.DeadlineSet(int version, var until) ->
          with(c, deadlines(c, added(c.talk().deadlines(), new Deadline(version, until, false))));
      case ConsultationEvent.DeadlineLapsed lapsed -> with(c, deadlines(c, lapsed(c, lapsed)));
    };
  }

  private static List<Deadline> lapsed(Consultation c, ConsultationEvent.DeadlineLapsed lapsed) {
    return c.talk().deadlines().stream()
        .map(d ->
            d.version() == lapsed.version() && d.until().equals(lapsed.until())
                ? new Deadline(d.version(), d.until(), true)
                : d)
        .toList();
  }

  private static Talk deadlines(Consultation c, List<Deadline> deadlines) {
    return new Talk(c.talk().comments(), c.talk().notes(), deadlines);
  }

  private static Consultation replied(Consultation c, String party, Reply reply) {
    var replies = new LinkedHashMap<>(c.latest().replies());
    replies.put(party, reply);
    return with(c, replies);
  }

  private static Consultation confirmed(Consultation c, Author by) {
    var reply = c.latest().replies().get(by.party());
    if (reply == null || !(reply.voice() instanceof Attested(var attestedBy, var letter))) {
      throw new IllegalStateException(c.id() + ": nothing to confirm");
    }
    return replied(
        c,
        by.party(),
        new Reply(reply.position(), reply.at(), new Confirmed(by, attestedBy, letter)));
  }

  /// Whatever it was that came about on a reply which was none, has not.
  private static Consultation disowned(Consultation c, Author by) {
    var replies = new LinkedHashMap<>(c.latest().replies());
    replies.remove(by.party());
    return ended(with(c, replies), null);
  }

  private static Consultation left(Consultation c, Departure departure) {
    var departures = new LinkedHashMap<>(c.departures());
    departures.put(departure.by().party(), departure);
    return new Consultation(
        c.id(), c.setup(), c.versions(), departures, c.talk(), c.conclusion(), c.sequence());
  }

  private static Consultation with(Consultation c, List<Version> versions) {
    return new Consultation(
        c.id(), c.setup(), versions, c.departures(), c.talk(), c.conclusion(), c.sequence());
  }

  private static Consultation with(Consultation c, Map<String, Reply> replies) {
    var versions = new ArrayList<>(c.versions());
    var latest = versions.removeLast();
    versions.add(
        new Version(latest.number(), latest.proposal(), latest.by(), latest.at(), replies));
    return with(c, versions);
  }

  private static Consultation with(Consultation c, Talk talk) {
    return new Consultation(
        c.id(), c.setup(), c.versions(), c.departures(), talk, c.conclusion(), c.sequence());
  }

  private static Consultation ended(Consultation c, @Nullable Conclusion conclusion) {
    return new Consultation(
        c.id(), c.setup(), c.versions(), c.departures(), c.talk(), conclusion, c.sequence());
  }

  private static <T> List<T> added(List<T> list, T one) {
    var longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }
}
