package org.bandung.api.frame;

import java.util.List;

/// A request whose parameters cannot mean anything; all faults at once.
public final class BadQuery extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public BadQuery(List<Fault> faults) {
    super("bad parameters: " + faults);
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }

  /// What is wrong with one parameter.
  ///
  /// @param code key of the message `fault.<code>`
  /// @param arguments what the message needs after the name of the parameter
  public record Fault(String parameter, String code, List<String> arguments) {
    public Fault(String parameter, String code, String... arguments) {
      this(parameter, code, List.of(arguments));
    }
  }
}
