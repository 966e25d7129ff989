package org.bandung.registry.said;

import java.util.Locale;

/// The part somebody takes in an initiative; the derivation of the modality branches on it.
public enum Role {
  /// Gives knowledge, skills, goods or money.
  PROVIDER,
  /// Receives them.
  RECIPIENT,
  /// Gives and receives.
  DUAL,
  /// Brings partners together, supports with method, people or money without being a side.
  FACILITATOR,
  /// Puts in money.
  FUNDER,
  /// Carries the work out.
  IMPLEMENTER,
  /// Answers for it.
  ACCOUNTABLE;

  /// Whether it gives, alone or in a dual role.
  public boolean provides() {
    return this == PROVIDER || this == DUAL;
  }

  /// Whether it receives, alone or in a dual role.
  public boolean receives() {
    return this == RECIPIENT || this == DUAL;
  }

  /// The code of the scheme `participant-role`, such as `provider`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
