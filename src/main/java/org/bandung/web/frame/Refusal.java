package org.bandung.web.frame;

import java.io.Serial;

/// Why a page is not shown; [Failures] turns it into a calm page.
public sealed class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private Refusal(String message) {
    super(message);
  }

  /// There is no such thing here.
  public static final class NotFound extends Refusal {
    @Serial private static final long serialVersionUID = 1L;

    public NotFound() {
      super("not found");
    }
  }

  /// A parameter of the address that cannot mean anything.
  public static final class BadParameter extends Refusal {
    @Serial private static final long serialVersionUID = 1L;

    private final String parameter;

    public BadParameter(String parameter) {
      super("bad parameter " + parameter);
      this.parameter = parameter;
    }

    public String parameter() {
      return parameter;
    }
  }
}
