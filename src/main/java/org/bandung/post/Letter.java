package org.bandung.post;

/// A letter to one person, in plain text.
public record Letter(String to, String language, String subject, String text) {
  public Letter {
    if (to.chars().anyMatch(c -> c <= ' ') || subject.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a letter's head is one line");
    }
  }
}
