package org.bandung.linkage;

import org.bandung.kernel.Messages;

/// Says reasons and outcomes in words, in the seven languages.
public final class LinkReasons {

  private static final Messages WORDS = Messages.of("linkage");

  private LinkReasons() {}

  /// The sentence of a reason, such as "The titles are equal".
  public static String text(Proposal.Reason reason, String language) {
    return WORDS.text(language, "reason." + reason.code(), reason.amount());
  }

  /// What an outcome is called, such as "the same".
  public static String name(Outcome outcome, String language) {
    return WORDS.text(language, "outcome." + outcome.code());
  }
}
