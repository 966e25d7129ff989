package org.bandung.economy.gravity;

import java.util.Arrays;
import java.util.List;

/// One thing that is wrong with a specification or its data.
///
/// @param pointer where in the specification (JSON pointer; empty for the whole)
/// @param code what, in `kebab-case`; the door has its words
/// @param arguments what the words name
public record Fault(String pointer, String code, List<String> arguments) {

  public Fault {
    arguments = List.copyOf(arguments);
  }

  static Fault of(String pointer, String code, Object... arguments) {
    return new Fault(pointer, code, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /// Ends the work where nothing sensible can follow a fault.
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    Found(List<Fault> faults) {
      super(faults.toString());
      this.faults = List.copyOf(faults);
    }

    Found(String pointer, String code, Object... arguments) {
      this(List.of(Fault.of(pointer, code, arguments)));
    }

    List<Fault> faults() {
      return faults;
    }
  }
}
