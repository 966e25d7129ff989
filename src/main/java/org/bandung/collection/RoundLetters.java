package org.bandung.collection;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.bandung.access.AccessSettings;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.post.Letter;
import org.bandung.post.Post;
import org.springframework.stereotype.Component;

/// Letters to institutions, in their language; written down with the deed they tell of.
@Component
class RoundLetters {

  private static final Messages WORDS = Messages.of("collection");

  private final Post post;
  private final URI address;

  RoundLetters(Post post, AccessSettings settings) {
    this.post = post;
    this.address = settings.publicAddress();
  }

  /// Writes to an institution that has an address for letters.
  ///
  /// @param to empty if it has none
  /// @param which `invited`, `reminded`, `sent-back` or `accepted`
  void write(
      Optional<String> to, Round r, Round.Asked a, String which, String authority, String reason) {
    if (to.isPresent()) {
      var language = a.language();
      var title = oneLine(spoken(r.plan().title(), language));
      post.send(
          new Letter(
              to.get(),
              language,
              WORDS.text(language, "letter." + which + ".subject", title),
              WORDS.text(
                  language,
                  "letter." + which + ".text",
                  oneLine(authority),
                  title,
                  day(r.due()),
                  address.resolve("/desk/rounds/" + r.id() + "/mine").toString(),
                  oneLine(reason))));
    }
  }

  private static String day(LocalDate day) {
    return day.toString();
  }

  static String spoken(LocalizedText text, String language) {
    return text.in(language).map(LocalizedText.Spoken::text).orElse("");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
