package org.bandung.api;

/// There is nothing under this id.
final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String id;

  NotFound(String id) {
    super("nothing under " + id);
    this.id = id;
  }

  String id() {
    return id;
  }
}
