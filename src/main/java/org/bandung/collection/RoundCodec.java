package org.bandung.collection;

import java.util.Map;
import org.bandung.store.EventJson;

/// Events and editions as JSON. The words of the types are stored and never change: a new kind of
/// event gets a new word.
final class RoundCodec {

  private static final EventJson JSON =
      EventJson.of(
          Map.ofEntries(
              Map.entry("opened", RoundEvent.Opened.class),
              Map.entry("invited", RoundEvent.Invited.class),
              Map.entry("listed", RoundEvent.Listed.class),
              Map.entry("seen", RoundEvent.Seen.class),
              Map.entry("confirmed", RoundEvent.Confirmed.class),
              Map.entry("corrected", RoundEvent.Corrected.class),
              Map.entry("refused", RoundEvent.Refused.class),
              Map.entry("reconsidered", RoundEvent.Reconsidered.class),
              Map.entry("added", RoundEvent.Added.class),
              Map.entry("took-back", RoundEvent.TookBack.class),
              Map.entry("nothing-reported", RoundEvent.NothingReported.class),
              Map.entry("submitted", RoundEvent.Submitted.class),
              Map.entry("sent-back", RoundEvent.SentBack.class),
              Map.entry("accepted", RoundEvent.Accepted.class),
              Map.entry("reminded", RoundEvent.Reminded.class),
              Map.entry("due-moved", RoundEvent.DueMoved.class),
              Map.entry("signed-off", RoundEvent.SignedOff.class),
              Map.entry("frozen", RoundEvent.Frozen.class),
              Map.entry("released", RoundEvent.Released.class),
              Map.entry("amended", RoundEvent.Amended.class)),
          RoundEvent.class);

  private RoundCodec() {}

  static String json(Object value) {
    return JSON.write(value);
  }

  static RoundEvent event(String json) {
    return JSON.read(json, RoundEvent.class);
  }

  static EditionTable.Head head(String json) {
    return JSON.read(json, EditionTable.Head.class);
  }

  static Edition edition(String json) {
    return JSON.read(json, Edition.class);
  }
}
