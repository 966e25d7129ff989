package org.bandung.catalogue.matches;

import java.util.Map;
import org.bandung.store.EventJson;

/// Events of matches as JSON.
final class MatchCodec {

  private static final EventJson JSON =
      EventJson.of(
          Map.of(
              "invited", MatchEvent.Invited.class,
              "talks-begun", MatchEvent.TalksBegun.class,
              "declined", MatchEvent.Declined.class,
              "withdrawn", MatchEvent.Withdrawn.class,
              "cover-stated", MatchEvent.CoverStated.class,
              "talks-opened", MatchEvent.TalksOpened.class,
              "said-agreed", MatchEvent.SaidAgreed.class),
          MatchEvent.class);

  private MatchCodec() {}

  static String json(MatchEvent event) {
    return JSON.write(event);
  }

  static MatchEvent event(String json) {
    return JSON.read(json, MatchEvent.class);
  }
}
