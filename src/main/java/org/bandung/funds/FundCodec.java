package org.bandung.funds;

import java.util.Map;
import org.bandung.store.EventJson;

/// Events of funds as JSON. The words of the types are stored and never change: a new kind of event
/// gets a new word.
final class FundCodec {

  private static final EventJson JSON =
      EventJson.of(
          Map.ofEntries(
              Map.entry("opened", FundEvent.Opened.class),
              Map.entry("restated", FundEvent.Restated.class),
              Map.entry("window-set", FundEvent.WindowSet.class),
              Map.entry("appointed", FundEvent.Appointed.class),
              Map.entry("dismissed", FundEvent.Dismissed.class),
              Map.entry("pledged", FundEvent.Pledged.class),
              Map.entry("pledged-in-kind", FundEvent.PledgedInKind.class),
              Map.entry("received", FundEvent.Received.class),
              Map.entry("let-go", FundEvent.LetGo.class),
              Map.entry("delivered", FundEvent.Delivered.class),
              Map.entry("interest-earned", FundEvent.InterestEarned.class),
              Map.entry("fee-taken", FundEvent.FeeTaken.class),
              Map.entry("shown", FundEvent.Shown.class)),
          FundEvent.class);

  private FundCodec() {}

  static String json(Object value) {
    return JSON.write(value);
  }

  static FundEvent event(String json) {
    return JSON.read(json, FundEvent.class);
  }
}
