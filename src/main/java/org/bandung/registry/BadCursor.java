package org.bandung.registry;

/// A cursor that none of our pages gave out; the door answers with a bad request.
public final class BadCursor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCursor() {
    super("not a cursor of this list");
  }
}
