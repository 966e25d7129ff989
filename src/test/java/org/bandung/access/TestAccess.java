package org.bandung.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.post.PostOffice;
import org.bandung.reference.Reference;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Accounts and mandates for tests, with passwords that cost nothing to compare.
public record TestAccess(Accounts accounts, Mandates mandates, ApiTokens tokens, Audit audit) {

  /// @param home where the key of seeds is made
  public static TestAccess of(Database database, Reference reference, Path home) {
    var settings =
        new AccessSettings(
            home,
            Optional.empty(),
            URI.create("http://localhost:8080"),
            Optional.empty(),
            Optional.empty());
    var post = PostOffice.writingDown(database, Clock.systemUTC());
    var audit = new Audit(database);
    var accounts = new Accounts(database, audit, post, settings, new Plain());
    var mandates = new Mandates(database, accounts, audit, post, reference, settings);
    return new TestAccess(
        accounts, mandates, new ApiTokens(database, audit, mandates, settings), audit);
  }

  /// The seal of a home.
  public static Seal seal(Path home) {
    return new Seal(
        new AccessSettings(
            home,
            Optional.empty(),
            URI.create("http://localhost:8080"),
            Optional.empty(),
            Optional.empty()));
  }

  /// What countries demand.
  public CountryRules rules(Database database) {
    return new CountryRules(database, mandates, audit);
  }

  /// Somebody who acts for an institution of QMM; she is in no database.
  public static Account acting(Role role, boolean admitted) {
    var body =
        new Body("institute", Body.Kind.ORGANISATION, "Institute", "QMM", null, null, admitted);
    return new Account(
        "amina", "amina@example.org", "Amina", "en", List.of(new Mandate(body, Set.of(role))));
  }

  /// Passwords as they are.
  static final class Plain implements PasswordEncoder {
    @Override
    public @Nullable String encode(@Nullable CharSequence raw) {
      return String.valueOf(raw);
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
      return String.valueOf(raw).equals(encoded);
    }
  }
}
