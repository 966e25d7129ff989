package org.bandung.search;

import java.util.Optional;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.TagCounter;
import org.springframework.stereotype.Component;

/// Counts lists on the index, a hundred times faster than on the facts where a list is long.
@Component
final class IndexedCounts implements TagCounter {

  private final IndexKeeper keeper;

  IndexedCounts(IndexKeeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public Optional<Counted> count(Reader reader, InitiativePage.Narrowing narrowing) {
    if (!keeper.current()) {
      return Optional.empty();
    }
    return keeper
        .index()
        .read(searcher -> searcher.search(CountedTags.list(reader, narrowing), new TagCounts()))
        .map(found -> new Counted(found.total(), found.tags()));
  }
}
