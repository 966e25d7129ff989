package org.bandung.access.guard;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The key of this node is being changed: whoever keeps sealed secrets seals them anew, in the
/// transaction in which this is told.
public final class Resealing {

  private final KeyFile keys;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  /// @param keys whose newest seals
  public Resealing(KeyFile keys) {
    this.keys = keys;
  }

  /// A secret sealed anew; empty if it does not open, and must stay as it is.
  public Optional<byte[]> again(byte[] sealed) {
    var again = keys.opened(sealed).map(keys::sealed);
    (again.isPresent() ? done : lost).incrementAndGet();
    return again;
  }

  /// How many were sealed anew.
  public int done() {
    return done.get();
  }

  /// How many did not open.
  public int lost() {
    return lost.get();
  }
}
