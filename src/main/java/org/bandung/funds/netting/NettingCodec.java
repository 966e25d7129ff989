package org.bandung.funds.netting;

import java.util.Map;
import org.bandung.store.EventJson;

/// Events as JSON. The words of the types are stored and never change.
final class NettingCodec {

  private static final EventJson JSON =
      EventJson.of(
          Map.ofEntries(
              Map.entry("opened", NettingEvent.Opened.class),
              Map.entry("entered", NettingEvent.Entered.class),
              Map.entry("answered", NettingEvent.Answered.class),
              Map.entry("calculated", NettingEvent.Calculated.class),
              Map.entry("accepted", NettingEvent.Accepted.class),
              Map.entry("declined", NettingEvent.Declined.class),
              Map.entry("reopened", NettingEvent.Reopened.class),
              Map.entry("settled", NettingEvent.Settled.class),
              Map.entry("ended", NettingEvent.Ended.class)),
          NettingEvent.class);

  private NettingCodec() {}

  static String json(Object value) {
    return JSON.write(value);
  }

  static NettingEvent event(String json) {
    return JSON.read(json, NettingEvent.class);
  }
}
