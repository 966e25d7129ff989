package org.bandung.registry.replies;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.said.ContentCodec;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/// A country's reply to what sources state of it, shown beside their statements. Only the authority
/// of a country that takes part says it. Made when a page first asks: imports do without accounts.
@Lazy
@Service
public class Replies {

  private static final int LONGEST = 5_000;
  private static final int MOST_LANGUAGES = 20;

  private final Database database;
  private final ChangeLog changes;
  private final Registry registry;
  private final Mandates mandates;
  private final Audit audit;
  private final Clock clock;

  @Autowired
  Replies(Database database, ChangeLog changes, Registry registry, Mandates mandates, Audit audit) {
    this(database, changes, registry, mandates, audit, Clock.systemUTC());
  }

  Replies(
      Database database,
      ChangeLog changes,
      Registry registry,
      Mandates mandates,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.registry = registry;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = clock;
  }

  /// The countries for which somebody may reply to what is stated of an initiative.
  public List<CountryCode> repliesFor(Account account, InitiativeView initiative) {
    return initiative.composed().participants().stream()
        .flatMap(p -> Optional.ofNullable(p.country()).stream())
        .distinct()
        .filter(c -> authority(account, c).isPresent())
        .toList();
  }

  private Optional<Body> authority(Account account, CountryCode country) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.kind() == Body.Kind.AUTHORITY && country.alpha3().equals(b.country()))
        .filter(b -> mandates.may(account, Permission.RELEASE, b))
        .findFirst();
  }

  /// What became of a reply.
  public sealed interface Outcome {
    record Written() implements Outcome {}

    /// It says nothing, or too much.
    record Faulty() implements Outcome {}
  }

  /// Says something for a country; an empty text withdraws what was said before. The same words
  /// again change nothing.
  ///
  /// @return empty if there is no such initiative, or she may not speak for that country on it
  public Optional<Outcome> write(
      Account account, String initiative, String country, LocalizedText text) {
    return database.inTransaction(() -> {
      var view = registry.find(Reader.PUBLIC, initiative);
      if (view.isEmpty()
          || repliesFor(account, view.get()).stream().noneMatch(c -> c.alpha3().equals(country))) {
        return Optional.empty();
      }
      var said =
          view.get().replies().stream()
              .filter(r -> r.country().alpha3().equals(country))
              .map(InitiativeView.Reply::text)
              .findFirst()
              .orElse(LocalizedText.EMPTY);
      if (faulty(text)) {
        return Optional.of(new Outcome.Faulty());
      }
      if (!said.equals(text)) {
        append(account, view.get().id(), new CountryCode(country), text);
      }
      return Optional.of(new Outcome.Written());
    });
  }

  private static boolean faulty(LocalizedText text) {
    return text.byLanguage().size() > MOST_LANGUAGES
        || text.byLanguage().values().stream().anyMatch(t -> t.isBlank() || t.length() > LONGEST);
  }

  private void append(Account account, String initiative, CountryCode country, LocalizedText text) {
    var body = authority(account, country).orElseThrow();
    Instant now = clock.instant();
    database
        .sql()
        .sql(
            """
            insert into registry_reply
              (initiative_id, country, body_id, body_name, account, text, at)
            values (:initiative, :country, :body, :name, :account, cast(:text as jsonb), :at)
            """)
        .param("initiative", initiative)
        .param("country", country.alpha3())
        .param("body", body.id())
        .param("name", body.name())
        .param("account", account.id())
        .param("text", ContentCodec.texts(text))
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
    audit.record(
        new Audit.Deed(
            account.id(),
            body.id(),
            text.isEmpty() ? "reply.withdrawn" : "reply.written",
            initiative,
            Map.of("country", country.alpha3())));
    changes.record("registry", "initiative", List.of(initiative));
  }
}
