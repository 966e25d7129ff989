package org.bandung.registry;

import java.util.List;
import org.bandung.access.Reader;
import org.bandung.store.ChangeFollower;
import org.bandung.store.ChangeLog;
import org.springframework.stereotype.Component;

/// Counts the whole list again after changes, so that the first reader need not wait for it.
@Component
final class FacetFollower implements ChangeFollower {

  private final Registry registry;

  FacetFollower(Registry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "registry.facets";
  }

  @Override
  public void follow(List<ChangeLog.Change> changes) {
    registry.facets(Reader.PUBLIC, InitiativeFilter.ALL);
  }
}
