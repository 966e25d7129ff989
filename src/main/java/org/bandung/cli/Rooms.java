package org.bandung.cli;

import java.util.List;

/// The services of the house, opened when a command first asks for one: help and mistakes of usage
/// cost no database.
public interface Rooms {

  /// The service of a type.
  ///
  /// @throws CannotStart if the house cannot be opened
  <T> T open(Class<T> service);

  /// The house cannot be opened as it is configured; said to the operator in one line.
  final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> arguments;

    /// @param code key of the message `cannot.<code>`
    public CannotStart(String code, List<String> arguments, Throwable cause) {
      super(code + " " + arguments, cause);
      this.code = code;
      this.arguments = List.copyOf(arguments);
    }

    String code() {
      return code;
    }

    List<String> arguments() {
      return arguments;
    }
  }
}
