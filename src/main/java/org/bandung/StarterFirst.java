package org.bandung;

import org.bandung.exchange.Imports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/// Loads the starter collection into a new home before the port opens, so that the first visitor
/// never meets an empty house.
final class StarterFirst implements SmartLifecycle {

  /// Before the web server, whose phase is near the greatest number.
  private static final int BEFORE_THE_DOORS = 0;

  private final ObjectProvider<Imports> imports;
  private volatile boolean done;

  StarterFirst(ObjectProvider<Imports> imports) {
    this.imports = imports;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_DOORS;
  }

  @Override
  public void start() {
    imports.getObject().importStarterIfNew();
    done = true;
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }
}
