package org.bandung.cli;

import java.util.OptionalInt;
import java.util.function.Consumer;

/// Runs the web server of this node.
public interface Serving {

  /// Starts the server, and comes back when it has been told to stop.
  ///
  /// @param port instead of the configured one
  /// @param answering hears the port as soon as the server answers
  /// @throws Rooms.CannotStart if it cannot be started
  void serve(OptionalInt port, Consumer<Integer> answering);
}
