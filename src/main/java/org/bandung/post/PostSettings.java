package org.bandung.post;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The mail server that letters are handed to.
///
/// @param server none: letters are written down and wait
/// @param from the sender's address
public record PostSettings(Optional<Server> server, String from) {

  /// A mail server.
  ///
  /// @param encrypted whether the talk must be encrypted (STARTTLS, or TLS from the start at port
  ///   465)
  public record Server(
      String host, int port, boolean encrypted, @Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return host + ":" + port; // never the password
    }
  }
}
