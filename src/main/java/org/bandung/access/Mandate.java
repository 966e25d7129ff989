package org.bandung.access;

import java.util.Set;

/// A person acting for a body.
public record Mandate(Body body, Set<Role> roles) {
  public Mandate {
    roles = Set.copyOf(roles);
  }
}
