package org.bandung.consultation;

import org.bandung.kernel.LocalizedText;

/// One side of a consultation.
///
/// @param id code of a country, or id of an organisation
/// @param byLetter it has no account yet: until it acts itself, its replies may come by letter
public record Party(String id, Kind kind, Role role, LocalizedText name, boolean byLetter) {

  /// What a party is.
  public enum Kind {
    COUNTRY,
    ORGANISATION,
    MULTILATERAL_BODY
  }

  /// What a party wants to do in the cooperation that is talked about.
  public enum Role {
    REQUESTING,
    PROVIDING,
    /// Asks for something and gives something else.
    DUAL,
    /// Brings the others together or supports them; is no side.
    FACILITATING;

    boolean requests() {
      return this == REQUESTING || this == DUAL;
    }

    boolean provides() {
      return this == PROVIDING || this == DUAL;
    }
  }

  Party actingItself() {
    return new Party(id, kind, role, name, false);
  }
}
