package org.bandung.access;

import java.util.Locale;
import java.util.Optional;

/// What a person is trusted with in a body. The words are stored and never change.
public enum Role {
  /// Reads what the body may read.
  READER,
  /// Writes needs, offers, statements and their drafts.
  CONTRIBUTOR,
  /// Speaks for the body in consultations.
  NEGOTIATOR,
  /// Binds the body: accepts for good, signs, lets people in.
  SIGNATORY,
  /// Endorses for the country or the body above.
  ENDORSER,
  /// Coordinates: admits bodies, delegates sectors, releases what is published.
  AUTHORITY,
  /// Keeps this node running.
  ADMINISTRATOR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> ofCode(String code) {
    for (var role : values()) {
      if (role.code().equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
