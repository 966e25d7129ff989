package org.bandung.web;

import java.io.Serial;

/// Why a page is not shown; [Failures] turns it into a calm page.
sealed class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private Refusal(String message) {
    super(message);
  }

  /// There is no such thing here.
  static final class NotFound extends Refusal {
    @Serial private static final long serialVersionUID = 1L;

    NotFound() {
      super("not found");
    }
  }

  /// A parameter of the address that cannot mean anything.
  static final class BadParameter extends Refusal {
    @Serial private static final long serialVersionUID = 1L;

    private final String parameter;

    BadParameter(String parameter) {
      super("bad parameter " + parameter);
      this.parameter = parameter;
    }

    String parameter() {
      return parameter;
    }
  }
}
