package org.bandung.cli.talk;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/// Walks through a paged list, holding one page at a time.
public final class Pages<T> implements Iterator<T> {

  /// How many items a page has.
  public static final int AT_ONCE = 200;

  /// One page of a list.
  public record Page<T>(List<T> items, Optional<String> next) {}

  private final Function<Optional<String>, Page<T>> read;
  private Page<T> page;
  private int at;
  private long left;

  /// @param most how many items at most
  public Pages(long most, Function<Optional<String>, Page<T>> read) {
    this.read = read;
    this.left = most;
    this.page = read.apply(Optional.empty());
  }

  /// A list that is held in memory.
  public static <T> Pages<T> of(List<T> items, long most) {
    return new Pages<>(most, cursor -> new Page<>(items, Optional.empty()));
  }

  /// The same items, each rendered when its turn comes.
  public <R> Iterator<R> rendered(Function<T, R> rendering) {
    var items = this;
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public R next() {
        return rendering.apply(items.next());
      }
    };
  }

  @Override
  public boolean hasNext() {
    while (left > 0 && at >= page.items().size() && page.next().isPresent()) {
      page = read.apply(page.next());
      at = 0;
    }
    return left > 0 && at < page.items().size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return page.items().get(at++);
  }

  /// Whether the list goes on after what was asked for.
  public boolean cutShort() {
    return left == 0 && (at < page.items().size() || page.next().isPresent());
  }
}
