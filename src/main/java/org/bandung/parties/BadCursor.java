package org.bandung.parties;

/// A cursor that no page of organisations gave out; the door answers with a bad request.
public final class BadCursor extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCursor() {
    super("not a cursor of this list");
  }
}
