package org.bandung.kernel;

/// A cursor that none of our lists gave out; the door answers with a bad request.
public final class BadCursor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadCursor() {
    super("not a cursor of this list");
  }
}
