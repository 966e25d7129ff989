package org.bandung.cli.demo;

import java.util.List;

/// Somebody of the invented world, with all that is needed to sign in as her.
///
/// @param roles codes, in the order of the roles
/// @param seed of her one-time codes, as authenticators take it typed
public record DemoPerson(
    String id,
    String email,
    String name,
    String body,
    List<String> roles,
    String password,
    String seed) {

  public DemoPerson {
    roles = List.copyOf(roles);
  }

  @Override
  public String toString() {
    return "DemoPerson[" + email + "]"; // never the password
  }
}
