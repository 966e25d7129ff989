package org.bandung.web.frame;

import java.util.LinkedHashMap;
import java.util.Map;

/// One bucket of requests for each caller: it holds a minute's worth and fills up evenly.
///
/// Memory is bounded: beyond the greatest number of callers, the one not heard of for longest is
/// forgotten. Knows no clock; time only ever comes in as nanoseconds.
final class TokenBuckets {

  private static final double MINUTE = 60e9;

  private final int perMinute;
  private final Map<String, Bucket> buckets;

  /// @param perMinute above zero
  TokenBuckets(int perMinute, int mostCallers) {
    this.perMinute = perMinute;
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > mostCallers;
          }
        };
  }

  /// How full a bucket was, and when.
  private record Bucket(double tokens, long at) {}

  /// Takes one request out of the caller's bucket.
  ///
  /// @return 0 if there was one, else the whole seconds, at least 1, until there will be
  synchronized long take(String caller, long now) {
    var before = buckets.get(caller);
    double tokens =
        before == null
            ? perMinute
            : Math.min(perMinute, before.tokens() + (now - before.at()) * perMinute / MINUTE);
    boolean granted = tokens >= 1;
    buckets.put(caller, new Bucket(granted ? tokens - 1 : tokens, now));
    return granted ? 0 : Math.max(1, (long) Math.ceil((1 - tokens) * MINUTE / perMinute / 1e9));
  }

  synchronized int callers() {
    return buckets.size();
  }
}
