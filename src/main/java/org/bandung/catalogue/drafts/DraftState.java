package org.bandung.catalogue.drafts;

import java.util.Locale;

/// How far an entry made here has come.
public enum DraftState {
  /// Seen by the people of its body only.
  PRIVATE,
  /// Before its country: seen by the admitted bodies there, waiting to be cleared or released.
  SUBMITTED,
  /// Cleared by the authority, waiting to be released.
  CLEARED,
  /// Public; a newer wording may be before the country.
  RELEASED,
  /// It was public and is not any more.
  TAKEN_BACK,
  /// Done with: fulfilled, or no longer sought.
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
