package org.bandung.web.frame;

import java.util.Optional;
import org.bandung.kernel.Messages;
import org.bandung.reference.Reference;

/// Words for tests that show no page.
public final class SpokenWords {

  private SpokenWords() {}

  public static Words in(String language, Reference reference) {
    return new Words(
        language,
        Messages.of("web"),
        Messages.of("exchange"),
        reference,
        new SiteSettings("triangular", Optional.empty(), false));
  }
}
