package org.bandung.economy.gravity;

import java.nio.file.Path;
import java.util.List;

/// Estimates gravity equations and compares cases, as specifications ask.
public final class Gravity {

  private Gravity() {}

  /// What came of an estimation.
  public sealed interface Outcome {
    record Estimated(Estimate estimate) implements Outcome {}

    /// @param faults all that is wrong, as far as it could be read
    record Refused(List<Fault> faults) implements Outcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /// What came of a comparison.
  public sealed interface CaseOutcome {
    record Compared(Comparison comparison) implements CaseOutcome {}

    /// @param faults all that is wrong, as far as it could be read
    record Refused(List<Fault> faults) implements CaseOutcome {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Estimates the equation of a specification.
  public static Outcome estimate(Path file) {
    try {
      var spec = SpecReader.read(file);
      var sample = Sample.read(spec);
      var fit = Estimation.fit(spec, sample.model());
      return new Outcome.Estimated(Estimation.told(spec, sample, fit));
    } catch (Fault.Found found) {
      return new Outcome.Refused(found.faults());
    }
  }

  /// Estimates it, and compares the case that the specification asks for with what was.
  public static CaseOutcome counterfactual(Path file) {
    try {
      var spec = SpecReader.read(file);
      var scenario =
          spec.scenario().orElseThrow(() -> new Fault.Found("/remove", "scenario-empty"));
      var sample = Sample.read(spec);
      var fit = Estimation.fit(spec, sample.model());
      var estimate = Estimation.told(spec, sample, fit);
      var comparison = new Counterfactual(spec, sample, fit, estimate, scenario).compare();
      return new CaseOutcome.Compared(comparison);
    } catch (Fault.Found found) {
      return new CaseOutcome.Refused(found.faults());
    }
  }
}
