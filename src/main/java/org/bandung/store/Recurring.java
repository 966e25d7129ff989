package org.bandung.store;

import java.time.Duration;

/// Something a server does again and again while it lives: carrying letters, looking for deadlines.
/// What it does must bear being done twice, and being left off at any moment.
public interface Recurring {

  /// What it is called in the log.
  String name();

  /// How long it rests in between.
  Duration every();

  /// Does it once. If this throws, it is tried again after the next rest.
  void round();
}
