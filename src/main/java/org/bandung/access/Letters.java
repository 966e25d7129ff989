package org.bandung.access;

import java.net.URI;
import org.bandung.kernel.Messages;
import org.bandung.post.Letter;

/// What letters about accounts say.
final class Letters {

  private static final Messages WORDS = Messages.of("access");

  private final URI address;

  Letters(AccessSettings settings) {
    this.address = settings.publicAddress();
  }

  /// How this node is called in an authenticator.
  String node() {
    var host = address.getHost();
    return host == null || host.equals("localhost") ? "Bandung" : "Bandung " + host;
  }

  String link(String path, String word) {
    return address.resolve(path + word).toString();
  }

  Letter invitation(String email, String language, String body, String word) {
    return new Letter(
        email,
        language,
        WORDS.text(language, "letter.invitation.subject", oneLine(body)),
        WORDS.text(language, "letter.invitation.text", oneLine(body), link("/invitation/", word)));
  }

  Letter recovery(String email, String language, String word) {
    return new Letter(
        email,
        language,
        WORDS.text(language, "letter.recovery.subject"),
        WORDS.text(language, "letter.recovery.text", link("/recovery/", word)));
  }

  Letter changed(String email, String language) {
    return plain(email, language, "changed");
  }

  Letter passkey(String email, String language, boolean added) {
    return plain(email, language, added ? "passkey-added" : "passkey-ended");
  }

  Letter locked(String email, String language) {
    return plain(email, language, "locked");
  }

  private Letter plain(String email, String language, String which) {
    return new Letter(
        email,
        language,
        WORDS.text(language, "letter." + which + ".subject"),
        WORDS.text(language, "letter." + which + ".text", address.toString()));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
