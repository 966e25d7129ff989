package org.bandung.api.frame;

import java.util.List;
import org.bandung.kernel.Messages;

/// A deed that was not done, and why: carries data, the words are chosen where it is answered.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem.Kind kind;
  private final transient List<Object> arguments;
  private final transient List<Fault> faults;

  /// @param arguments what the words of that kind of problem need
  public Refused(Problem.Kind kind, Object... arguments) {
    super(null, null, false, false);
    this.kind = kind;
    this.arguments = List.of(arguments);
    this.faults = List.of();
  }

  /// What was sent has these faults.
  public Refused(List<Fault> faults) {
    super(null, null, false, false);
    this.kind = Problem.Kind.FAULTS;
    this.arguments = List.of(faults.size());
    this.faults = List.copyOf(faults);
  }

  /// It cannot be done as things stand.
  ///
  /// @param why a word that programs can tell apart
  public static Refused conflict(String why) {
    return new Refused(Problem.Kind.CONFLICT, why);
  }

  public Problem.Kind kind() {
    return kind;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<Fault> faults() {
    return faults;
  }

  /// What is wrong at one place.
  ///
  /// @param words the bundle that has its message
  /// @param key of that message
  public record Fault(String place, Messages words, String key, List<?> arguments) {
    public Fault {
      arguments = List.copyOf(arguments);
    }
  }
}
