package org.bandung;

import org.bandung.exchange.Imports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/// Fills a new home with the starter collection before the server opens its port, so that the first
/// answer anybody gets is not that nothing is here.
final class FirstFill implements SmartLifecycle {

  private final ObjectProvider<Imports> imports;
  private volatile boolean running;

  FirstFill(ObjectProvider<Imports> imports) {
    this.imports = imports;
  }

  /// Long before the web server, whose phase is near the last.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    running = true;
    imports.getObject().importStarterIfNew();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
