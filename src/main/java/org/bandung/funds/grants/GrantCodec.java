package org.bandung.funds.grants;

import java.util.Map;
import org.bandung.store.EventJson;

/// Events of grants as JSON. The words of the types are stored and never change: a new kind of
/// event gets a new word.
final class GrantCodec {

  private static final EventJson JSON =
      EventJson.of(
          Map.ofEntries(
              Map.entry("opened", GrantEvent.Opened.class),
              Map.entry("reached", GrantEvent.Reached.class),
              Map.entry("reported", GrantEvent.Reported.class),
              Map.entry("accepted", GrantEvent.Accepted.class),
              Map.entry("sent-back", GrantEvent.SentBack.class),
              Map.entry("requested", GrantEvent.Requested.class),
              Map.entry("approved", GrantEvent.Approved.class),
              Map.entry("refused", GrantEvent.Refused.class),
              Map.entry("paid", GrantEvent.Paid.class),
              Map.entry("returned", GrantEvent.Returned.class),
              Map.entry("extended", GrantEvent.Extended.class),
              Map.entry("audited", GrantEvent.Audited.class),
              Map.entry("closed", GrantEvent.Closed.class)),
          GrantEvent.class);

  private GrantCodec() {}

  static String json(Object value) {
    return JSON.write(value);
  }

  static GrantEvent event(String json) {
    return JSON.read(json, GrantEvent.class);
  }
}
