package org.bandung.store;

/// Whether everything that follows the change log has caught up with where the log stood at start.
public interface Readiness {

  boolean ready();
}
