package org.bandung.web.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.bandung.exchange.tossd.TossdExtract.Extract;
import org.bandung.kernel.CountryCode;

/// The last few extracts, as long as the facts stay; few are made at once. Nobody waits for another
/// one's extract: a request that waits holds a place of the [org.bandung.web.frame] turnstile, and
/// fifty of them would shut the door for everybody.
final class KeptExtracts {

  private static final int KEPT = 4;

  /// Each reads many records.
  private final Semaphore places;

  private final Map<Key, Extract> kept = new LinkedHashMap<>();

  KeptExtracts(int atOnce) {
    this.places = new Semaphore(atOnce);
  }

  /// Of what an extract is.
  ///
  /// @param state a word for the facts; empty while they are on the move, and then nothing is kept
  record Key(CountryCode provider, int year, String state) {}

  /// The extract; empty if others are being made just now.
  Optional<Extract> find(Key key, Supplier<Extract> making) {
    var ready = ready(key);
    if (ready.isPresent()) {
      return ready;
    }
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      var made = making.get();
      keep(key, made);
      return Optional.of(made);
    } finally {
      places.release();
    }
  }

  private synchronized Optional<Extract> ready(Key key) {
    return Optional.ofNullable(kept.get(key));
  }

  /// What is of another state serves nobody any more.
  private synchronized void keep(Key key, Extract made) {
    if (key.state().isEmpty()) {
      return;
    }
    kept.keySet().removeIf(k -> !k.state().equals(key.state()));
    kept.put(key, made);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
