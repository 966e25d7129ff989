package org.bandung.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.access.guard.HashList;
import org.bandung.access.guard.KeyFile;
import org.bandung.access.guard.KnownPasswords;

/// What the operator sets for signing in.
///
/// @param home where the key lies with which seeds of codes are sealed
/// @param configured where people reach this node, without a path: letters and passkeys need it
/// @param otherwise where somebody at this machine reaches it
/// @param ministry an identity provider whose people may sign in
/// @param breached passwords that nobody may choose, since others lost them
public record AccessSettings(
    Path home,
    Optional<URI> configured,
    URI otherwise,
    Optional<Ministry> ministry,
    Optional<HashList> breached) {

  /// What those try who guess passwords, as far as this node knows.
  KnownPasswords knownPasswords() {
    return new KnownPasswords(breached);
  }

  /// The keys with which this node seals secrets.
  public KeyFile keys() {
    return KeyFile.of(home.resolve(Secrets.KEY_FILE));
  }

  /// Where people reach this node.
  public URI publicAddress() {
    return configured.orElse(otherwise);
  }

  /// Whether people reach this node by https, whatever its proxy speaks with it.
  public boolean encrypted() {
    return "https".equals(publicAddress().getScheme());
  }

  /// The name of a cookie. Under https it begins so that no neighbour under the same domain can
  /// plant one and no plain connection carries it.
  public String cookie(String name) {
    return encrypted() ? "__Host-" + name : name;
  }

  /// The same for a server that listens at another port.
  public AccessSettings answeringOn(int port) {
    return new AccessSettings(
        home, configured, URI.create("http://localhost:" + port), ministry, breached);
  }

  /// An identity provider (OpenID Connect).
  ///
  /// @param name as the button says it
  public record Ministry(String name, URI issuer, String client, String secret, Demands demands) {
    @Override
    public String toString() {
      return "Ministry[" + issuer + "]"; // never the secret
    }
  }

  /// What a sign-in at the ministry must have been.
  ///
  /// @param acr classes, one of which it must be of; empty: any
  /// @param amr ways of proving, all of which must have been used; empty: any
  /// @param maxAge how long ago it may have been; empty: however long
  public record Demands(Set<String> acr, Set<String> amr, Optional<Duration> maxAge) {
    public Demands {
      acr = Collections.unmodifiableSet(new TreeSet<>(acr));
      amr = Collections.unmodifiableSet(new TreeSet<>(amr));
    }
  }
}
