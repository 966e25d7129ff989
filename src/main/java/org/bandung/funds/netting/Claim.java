package org.bandung.funds.netting;

/// An obligation as it was entered, and what was said of it last.
///
/// @param reference of the contract or invoice
/// @param enteredBy the side that entered it
/// @param standing how it stands
/// @param reason of a dispute
public record Claim(
    Obligation obligation, String reference, String enteredBy, Standing standing, String reason) {

  /// How an obligation stands; only confirmed ones are cleared.
  public enum Standing {
    ENTERED,
    CONFIRMED,
    DISPUTED,
    WITHDRAWN
  }
}
