package org.bandung.exchange.iati;

/// As whom this node publishes what it puts together.
///
/// @param reference the organisation's identifier, as it is registered with IATI
/// @param type code of IATI's list OrganisationType
public record Publisher(String reference, String type, String name) {

  /// A node that nobody has named. Checkers will remark that the reference is not registered.
  public static final Publisher UNNAMED = new Publisher("BANDUNG-NODE", "90", "Bandung node");

  public Publisher {
    if (!IatiCodes.isReference(reference) || !type.matches("[1-9][0-9]") || name.isBlank()) {
      throw new IllegalArgumentException("not a publisher: " + reference + " " + type);
    }
  }
}
