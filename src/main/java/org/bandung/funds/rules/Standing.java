package org.bandung.funds.rules;

import java.util.Locale;
import java.util.Optional;

/// How sure it is that a fund has a rule.
public enum Standing {
  /// Read in the source that is named, or set by the fund itself here: it binds.
  VERIFIED,
  /// Generally known, not confirmed: it advises and refuses nobody.
  KNOWLEDGE,
  /// The fund surely says something of it, but no source was found: it cannot be told.
  NOT_FOUND;

  /// The word in data files.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Standing> ofCode(String code) {
    for (var standing : values()) {
      if (standing.code().equals(code)) {
        return Optional.of(standing);
      }
    }
    return Optional.empty();
  }
}
