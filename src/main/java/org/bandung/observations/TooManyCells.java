package org.bandung.observations;

/// A question has more answers than this process has room for.
public final class TooManyCells extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int most;

  TooManyCells(int most) {
    super("more than " + most + " sums: narrow the question or ask for fewer dimensions");
    this.most = most;
  }

  /// How many sums there is room for.
  public int most() {
    return most;
  }
}
