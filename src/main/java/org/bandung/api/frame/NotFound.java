package org.bandung.api.frame;

/// There is nothing under this id.
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String id;

  public NotFound(String id) {
    super("nothing under " + id);
    this.id = id;
  }

  public String id() {
    return id;
  }
}
