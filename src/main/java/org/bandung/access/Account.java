package org.bandung.access;

import java.util.List;
import java.util.Set;

/// A person with the bodies she acts for, as they stand now.
///
/// @param email in small letters
/// @param language of her letters and, until she says otherwise, her pages
public record Account(
    String id, String email, String name, String language, List<Mandate> mandates) {
  public Account {
    mandates = List.copyOf(mandates);
  }

  /// The bodies she acts for with any of these roles.
  public List<Body> bodiesAs(Role... roles) {
    var wanted = Set.of(roles);
    return mandates.stream()
        .filter(m -> m.roles().stream().anyMatch(wanted::contains))
        .map(Mandate::body)
        .toList();
  }

  /// Whether she keeps this node running.
  public boolean administrator() {
    return !bodiesAs(Role.ADMINISTRATOR).isEmpty();
  }
}
