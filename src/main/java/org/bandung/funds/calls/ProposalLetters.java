package org.bandung.funds.calls;

import java.net.URI;
import org.bandung.access.AccessSettings;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.post.Letter;
import org.bandung.post.Post;
import org.springframework.stereotype.Component;

/// Letters to applicants, in their language; written down with the deed they tell of.
@Component
class ProposalLetters {

  private static final Messages WORDS = Messages.of("calls");

  private final Post post;
  private final URI address;

  ProposalLetters(Post post, AccessSettings settings) {
    this.post = post;
    this.address = settings.publicAddress();
  }

  /// Writes one.
  ///
  /// @param which `submitted`, `screened-in`, `screened-out`, `approve`, `approve-with-changes`,
  ///   `return` or `reject`
  void write(ProposalTable.Contact to, String which, Proposal p, Call call, Said said) {
    var language = to.language();
    var key = "letter." + which;
    post.send(
        new Letter(
            to.email(),
            language,
            WORDS.text(language, key + ".subject", oneLine(p.form().title())),
            WORDS.text(
                language,
                key + ".text",
                oneLine(p.form().title()),
                oneLine(spoken(call.plan().title(), language)),
                oneLine(said.reason()),
                oneLine(said.conditions()),
                said.until(),
                address.resolve("/desk/proposals/" + p.id()).toString())));
  }

  /// What a letter tells beside the proposal.
  ///
  /// @param until with its time zone; empty if there is none
  record Said(String reason, String conditions, String until) {}

  private static String spoken(LocalizedText text, String language) {
    return text.in(language).map(LocalizedText.Spoken::text).orElse("");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
