package org.bandung.registry.joint;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// The work plan that all parties stand behind.
public record Plan(List<Item> items) {

  /// A plan of nothing yet.
  public static final Plan EMPTY = new Plan(List.of());

  public Plan {
    items = List.copyOf(items);
  }

  /// What an item is. The words are stored and never change.
  public enum Kind {
    ACTIVITY,
    MILESTONE
  }

  /// Something to be done or reached.
  ///
  /// @param id its place in the plan for ever, such as `m1`
  /// @param reached when it was done or reached
  /// @param responsible the party that answers for it
  public record Item(
      String id,
      Kind kind,
      LocalizedText what,
      @Nullable PartialDate due,
      @Nullable PartialDate reached,
      @Nullable String responsible) {}

  public Optional<Item> find(String id) {
    return items.stream().filter(i -> i.id().equals(id)).findFirst();
  }
}
