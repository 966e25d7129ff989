package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Mandates.AdmitOutcome;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.Mandates.Wanted;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Bodies and mandates on the real database engine.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MandatesTest {

  private TestDatabase store;
  private Audit audit;
  private Accounts accounts;
  private Mandates mandates;
  private ApiTokens tokens;
  private Account keeper;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    var access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    audit = access.audit();
    accounts = access.accounts();
    mandates = access.mandates();
    tokens = access.tokens();
  }

  @AfterAll
  void close() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.empty("access_account, access_body, access_link, access_audit, post_letter");
    accounts.firstAdministrator();
    keeper = person("keeper", Body.NODE, Role.ADMINISTRATOR);
  }

  /// Somebody who acts for a body already.
  private Account person(String name, String body, Role... roles) {
    var table = new AccountTable(store.database());
    table.insert(
        new AccountTable.Stored(name, name + "@example.org", name, "en", null, null, 0),
        Instant.now());
    table.setMandate(name, body, Set.of(roles), Instant.now());
    return accounts.find(name).orElseThrow();
  }

  private Body admitted(Account by, Body.Kind kind, String name, @Nullable String country) {
    var outcome = mandates.admit(by, new Wanted(kind, name, country, null, null));
    return ((AdmitOutcome.Admitted) outcome).body();
  }

  @Test
  void theNodeAdmitsAuthoritiesAndACountryItsInstitutions() {
    var agency = admitted(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    var head = person("head", agency.id(), Role.AUTHORITY);
    var institute = new Wanted(Body.Kind.ORGANISATION, "Institute", "QMM", null, null);
    var foreign = new Wanted(Body.Kind.ORGANISATION, "Institute", "QNN", null, null);

    assertThat(mandates.admit(keeper, institute)).isEqualTo(new AdmitOutcome.NotAllowed());
    assertThat(mandates.admit(head, foreign)).isEqualTo(new AdmitOutcome.NotAllowed());
    assertThat(mandates.admit(head, institute)).isInstanceOf(AdmitOutcome.Admitted.class);
    assertThat(mandates.admit(keeper, foreign)).isInstanceOf(AdmitOutcome.Admitted.class);
    assertThat(
            mandates.admit(keeper, new Wanted(Body.Kind.MULTILATERAL, "Union", "QMM", null, null)))
        .isEqualTo(new AdmitOutcome.Refused("country"));
    assertThat(mandates.admit(keeper, new Wanted(Body.Kind.AUTHORITY, "A", "XXX", null, null)))
        .isEqualTo(new AdmitOutcome.Refused("country"));
    assertThat(mandates.admit(keeper, new Wanted(Body.Kind.SECRETARIAT, "S", null, "NONE", null)))
        .isEqualTo(new AdmitOutcome.Refused("grouping"));
  }

  @Test
  void theNodeLetsInTheFirstPeopleOnly() {
    var agency = admitted(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    var roles = Set.of(Role.AUTHORITY);

    assertThat(mandates.invite(keeper, agency, "head@example.org", roles, "fr"))
        .isInstanceOf(PeopleOutcome.Invited.class);
    var head = person("head", agency.id(), Role.AUTHORITY);
    assertThat(mandates.invite(keeper, agency, "other@example.org", roles, "fr"))
        .isEqualTo(new PeopleOutcome.NotAllowed());
    assertThat(mandates.people(keeper, agency)).isEmpty();
    assertThat(mandates.change(keeper, agency, "head", Set.of()))
        .isEqualTo(new PeopleOutcome.NotAllowed());
    assertThat(mandates.invite(head, agency, "other@example.org", roles, "fr"))
        .isInstanceOf(PeopleOutcome.Invited.class);
  }

  @Test
  void nobodyGivesMoreThanABodyHasAndSomebodyIsAlwaysLeft() {
    var institute = admitted(keeper, Body.Kind.ORGANISATION, "Institute", "QMM");
    var chief = person("chief", institute.id(), Role.SIGNATORY);
    person("helper", institute.id(), Role.READER);

    assertThat(mandates.change(chief, institute, "helper", Set.of(Role.AUTHORITY)))
        .isEqualTo(new PeopleOutcome.Refused("roles"));
    assertThat(mandates.change(chief, institute, "helper", Set.of(Role.ADMINISTRATOR)))
        .isEqualTo(new PeopleOutcome.Refused("roles"));
    assertThat(mandates.change(chief, institute, "chief", Set.of()))
        .isEqualTo(new PeopleOutcome.LastOne());
    assertThat(mandates.change(chief, institute, "chief", Set.of(Role.SIGNATORY, Role.NEGOTIATOR)))
        .isEqualTo(new PeopleOutcome.OwnRise());
    assertThat(mandates.change(chief, institute, "helper", Set.of(Role.SIGNATORY)))
        .isEqualTo(new PeopleOutcome.Changed());
    assertThat(mandates.change(chief, institute, "chief", Set.of()))
        .isEqualTo(new PeopleOutcome.Changed());
    assertThat(accounts.find("chief").orElseThrow().mandates()).isEmpty();
  }

  @Test
  void nobodyComesInByTheWordOfSomebodyWhoWasLetGo() {
    var institute = admitted(keeper, Body.Kind.ORGANISATION, "Institute", "QMM");
    var chief = person("chief", institute.id(), Role.SIGNATORY);
    person("second", institute.id(), Role.SIGNATORY);
    var friend = person("friend", institute.id(), Role.READER);
    var invited =
        (PeopleOutcome.Invited)
            mandates.invite(chief, institute, "friend@example.org", Set.of(Role.CONTRIBUTOR), "en");
    var word = invited.link().replaceAll(".*/", "");
    var second = accounts.find("second").orElseThrow();
    mandates.change(second, institute, "chief", Set.of());

    assertThat(accounts.accept(word, friend.id())).isFalse();
    assertThat(mandates.invite(chief, institute, "x@example.org", Set.of(Role.READER), "en"))
        .as("chief as she stands now, not as her request knew her")
        .isEqualTo(new PeopleOutcome.NotAllowed());
  }

  @Test
  void anInvitationAddsToWhatSomebodyIsTrustedWith() {
    var institute = admitted(keeper, Body.Kind.ORGANISATION, "Institute", "QMM");
    var chief = person("chief", institute.id(), Role.SIGNATORY);
    var invited =
        (PeopleOutcome.Invited)
            mandates.invite(chief, institute, "chief@example.org", Set.of(Role.READER), "en");

    assertThat(accounts.accept(invited.link().replaceAll(".*/", ""), "chief")).isTrue();
    assertThat(accounts.find("chief").orElseThrow().mandates().getFirst().roles())
        .containsExactlyInAnyOrder(Role.SIGNATORY, Role.READER);
  }

  @Test
  void aSuspendedBodyDoesNothingUntilItIsLetIn() {
    var institute = admitted(keeper, Body.Kind.ORGANISATION, "Institute", "QMM");
    var chief = person("chief", institute.id(), Role.SIGNATORY);

    assertThat(mandates.suspend(chief, institute, true)).isFalse();
    assertThat(mandates.suspend(keeper, institute, true)).isTrue();
    var now = accounts.find("chief").orElseThrow();
    var suspended = now.mandates().getFirst().body();
    assertThat(mandates.invite(now, suspended, "x@example.org", Set.of(Role.READER), "en"))
        .isEqualTo(new PeopleOutcome.NotAllowed());
    assertThat(mandates.suspend(keeper, suspended, false)).isTrue();

    var agency = admitted(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    assertThat(mandates.suspend(keeper, institute, true)).isFalse();
    assertThat(mandates.suspend(keeper, agency, true)).isTrue();
  }

  @Test
  void aStrangerSeesNoBodyAndNobody() {
    var institute = admitted(keeper, Body.Kind.ORGANISATION, "Institute", "QMM");
    var other = admitted(keeper, Body.Kind.ORGANISATION, "Other", "QNN");
    person("chief", institute.id(), Role.SIGNATORY);
    var stranger = person("stranger", other.id(), Role.SIGNATORY);

    assertThat(mandates.find(stranger, institute.id())).isEmpty();
    assertThat(mandates.list(stranger)).containsExactly(other);
    assertThat(mandates.people(stranger, institute)).isEmpty();
  }

  @Test
  void aTokenHoldsAsLongAsItsMakerActsForTheBody() {
    var institute = admitted(keeper, Body.Kind.ORGANISATION, "Institute", "QMM");
    var chief = person("chief", institute.id(), Role.SIGNATORY);
    person("second", institute.id(), Role.SIGNATORY);

    assertThat(tokens.make(keeper, institute, "x", Set.of("read")))
        .isEqualTo(new ApiTokens.MakeOutcome.NotAllowed());
    assertThat(tokens.make(chief, institute, " ", Set.of("read")))
        .isEqualTo(new ApiTokens.MakeOutcome.Refused("name"));
    assertThat(tokens.make(chief, institute, "x", Set.of("everything")))
        .isEqualTo(new ApiTokens.MakeOutcome.Refused("scopes"));
    var made =
        (ApiTokens.MakeOutcome.Made) tokens.make(chief, institute, "nightly", Set.of("read"));

    assertThat(tokens.find(made.word()).orElseThrow().account()).isEqualTo("chief");
    assertThat(tokens.find(made.word() + "x")).isEmpty();
    assertThat(tokens.list(chief)).hasSize(1);
    assertThat(tokens.revoke(accounts.find("second").orElseThrow(), made.token().id())).isFalse();
    mandates.change(chief, institute, "chief", Set.of());
    assertThat(tokens.find(made.word())).isEmpty();
  }

  @Test
  void whoBindsABodyOrCoordinatesItsCountryReadsItsLogAndNobodyElse() {
    var agency = admitted(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    var head = person("head", agency.id(), Role.AUTHORITY);
    var institute = admitted(head, Body.Kind.ORGANISATION, "Institute", "QMM");
    var chief = person("chief", institute.id(), Role.SIGNATORY);
    var reader = person("reader", institute.id(), Role.READER);
    mandates.change(chief, institute, "reader", Set.of(Role.CONTRIBUTOR));
    tokens.make(chief, institute, "nightly", Set.of("read"));

    for (var allowed : List.of(chief, head, keeper)) {
      assertThat(mandates.log(allowed, institute, 9).orElseThrow())
          .extracting(line -> line.deed().action())
          .containsExactly("token.made", "mandate.changed", "body.admitted");
    }
    assertThat(mandates.log(reader, institute, 9)).isEmpty();
    assertThat(mandates.log(chief, agency, 9)).isEmpty();
  }

  @Test
  void everyDeedIsInTheLog() {
    var institute = admitted(keeper, Body.Kind.ORGANISATION, "Institute", "QMM");
    mandates.invite(keeper, institute, "chief@example.org", Set.of(Role.SIGNATORY), "en");
    mandates.suspend(keeper, institute, true);
    var actions = new java.util.ArrayList<String>();
    audit.each(line -> actions.add(line.deed().action()));

    assertThat(actions)
        .isEqualTo(List.of("link.made", "body.admitted", "person.invited", "body.suspended"));
    assertThat(audit.verify(Optional.empty())).isInstanceOf(Audit.Verdict.Intact.class);
  }

  @Test
  void whomACountryDelegatedASectorReleasesInItAndNowhereElse(@TempDir Path home) {
    var agency = admitted(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    var head = person("head", agency.id(), Role.AUTHORITY);
    var ministry = admitted(head, Body.Kind.ORGANISATION, "Ministry of Health", "QMM");
    var clinic = admitted(head, Body.Kind.ORGANISATION, "Clinic", "QMM");
    var reference = Reference.load(Path.of("src/main/resources/reference"));
    var shipped = TestAccess.of(store.database(), reference, home).mandates();
    var delegations = new Delegations(store.database(), shipped, audit, reference);

    assertThat(delegations.delegate(head, ministry, Set.of("health", "no-sector")))
        .isInstanceOf(Delegations.DelegateOutcome.Refused.class);
    assertThat(delegations.delegate(head, ministry, Set.of("health")))
        .isInstanceOf(Delegations.DelegateOutcome.Delegated.class);

    var nurse = person("nurse", ministry.id(), Role.ENDORSER);
    assertThat(shipped.may(nurse, Permission.RELEASE, clinic, Set.of("12220"))).isTrue();
    assertThat(shipped.may(nurse, Permission.RELEASE, clinic, Set.of("12220", "14020"))).isFalse();
    assertThat(shipped.may(nurse, Permission.RELEASE, clinic, Set.of())).isFalse();
    assertThat(shipped.may(head, Permission.RELEASE, clinic, Set.of())).isTrue();
    assertThat(delegations.delegate(nurse, clinic, Set.of("health")))
        .isInstanceOf(Delegations.DelegateOutcome.NotAllowed.class);

    delegations.delegate(head, ministry, Set.of());
    assertThat(shipped.may(nurse, Permission.RELEASE, clinic, Set.of("12220"))).isFalse();
  }
}
