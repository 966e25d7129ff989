package org.bandung.cli;

import java.net.URI;
import java.util.OptionalInt;

/// Runs the web server of this node.
public interface Serving {

  /// Starts the server, and comes back when it has been told to stop.
  ///
  /// @param port instead of the configured one
  /// @param voice tells the operator what she must know
  /// @throws Rooms.CannotStart if it cannot be started
  void serve(OptionalInt port, Voice voice);

  /// What a server tells the operator once it answers.
  interface Voice {
    /// Where it answers.
    void answers(URI address);

    /// Nobody keeps this node yet.
    ///
    /// @param link makes the first administrator; holds once, for a day
    void awaitsAdministrator(URI link);
  }
}
