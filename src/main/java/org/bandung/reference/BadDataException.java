package org.bandung.reference;

import java.util.List;
import java.util.stream.Collectors;

/// Data files that cannot be used; the message lists every fault of every file for an operator.
public final class BadDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  BadDataException(List<Fault> faults) {
    super(message(faults));
    this.faults = List.copyOf(faults);
  }

  /// All faults, in the order in which they were met.
  public List<Fault> faults() {
    return faults;
  }

  private static String message(List<Fault> faults) {
    return "The data files have "
        + (faults.size() == 1 ? "a fault" : faults.size() + " faults")
        + faults.stream().map(f -> "\n  " + f).collect(Collectors.joining());
  }

  /// One thing that is wrong.
  ///
  /// @param line counted from 1; 0 when the whole file is meant
  public record Fault(String file, long line, String reason) {
    @Override
    public String toString() {
      return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
    }
  }
}
