package org.bandung.consultation;

/// When the parties have consented; chosen at the opening, shown on every page, never changed.
///
/// Under both, every remaining party must have expressly replied and none may object. They differ
/// in what an abstention means.
public enum DecisionRule {
  /// Every party accepts. Who expressly abstains stands aside: it does not hold the others up, and
  /// it is not bound.
  UNANIMITY,
  /// Nobody objects. Who expressly abstains lets the version pass, and stands in it.
  NO_OBJECTION;

  boolean binds(Position position) {
    return switch (position) {
      case Position.Accepts() -> true;
      case Position.Abstains() -> this == NO_OBJECTION;
      case Position.Objects(var reason) -> false;
    };
  }
}
