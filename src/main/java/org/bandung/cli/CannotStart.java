package org.bandung.cli;

import java.util.List;

/// The house cannot be opened as it is configured; said to the operator in one line.
public final class CannotStart extends RuntimeException {
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
