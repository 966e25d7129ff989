package org.bandung;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.AccessSettings;
import org.bandung.access.guard.HashList;
import org.bandung.post.PostSettings;

/// The part of the configuration that people need who have an account: where this node is reached,
/// who carries letters, which ministry vouches for its people.
final class PeopleSettings {

  private static final int MAIL_PORT = 587;
  private static final int LAST_PORT = 65_535;

  private PeopleSettings() {}

  /// @param port where the server listens, for who reaches it on this machine only
  static AccessSettings access(Map<String, String> values, Path home, int port) {
    var address =
        Settings.text(values, "bandung.public-address")
            .map(given -> origin("bandung.public-address", given));
    return new AccessSettings(
        home, address, URI.create("http://localhost:" + port), ministry(values), breached(values));
  }

  private static Optional<HashList> breached(Map<String, String> values) {
    var key = "bandung.passwords.breached";
    var file = Settings.text(values, key).map(Path::of);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(HashList.open(file.get()));
    } catch (HashList.Unusable e) {
      throw new Settings.Mistake(
          key
              + " names "
              + file.get().toAbsolutePath()
              + ", which "
              + e.getMessage()
              + ". It must be a list of SHA-1 hashes of passwords, one a line, in ascending order,"
              + " as \"Pwned Passwords\" is handed out.");
    }
  }

  /// An address people type, without path: passkeys are bound to it.
  private static URI origin(String key, String given) {
    var plain = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    if (!plain.matches("https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?")
        && !plain.matches("http://localhost(:[0-9]{1,5})?")) {
      throw new Settings.Mistake(
          key
              + " is "
              + given
              + "; it must be the address people type, such as https://cooperation.example.org,"
              + " without a path (http only for localhost).");
    }
    return URI.create(plain);
  }

  private static Optional<AccessSettings.Ministry> ministry(Map<String, String> values) {
    var issuer = Settings.text(values, "bandung.ministry.issuer");
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    URI address;
    try {
      address = URI.create(issuer.get());
    } catch (IllegalArgumentException e) {
      throw new Settings.Mistake("bandung.ministry.issuer is no address.");
    }
    boolean here = "localhost".equals(address.getHost()) && "http".equals(address.getScheme());
    if (!here && !"https".equals(address.getScheme())) {
      throw new Settings.Mistake(
          "bandung.ministry.issuer must begin with https:// (the address that the identity provider"
              + " calls its issuer).");
    }
    return Optional.of(
        new AccessSettings.Ministry(
            Settings.text(values, "bandung.ministry.name").orElse(address.getHost()),
            address,
            needed(values, "bandung.ministry.client"),
            needed(values, "bandung.ministry.secret"),
            demands(values)));
  }

  /// What the ministry must have asked of whom it vouches for. A node that asks for nothing must
  /// say so: it would let people in by less than its own door asks.
  private static AccessSettings.Demands demands(Map<String, String> values) {
    var acr = words(values, "bandung.ministry.acr");
    var amr = words(values, "bandung.ministry.amr");
    if (acr.isEmpty() && amr.isEmpty() && Settings.yes(values, "bandung.ministry.two-things")) {
      throw new Settings.Mistake(
          "bandung.ministry.acr and bandung.ministry.amr are missing: say how the identity provider"
              + " names a sign-in by two things (a value of acr, or values of amr). If it tells"
              + " nothing of that, say bandung.ministry.two-things=no, and its people come in by"
              + " whatever it asks of them.");
    }
    return new AccessSettings.Demands(acr, amr, maxAge(values));
  }

  private static Set<String> words(Map<String, String> values, String key) {
    return Settings.text(values, key).map(v -> Set.of(v.split("\\s+"))).orElse(Set.of());
  }

  private static Optional<Duration> maxAge(Map<String, String> values) {
    var key = "bandung.ministry.max-age";
    var given = Settings.text(values, key);
    if (given.isPresent() && !given.get().matches("[0-9]{1,7}")) {
      throw new Settings.Mistake(
          key + " is " + given.get() + "; it must be a whole number of seconds.");
    }
    return given.map(Long::parseLong).map(Duration::ofSeconds);
  }

  private static String needed(Map<String, String> values, String key) {
    return Settings.text(values, key)
        .orElseThrow(
            () -> new Settings.Mistake(key + " is missing; bandung.ministry.issuer needs it."));
  }

  static PostSettings post(Map<String, String> values) {
    var from = Settings.text(values, "bandung.mail.from").orElse("bandung@localhost");
    if (!from.matches("[^\\s@<>]{1,64}@[^\\s@<>]{1,190}")) {
      throw new Settings.Mistake(
          "bandung.mail.from is " + from + "; it must be an e-mail address.");
    }
    var host = Settings.text(values, "bandung.mail.server");
    return new PostSettings(
        host.map(h ->
            new PostSettings.Server(
                h.replaceFirst(":[0-9]+$", ""),
                port(h),
                Settings.yes(values, "bandung.mail.encrypted"),
                Settings.text(values, "bandung.mail.user").orElse(null),
                Settings.text(values, "bandung.mail.password").orElse(null))),
        from);
  }

  private static int port(String host) {
    int colon = host.lastIndexOf(':');
    if (colon < 0) {
      return MAIL_PORT;
    }
    var digits = host.substring(colon + 1);
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > LAST_PORT) {
      throw new Settings.Mistake(
          "bandung.mail.server is " + host + "; it must be a host, or host:port.");
    }
    return Integer.parseInt(digits);
  }
}
