package org.bandung.registry.decisions;

import java.time.Instant;

/// A decision as it was taken.
///
/// @param left id of an initiative; the part, where one is a part
/// @param body in whose name it was taken
public record Decision(
    long id,
    String left,
    String right,
    Verdict verdict,
    String reason,
    String bodyId,
    String body,
    Instant at) {

  /// Whether it is about these two.
  public boolean concerns(String one, String other) {
    return left.equals(one) && right.equals(other) || left.equals(other) && right.equals(one);
  }
}
