package org.bandung.cli;

import java.net.URI;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Runs the web server of this node.
public interface Serving {

  /// Starts the server, and comes back when it has been told to stop.
  ///
  /// @param port instead of the configured one
  /// @param answering hears where the server answers, as soon as it does
  /// @throws Rooms.CannotStart if it cannot be started
  void serve(OptionalInt port, Consumer<URI> answering);
}
