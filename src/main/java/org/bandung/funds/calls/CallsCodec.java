package org.bandung.funds.calls;

import java.util.Map;
import org.bandung.store.EventJson;

/// Events as JSON. The words of the types are stored and never change: a new kind of event gets a
/// new word.
final class CallsCodec {

  private static final EventJson JSON =
      EventJson.of(
              Map.of(
                  "planned", CallEvent.Planned.class,
                  "opened", CallEvent.Opened.class,
                  "extended", CallEvent.Extended.class,
                  "cancelled", CallEvent.Cancelled.class),
              CallEvent.class)
          .with(
              Map.ofEntries(
                  Map.entry("begun", ProposalEvent.Begun.class),
                  Map.entry("saved", ProposalEvent.Saved.class),
                  Map.entry("submitted", ProposalEvent.Submitted.class),
                  Map.entry("withdrawn", ProposalEvent.Withdrawn.class),
                  Map.entry("screened", ProposalEvent.Screened.class),
                  Map.entry("assigned", ProposalEvent.Assigned.class),
                  Map.entry("conflict", ProposalEvent.Conflicted.class),
                  Map.entry("reviewed", ProposalEvent.Reviewed.class),
                  Map.entry("decided", ProposalEvent.Decided.class),
                  Map.entry("listed", ProposalEvent.Listed.class)),
              ProposalEvent.class)
          .with(
              Map.of(
                  "convened", MeetingEvent.Convened.class,
                  "attended", MeetingEvent.Attended.class,
                  "voted", MeetingEvent.Voted.class,
                  "concluded", MeetingEvent.Concluded.class,
                  "closed", MeetingEvent.Closed.class),
              MeetingEvent.class);

  private CallsCodec() {}

  static String json(Object value) {
    return JSON.write(value);
  }

  static <E> E event(String json, Class<E> type) {
    return JSON.read(json, type);
  }
}
