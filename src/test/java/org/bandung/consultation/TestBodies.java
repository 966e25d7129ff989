package org.bandung.consultation;

import java.util.List;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.Wanted;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;

/// Bodies of the invented world, admitted in the database, and people who act for them.
public final class TestBodies {

  private static final Body NODE =
      new Body(Body.NODE, Body.Kind.NODE, "Node", null, null, null, true);

  private final Database database;
  private final TestAccess access;

  public TestBodies(Database database, TestAccess access) {
    this.database = database;
    this.access = access;
    database
        .sql()
        .sql(
            """
            insert into access_body (id, kind, name, admitted, changed_at)
            values ('node', 'node', 'Node', true, now()) on conflict do nothing
            """)
        .update();
  }

  public Body authority(String country) {
    return admitted(
        acting(NODE, Role.ADMINISTRATOR),
        new Wanted(Body.Kind.AUTHORITY, "Agency of " + country, country, null, null));
  }

  public Body institute(String country, String name, @Nullable String organisation) {
    return admitted(
        acting(authority(country), Role.AUTHORITY),
        new Wanted(Body.Kind.ORGANISATION, name, country, null, organisation));
  }

  public Body multilateral(String name) {
    return admitted(
        acting(NODE, Role.ADMINISTRATOR),
        new Wanted(Body.Kind.MULTILATERAL, name, null, null, null));
  }

  private Body admitted(Account by, Wanted wanted) {
    return ((AdmitOutcome.Admitted) access.mandates().admit(by, wanted)).body();
  }

  void suspend(Body body) {
    database
        .sql()
        .sql("update access_body set admitted = false where id = :id")
        .param("id", body.id())
        .update();
  }

  Account suspended(Body body, Role... roles) {
    return acting(
        new Body(
            body.id(),
            body.kind(),
            body.name(),
            body.country(),
            body.grouping(),
            body.organisation(),
            false),
        roles);
  }

  /// Somebody with these roles; her account is in no database.
  public static Account acting(Body body, Role... roles) {
    return acting("person-of-" + body.id(), body, roles);
  }

  public static Account acting(String id, Body body, Role... roles) {
    return new Account(
        id, id + "@example.org", "Person", "en", List.of(new Mandate(body, Set.of(roles))));
  }

  /// Who may act for which party.
  public static Actors actors(TestAccess access) {
    return new Actors(access.mandates());
  }
}
