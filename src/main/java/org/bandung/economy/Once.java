package org.bandung.economy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Keeps what is dear to calculate, and has it calculated once: whoever asks for the same meanwhile
/// waits for it. A failure is told to all who waited and is not kept; whoever asks next tries
/// again.
///
/// What is kept has bounded room: what was not asked for longest goes first, and is calculated
/// again when it is asked for.
final class Once {

  private final long room;
  // The one not asked for longest comes first.
  private final Map<Place, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long taken;

  /// @param room bytes of all that is kept; the last that was calculated stays even if it needs
  ///   more
  Once(long room) {
    this.room = room;
  }

  private record Place(Class<?> type, Object key) {}

  private static final class Kept {
    private final CompletableFuture<Object> value = new CompletableFuture<>();
    // Unknown until it is there.
    private long bytes;
  }

  /// What belongs to a key.
  ///
  /// @param key of keys of one class there may be values of several types
  /// @param make calculates it; may ask for others, never for itself
  /// @param bytes what it takes, about
  /// @throws CancellationException if the thread is interrupted while it waits for another one
  <K extends Record, V> V get(Class<V> type, K key, Function<K, V> make, ToLongFunction<V> bytes) {
    var place = new Place(type, key);
    var own = new Kept();
    while (true) {
      Kept found;
      synchronized (kept) {
        found = kept.computeIfAbsent(place, p -> own);
      }
      if (found == own) {
        return made(place, own, key, make, bytes);
      }
      try {
        return type.cast(found.value.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw waitedInVain(e);
      } catch (ExecutionException e) {
        throw thrown(e);
      } catch (CancellationException e) {
        // Whoever calculated it was interrupted, which is no reason for others to give up.
        continue;
      }
    }
  }

  private <K, V> V made(
      Place place, Kept own, K key, Function<K, V> make, ToLongFunction<V> bytes) {
    try {
      V value = make.apply(key);
      synchronized (kept) {
        // It may have had to give way while it was calculated.
        if (kept.get(place) == own) {
          own.bytes = bytes.applyAsLong(value);
          taken += own.bytes;
          giveWay(own);
        }
      }
      own.value.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      synchronized (kept) {
        kept.remove(place, own);
      }
      own.value.completeExceptionally(Thread.currentThread().isInterrupted() ? waitedInVain(e) : e);
      throw e;
    }
  }

  private void giveWay(Kept last) {
    var eldest = kept.values().iterator();
    while (taken > room && eldest.hasNext()) {
      var next = eldest.next();
      if (next != last && next.value.isDone()) {
        taken -= next.bytes;
        eldest.remove();
      }
    }
  }

  /// Bytes of all that is kept.
  long taken() {
    synchronized (kept) {
      return taken;
    }
  }

  private static CancellationException waitedInVain(Throwable cause) {
    var cancelled = new CancellationException("interrupted");
    cancelled.initCause(cause);
    return cancelled;
  }

  private static RuntimeException thrown(ExecutionException failed) {
    var cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(failed);
  }
}
