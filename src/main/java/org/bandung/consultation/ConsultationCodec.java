package org.bandung.consultation;

import java.util.Map;
import org.bandung.store.EventJson;

/// Events and state as JSON. The words of the types are stored and never change: a new kind of
/// event gets a new word.
public final class ConsultationCodec {

  private static final EventJson JSON =
      EventJson.of(
          Map.ofEntries(
              Map.entry("opened", ConsultationEvent.Opened.class),
              Map.entry("proposed", ConsultationEvent.Proposed.class),
              Map.entry("position-taken", ConsultationEvent.PositionTaken.class),
              Map.entry("letter-entered", ConsultationEvent.LetterEntered.class),
              Map.entry("letter-confirmed", ConsultationEvent.LetterConfirmed.class),
              Map.entry("letter-disowned", ConsultationEvent.LetterDisowned.class),
              Map.entry("left", ConsultationEvent.Left.class),
              Map.entry("commented", ConsultationEvent.Commented.class),
              Map.entry("noted", ConsultationEvent.Noted.class),
              Map.entry("deadline-set", ConsultationEvent.DeadlineSet.class),
              Map.entry("deadline-lapsed", ConsultationEvent.DeadlineLapsed.class),
              Map.entry("concluded", ConsultationEvent.Concluded.class),
              Map.entry("accepts", Position.Accepts.class),
              Map.entry("objects", Position.Objects.class),
              Map.entry("abstains", Position.Abstains.class),
              Map.entry("own", Reply.Own.class),
              Map.entry("attested", Reply.Attested.class),
              Map.entry("confirmed", Reply.Confirmed.class),
              Map.entry("agreed", Conclusion.Agreed.class),
              Map.entry("joint-position", Conclusion.JointPosition.class),
              Map.entry("no-agreement", Conclusion.NoAgreement.class),
              Map.entry("makes-agreement", Effect.MakesAgreement.class),
              Map.entry("changes-agreement", Effect.ChangesAgreement.class),
              Map.entry("states-position", Effect.StatesPosition.class),
              Map.entry("ends-talks", Effect.EndsTalks.class),
              Map.entry("amend", Effect.Change.Amend.class),
              Map.entry("extend", Effect.Change.Extend.class),
              Map.entry("suspend", Effect.Change.Suspend.class),
              Map.entry("resume", Effect.Change.Resume.class),
              Map.entry("terminate", Effect.Change.Terminate.class)),
          ConsultationEvent.class,
          Position.class,
          Reply.Voice.class,
          Conclusion.class,
          Effect.class,
          Effect.Change.class);

  private ConsultationCodec() {}

  /// As it is stored.
  public static String json(Object value) {
    return JSON.write(value);
  }

  /// From how it is stored.
  public static <T> T read(String json, Class<T> type) {
    return JSON.read(json, type);
  }

  /// The value as maps, lists, texts and whole numbers.
  public static Object tree(Object value) {
    return JSON.tree(value);
  }

  /// A codec that also knows other events by their words.
  ///
  /// @param sealed the types whose kinds they are
  public static EventJson with(Map<String, Class<?>> more, Class<?>... sealed) {
    return JSON.with(more, sealed);
  }
}
