package org.bandung.finder;

import java.util.Locale;
import org.bandung.kernel.Messages;

/// Says the reasons of a proposal in words, in the seven languages.
public final class Reasons {

  private static final Messages WORDS = Messages.of("finder");

  private Reasons() {}

  /// The sentence of a reason, such as "has provided in 3 initiatives on this topic".
  public static String text(Proposal.Reason reason, String language) {
    return WORDS.text(language, "reason." + reason.term().code(), reason.count());
  }

  /// What a term of the score is called.
  public static String name(Term term, String language) {
    return WORDS.text(language, "term." + term.name().toLowerCase(Locale.ROOT));
  }
}
