package org.bandung.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for; safe for all threads.
public final class Once<T> {

  private final Supplier<T> maker;
  private volatile @Nullable T value;

  private Once(Supplier<T> maker) {
    this.maker = maker;
  }

  public static <T> Once<T> of(Supplier<T> maker) {
    return new Once<>(maker);
  }

  public T get() {
    var made = value;
    return made != null ? made : make();
  }

  private synchronized T make() {
    var made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
