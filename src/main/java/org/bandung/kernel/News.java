package org.bandung.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Something that bodies should hear of. Whoever does the deed publishes it as an event of the
/// application inside the deed's transaction; who tells people listens there, so that neither
/// happens without the other.
///
/// @param bodies ids of the bodies whose people are told
/// @param by id of the account that did it, who need not be told; empty if nobody did
/// @param what a word such as `match.invited`; the texts stand in the bundle `notices`
/// @param path where on this node more is said, such as `/desk/matches/…`
/// @param facts what the text names: `title`, `body`, `reason`, …; only what all these bodies may
///   read
public record News(
    Set<String> bodies, String by, String what, String path, Map<String, String> facts) {

  public News {
    bodies = Set.copyOf(bodies);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }
}
