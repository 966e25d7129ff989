package org.bandung.observations;

/// A file names more different codes than any real one does.
public final class TooManyCodes extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What one file may name: all tariff lines of all countries are fewer.
  public static final int MOST = 500_000;

  TooManyCodes() {
    super("more than " + MOST + " different codes in one file");
  }
}
