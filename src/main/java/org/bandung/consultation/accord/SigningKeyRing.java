package org.bandung.consultation.accord;

import static org.bandung.access.guard.Refusals.refused;

import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.access.Seal;
import org.bandung.access.guard.Resealing;
import org.bandung.consultation.signing.CanonicalJson;
import org.bandung.consultation.signing.SigningKeys;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// The keys with which bodies sign: held by this node, sealed, or brought along, of which only the
/// public half is here. A body has one key at a time; those before stay, so that what they signed
/// can be checked.
@Service
public class SigningKeyRing {

  private static final int LONGEST = 2_000;

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final Seal seal;
  private final Clock clock;

  @Autowired
  SigningKeyRing(Database database, Mandates mandates, Audit audit, Seal seal) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.seal = seal;
    this.clock = Clock.systemUTC();
  }

  /// A key of a body.
  ///
  /// @param publicKey X.509 form in base 64
  /// @param held whether this node holds the private half
  /// @param retired null while the body signs with it
  public record Key(
      String fingerprint,
      String body,
      String publicKey,
      boolean held,
      Instant made,
      @Nullable Instant retired,
      boolean published) {}

  /// What became of a change of a body's keys.
  public sealed interface KeyOutcome {
    record Changed(Key key) implements KeyOutcome {}

    /// She does not sign for the body.
    record NotAllowed() implements KeyOutcome {}

    /// It is no public key of Ed25519.
    record NoKey() implements KeyOutcome {}

    /// The proof is no signature of that key under the text.
    record NoProof(String text) implements KeyOutcome {}

    /// The key has been somebody's before.
    record Taken() implements KeyOutcome {}
  }

  /// Whether somebody may change the keys of a body.
  public boolean may(Account account, Body body) {
    return mandates.may(account, Permission.SIGN, body);
  }

  /// All keys of a body, the newest first, for those who may see it.
  public List<Key> of(Account account, Body body) {
    return mandates.may(account, Permission.READ_PRIVATE, body)
        ? keys("where body = :value order by made_at desc", body.id())
        : List.of();
  }

  /// A published key with the body it belongs to.
  public record Published(Key key, Body body) {}

  /// The keys that bodies show to everybody.
  public List<Published> published() {
    return keys("where published and :value = '' order by body, made_at desc", "").stream()
        .flatMap(key -> body(key).map(body -> new Published(key, body)).stream())
        .toList();
  }

  private Optional<Body> body(Key key) {
    return mandates.showingItself(key.body());
  }

  private List<Key> keys(String where, String value) {
    return database
        .sql()
        .sql(
            "select fingerprint, body, public_key, sealed is not null as held, made_at, retired_at,"
                + " published from consultation_signing_key "
                + where)
        .param("value", value)
        .query((row, n) -> {
          var retired = row.getObject("retired_at", OffsetDateTime.class);
          return new Key(
              row.getString("fingerprint"),
              row.getString("body"),
              row.getString("public_key"),
              row.getBoolean("held"),
              row.getObject("made_at", OffsetDateTime.class).toInstant(),
              retired == null ? null : retired.toInstant(),
              row.getBoolean("published"));
        })
        .list();
  }

  /// The key a body signs with now.
  Optional<Key> current(String body) {
    return keys("where body = :value and retired_at is null", body).stream().findFirst();
  }

  /// The pair with which a body signs now, made if it has none; empty if it brought its own, or if
  /// this node cannot open what it holds any more.
  Optional<KeyPair> pair(Account account, Body body) {
    database
        .sql()
        .sql("select pg_advisory_xact_lock(hashtext(:body))")
        .param("body", "key " + body.id())
        .query((row, n) -> 0)
        .list();
    var current = current(body.id());
    if (current.isEmpty()) {
      return Optional.of(make(account, body));
    }
    return database
        .sql()
        .sql(
            "select sealed from consultation_signing_key where fingerprint = :f and sealed is not null")
        .param("f", current.get().fingerprint())
        .query((row, n) -> row.getBytes(1))
        .optional()
        .flatMap(seal::opened)
        .map(opened ->
            new KeyPair(
                publicKey(current.get().publicKey()).orElseThrow(),
                SigningKeys.privateKey(opened)));
  }

  /// Seals the held keys anew; runs inside the transaction of the change.
  @EventListener
  void resealed(Resealing resealing) {
    record Held(String fingerprint, byte[] sealed) {}
    var held =
        database
            .sql()
            .sql(
                """
                select fingerprint, sealed from consultation_signing_key
                where sealed is not null order by fingerprint for update
                """)
            .query((row, n) -> new Held(row.getString(1), row.getBytes(2)))
            .list();
    for (var key : held) {
      resealing
          .again(key.sealed())
          .ifPresent(again ->
              database
                  .sql()
                  .sql(
                      "update consultation_signing_key set sealed = :sealed where fingerprint = :f")
                  .param("sealed", again)
                  .param("f", key.fingerprint())
                  .update());
    }
  }

  private KeyPair make(Account account, Body body) {
    var pair = SigningKeys.generate();
    put(account, body, pair.getPublic(), seal.sealed(pair.getPrivate().getEncoded()), "key.made");
    return pair;
  }

  /// Takes another key, held by this node; the one before stays for what it has signed.
  public KeyOutcome rotate(Account account, Body body) {
    return database.inTransaction(() -> {
      if (!may(account, body)) {
        return refused(new KeyOutcome.NotAllowed(), account.id(), Permission.SIGN, body.id());
      }
      make(account, body);
      return new KeyOutcome.Changed(current(body.id()).orElseThrow());
    });
  }

  /// What a body signs with its own key to show that it has it.
  public String proofText(Body body, String fingerprint) {
    return CanonicalJson.write(
        Map.of(
            "statement",
            "bandung-key/1",
            "body",
            body.id(),
            "organisation",
            body.name(),
            "key",
            fingerprint));
  }

  /// Takes a key that the body brings along.
  ///
  /// @param publicKey PEM, or base 64 of its X.509 form
  /// @param proof base 64 of the signature under [#proofText]
  public KeyOutcome bring(Account account, Body body, String publicKey, String proof) {
    if (!may(account, body)) {
      return refused(new KeyOutcome.NotAllowed(), account.id(), Permission.SIGN, body.id());
    }
    var key = publicKey(publicKey);
    if (key.isEmpty()) {
      return new KeyOutcome.NoKey();
    }
    var fingerprint = SigningKeys.fingerprint(key.get());
    var text = proofText(body, fingerprint);
    var signature = bytes(proof);
    if (signature.isEmpty() || !SigningKeys.verifies(key.get(), text, signature.get())) {
      return new KeyOutcome.NoProof(text);
    }
    return database.inTransaction(() -> {
      if (!keys("where fingerprint = :value", fingerprint).isEmpty()) {
        return new KeyOutcome.Taken();
      }
      put(account, body, key.get(), null, "key.brought");
      return new KeyOutcome.Changed(current(body.id()).orElseThrow());
    });
  }

  private void put(
      Account account, Body body, PublicKey key, byte @Nullable [] sealed, String deed) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    database
        .sql()
        .sql(
            """
            update consultation_signing_key set retired_at = :now
            where body = :body and retired_at is null
            """)
        .param("now", now)
        .param("body", body.id())
        .update();
    var fingerprint = SigningKeys.fingerprint(key);
    database
        .sql()
        .sql(
            """
            insert into consultation_signing_key
              (fingerprint, body, public_key, sealed, made_at, published)
            values (:fingerprint, :body, :key, :sealed, :now, false)
            """)
        .param("fingerprint", fingerprint)
        .param("body", body.id())
        .param("key", Base64.getEncoder().encodeToString(key.getEncoded()))
        .param("sealed", sealed, java.sql.Types.BINARY)
        .param("now", now)
        .update();
    audit.record(
        new Audit.Deed(
            account.id(), body.id(), deed, body.id(), Map.of("fingerprint", fingerprint)));
  }

  /// Shows a key on the public page, or takes it from there.
  public boolean publish(Account account, Body body, String fingerprint, boolean published) {
    return database.inTransaction(() -> {
      if (!may(account, body)) {
        return false;
      }
      int changed =
          database
              .sql()
              .sql(
                  """
                  update consultation_signing_key set published = :published
                  where fingerprint = :fingerprint and body = :body
                  """)
              .param("published", published)
              .param("fingerprint", fingerprint)
              .param("body", body.id())
              .update();
      if (changed > 0) {
        audit.record(
            new Audit.Deed(
                account.id(),
                body.id(),
                published ? "key.published" : "key.unpublished",
                body.id(),
                Map.of("fingerprint", fingerprint)));
      }
      return changed > 0;
    });
  }

  /// A public key as people copy it.
  static Optional<PublicKey> publicKey(String text) {
    return bytes(text.replaceAll("-----[A-Z ]{1,30}-----", "")).flatMap(SigningKeys::publicKey);
  }

  /// Base 64 as people copy it, with line breaks.
  static Optional<byte[]> bytes(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
