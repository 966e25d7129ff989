package org.bandung.api;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bandung.catalogue.Catalogue;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.parties.Parties;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.bandung.statistics.TestStatistics;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.bandung.store.Readiness;
import org.bandung.store.TestDatabase;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// A node of the invented world on the real database engine, with its door and those who write.
final class MirrorWorld implements AutoCloseable {

  static final Statement.Source SHORE =
      new Statement.Source("iati", "QM-AMC-1", LocalizedText.of("en", "Meridian Agency"));
  static final Statement.Source HILL =
      new Statement.Source("iati", "QN-HILL", LocalizedText.of("en", "Hill Ministry"));

  final TestDatabase store = TestDatabase.create();
  final Parties parties;
  final Registry registry;
  final ApiDoor door;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  MirrorWorld() {
    var reference = InventedWorld.reference();
    parties =
        Parties.load(
            InventedWorld.folder("parties-world"), store.database(), store.changes(), reference);
    context.registerBean(Database.class, store::database);
    context.registerBean(ChangeLog.class, store::changes);
    context.registerBean(Reference.class, () -> reference);
    context.registerBean(Parties.class, () -> parties);
    context.scan(Registry.class.getPackageName());
    context.register(Catalogue.class);
    // what people do behind the door is not asked for here, and would want accounts
    context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    context.refresh();
    registry = context.getBean(Registry.class);
    var facts =
        new PublicFacts(
            registry,
            TestStatistics.of(store, registry),
            context.getBean(Catalogue.class),
            parties,
            store.changes(),
            store.feed(),
            reference,
            context.getBeanProvider(Readiness.class));
    door = new ApiDoor(reference, facts);
  }

  /// Statements numbered from one number to before another, in this wording.
  void say(Statement.Source source, int from, int to, String wording) {
    try (var run = registry.beginImport("iati", wording)) {
      for (int i = from; i < to; i++) {
        run.receive(List.of(statement(source, i, wording)));
      }
      run.finish(false);
    }
  }

  /// The same, and whatever else the source once said is withdrawn.
  void sayOnly(Statement.Source source, int from, int to, String wording) {
    try (var run = registry.beginImport("iati", "complete")) {
      for (int i = from; i < to; i++) {
        run.receive(List.of(statement(source, i, wording)));
      }
      run.finish(true);
    }
  }

  private static Statement statement(Statement.Source source, int number, String wording) {
    var text = source.key() + number + wording;
    var agency =
        new Participant.OrganisationMention(
            "QM-COOP-" + number % 5,
            LocalizedText.of("en", "Cooperative " + number % 5),
            "21",
            null);
    var content =
        new Content(
            "project",
            LocalizedText.of("en", wording + " " + number),
            LocalizedText.EMPTY,
            null,
            Period.UNKNOWN,
            new Period(PartialDate.ofYear(1990 + number % 9), null, false),
            List.of(
                Participant.country(Role.PROVIDER, InventedWorld.QMM),
                Participant.country(Role.RECIPIENT, InventedWorld.QPP),
                new Participant(Role.IMPLEMENTER, null, null, null, agency)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new Statement(
        source,
        source.publisher() + "-" + number,
        Statement.Speaker.PUBLISHER,
        hash(text),
        Statement.Payload.compress(text),
        null,
        null,
        content,
        List.of(),
        "rules-1");
  }

  /// An organisation's own statement; joins the caller's transaction.
  void name(String reference, String name) {
    parties.receive(
        List.of(
            new Parties.OrganisationStatement(
                "iati:" + reference,
                reference,
                LocalizedText.of("en", name),
                "21",
                hash(name),
                name.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH,
                null)));
  }

  /// Moves an initiative to another audience, as an owner will who withholds or releases it.
  void show(String audience, String... initiatives) {
    store
        .database()
        .inTransaction(() -> {
          store
              .database()
              .sql()
              .sql("update registry_initiative set audience = :audience where id = any(:ids)")
              .param("audience", audience)
              .param("ids", initiatives)
              .update();
          store.changes().record("registry", "initiative", Arrays.asList(initiatives));
          return 0;
        });
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return "%064x"
          .formatted(new BigInteger(1, digest.digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    door.close();
    context.close();
    store.close();
  }
}
