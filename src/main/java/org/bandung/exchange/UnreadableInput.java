package org.bandung.exchange;

import java.io.IOException;
import java.util.List;

/// A whole input that cannot be read; says why as a note code, never as a sentence.
final class UnreadableInput extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<String> arguments;

  UnreadableInput(String code, String... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  String code() {
    return code;
  }

  List<String> arguments() {
    return arguments;
  }
}
