package org.bandung.exchange.standard;

import java.util.Set;

/// The identifiers of organisations that rules compare with.
///
/// The official validator asks the registry's list of publishers, which a node without network does
/// not have. Known publishers here are the codes of the lists `OrganisationIdentifier` and
/// `IATIOrganisationIdentifier` in the standard's folder; every other id counts as not existing, so
/// that the rules on the form of ids apply to it. Without the list of registration agencies the
/// rule on prefixes cannot be decided and holds.
///
/// @param organisations ids of organisations known to exist
/// @param agencies prefixes of registration agencies, such as `XM-DAC`
record IatiRuleIds(Set<String> organisations, Set<String> agencies) {

  IatiRuleIds {
    organisations = Set.copyOf(organisations);
    agencies = Set.copyOf(agencies);
  }

  boolean isOrganisation(String id) {
    return organisations.contains(id);
  }

  /// Whether the id is a known organisation's, followed by a hyphen and more.
  boolean startsWithOrganisation(String id) {
    for (int at = id.indexOf('-'); at >= 0; at = id.indexOf('-', at + 1)) {
      if (organisations.contains(id.substring(0, at))) {
        return true;
      }
    }
    return false;
  }

  /// Whether what stands before the second hyphen is a registered agency.
  boolean startsWithAgency(String id) {
    if (agencies.isEmpty()) {
      return true;
    }
    int second = id.indexOf('-', id.indexOf('-') + 1);
    return agencies.contains(second < 0 ? id : id.substring(0, second));
  }
}
