package org.bandung.store;

import java.util.List;

/// Something derived that follows the facts through the change log: an index, a cache, notices.
public interface ChangeFollower {

  /// The name its cursor is kept under; never changes.
  String name();

  /// Takes in the next changes, oldest first. The cursor moves on in the same transaction; if this
  /// throws, the same changes come again.
  void follow(List<ChangeLog.Change> changes);
}
