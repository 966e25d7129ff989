package org.bandung.exchange.files;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// A whole input that cannot be read; says why as a note code, never as a sentence.
public final class UnreadableInput extends IOException {
  private static final long serialVersionUID = 1L;

  private static final Set<String> LOSING =
      Set.of("bandung.bomb", "bandung.http-failed", "bandung.too-large");

  private final String code;
  private final transient List<String> arguments;

  public UnreadableInput(String code, String... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  public String code() {
    return code;
  }

  /// Whether what stands behind the input, in the same archive or download, is lost too.
  public boolean losesTheStream() {
    return LOSING.contains(code);
  }

  public List<String> arguments() {
    return arguments;
  }
}
