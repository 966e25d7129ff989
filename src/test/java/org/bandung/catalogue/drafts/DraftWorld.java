package org.bandung.catalogue.drafts;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.Wanted;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.TestCatalogue;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.News;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.said.Content;
import org.bandung.store.TestDatabase;
import org.jspecify.annotations.Nullable;

/// Bodies of the invented world and people who write for them, on the real database engine.
final class DraftWorld implements AutoCloseable {

  /// A clock that moves when a test says so.
  static final class Time extends Clock {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private Instant now = NOON;

    void reset() {
      now = NOON;
    }

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  final TestDatabase store = TestDatabase.create();
  final Time time = new Time();
  final List<News> news = new ArrayList<>();
  final TestAccess access;
  final TestCatalogue world;
  final Catalogue catalogue;
  final Drafts drafts;
  final Reminders reminders;
  boolean clearing;

  private final Account keeper =
      new Account(
          "keeper",
          "keeper@example.org",
          "Keeper",
          "en",
          List.of(
              new Mandate(
                  new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true),
                  Set.of(Role.ADMINISTRATOR))));

  DraftWorld(Path home) {
    access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    world = TestCatalogue.of(store, time);
    catalogue = world.catalogue();
    drafts =
        new Drafts(
            new Drafts.House(store.database(), access.mandates(), access.audit(), catalogue),
            (country, kind) -> clearing,
            event -> news.add((News) event),
            time);
    reminders = new Reminders(store.database(), event -> news.add((News) event), time);
  }

  Body body(Body.Kind kind, String name, @Nullable String country) {
    var admitting =
        access
            .mandates()
            .authorityOf(String.valueOf(country))
            .map(a -> person("head", a, Role.AUTHORITY))
            .orElse(keeper);
    var outcome = access.mandates().admit(admitting, new Wanted(kind, name, country, null, null));
    return ((AdmitOutcome.Admitted) outcome).body();
  }

  static Account person(String name, Body body, Role... roles) {
    return new Account(
        name, name + "@example.org", name, "en", List.of(new Mandate(body, Set.of(roles))));
  }

  static Wording need(String title) {
    return need(title, null);
  }

  static Wording need(String title, @Nullable PartialDate until) {
    return new Wording(
        content(title, until),
        new Details.Need(
            LocalizedText.of("en", "Plan of wells"),
            "https://plan.example.org/wells",
            new Quantity(new BigDecimal("12"), "person")),
        new Wording.Confidential(
            "Amina Secret",
            "amina@secret.example.org",
            "+99 555 0199",
            new ReportedAmount(new BigDecimal("987654"), "USD")));
  }

  private static Content content(String title, @Nullable PartialDate until) {
    return new Content(
        null,
        LocalizedText.of("en", title),
        LocalizedText.of("en", "We look for " + title),
        null,
        Period.UNKNOWN,
        new Period(null, until, false),
        List.of(),
        List.of(new Content.Classification("dac-sector", "140", null, LocalizedText.EMPTY)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public void close() {
    world.close();
    store.close();
  }
}
