package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bandung.access.Accounts;
import org.bandung.access.Body;
import org.bandung.access.Mandates.PeopleOutcome;
import org.bandung.access.OwnAccount;
import org.bandung.access.OwnAccount.OwnOutcome;
import org.bandung.access.Role;
import org.bandung.access.signin.Sessions;
import org.bandung.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does with her own account, through the door.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAccountTest {

  private InventedNode node;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private InventedNode.Person person(String name) {
    return node.person(node.keeper(), node.authority(name), name, Role.AUTHORITY, Role.SIGNATORY);
  }

  private static String location(java.net.http.HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void whoDidNotJustProveWhoSheIsAddsNoWayIn() {
    var amina = person("QMM");
    var caller = node.signedIn(amina);
    var body = node.account(amina).mandates().getFirst().body().id();
    caller.get("/desk");
    String[] token = {"name", "script", "body", body, "scopes", "read"};
    assertThat(caller.post("/desk/tokens", token).body()).contains("bandung_");

    node.bean(Database.class)
        .sql()
        .sql("delete from access_session_attributes where attribute_name like '%proved'")
        .update();
    caller.get("/desk");
    assertThat(location(caller.post("/desk/tokens", token))).endsWith("/desk/account?prove");
    assertThat(caller.post("/webauthn/register/options").statusCode()).isEqualTo(403);
    assertThat(caller.get("/desk/account?prove").body()).contains("prove first who you are");
    assertThat(caller.post("/desk/account/prove", "password", "wrong", "code", "000000").body())
        .contains("Password or code is wrong");
  }

  @Test
  void sessionsAreSeenAndEnded() {
    var bao = person("QNN");
    var first = node.signedIn(bao);
    var page = first.get("/desk/account").body();
    var id = page.replaceAll("(?s).*/desk/account/sessions/([0-9a-f-]{36})/end.*", "$1");

    first.post("/desk/account/sessions/" + id + "/end");

    assertThat(location(first.get("/desk/account"))).endsWith("/sign-in");
  }

  @Test
  void allOtherSessionsAreEndedAtOnce() {
    var eli = person("QOO");
    var lost = node.signedIn(eli);
    var here = signedInLater(eli);
    here.get("/desk/account");

    here.post("/desk/account/sessions/end-others");

    assertThat(location(lost.get("/desk/account"))).endsWith("/sign-in");
    assertThat(here.get("/desk/account").statusCode()).isEqualTo(200);
  }

  /// Her next code would come in half a minute: she is taken not to have used one.
  private Caller signedInLater(InventedNode.Person person) {
    usedNoCode(person);
    return node.signedIn(person);
  }

  private void usedNoCode(InventedNode.Person person) {
    node.bean(Database.class)
        .sql()
        .sql("update access_account set last_step = 0 where id = :id")
        .param("id", person.id())
        .update();
  }

  @Test
  void aStrangerWhoFailsOnPurposeDoesNotKeepHerOut() {
    var gita = person("QXX");
    var hers = node.signedIn(gita);
    hers.post("/sign-out");
    var stranger = node.stranger();
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(stranger, gita, "a guess")).endsWith("/sign-in?wrong");
    }

    usedNoCode(gita);
    assertThat(signIn(stranger, gita, InventedNode.PASSWORD)).endsWith("/sign-in?wrong");
    assertThat(signIn(hers, gita, InventedNode.PASSWORD)).endsWith("/desk");
    assertThat(hers.get("/desk/account").body()).contains("One browser is remembered");
  }

  @Test
  void aNewPasswordForgetsTheBrowsersButTheOneAtHand() {
    var hila = person("QYY");
    node.signedIn(hila);
    var here = signedInLater(hila);
    assertThat(here.get("/desk/account").body()).contains("2 browsers are remembered");

    usedNoCode(hila);
    var changed =
        here.post(
            "/desk/account/password",
            "password",
            InventedNode.PASSWORD,
            "code",
            hila.telephone().nextCode(),
            "wanted",
            "four goats beneath the roof");
    assertThat(location(changed)).endsWith("?changed");
    assertThat(here.get("/desk/account").body()).contains("One browser is remembered");
  }

  private static String signIn(Caller caller, InventedNode.Person person, String password) {
    caller.get("/sign-in");
    var code = person.telephone().nextCode();
    return location(
        caller.post("/sign-in", "email", person.email(), "password", password, "code", code));
  }

  @Test
  void whoManagesABodySignsItsPeopleOut() {
    var chief = person("QQQ");
    var agency = node.account(chief).mandates().getFirst().body();
    var dana = node.person(chief, agency, "Dana", Role.READER);
    var other = person("QRR");
    var sessions = node.bean(Sessions.class);
    var hers = node.signedIn(dana);
    assertThat(hers.get("/desk").body()).contains("action=\"/sign-out\"");

    assertThat(sessions.end(node.account(other), agency, dana.id()))
        .isEqualTo(new PeopleOutcome.NotAllowed());
    assertThat(sessions.end(node.account(dana), agency, chief.id()))
        .isEqualTo(new PeopleOutcome.NotAllowed());
    assertThat(sessions.end(node.account(chief), agency, other.id()))
        .isEqualTo(new PeopleOutcome.NotAllowed());
    assertThat(hers.get("/desk").statusCode()).isEqualTo(200);

    var caller = node.signedIn(chief);
    caller.get("/desk/bodies/" + agency.id());
    var answer =
        caller.post("/desk/bodies/" + agency.id() + "/people/" + dana.id() + "/sessions/end");
    assertThat(answer.body()).contains("She is signed out everywhere.");
    assertThat(location(hers.get("/desk"))).endsWith("/sign-in");
  }

  @Test
  void whoLeavesLeavesNothingBehindInTheBrowser() {
    var finn = person("QVV");
    var caller = node.signedIn(finn);
    assertThat(caller.get("/desk").body()).contains("historyCacheSize");
    var gone = caller.post("/sign-out");
    assertThat(gone.headers().firstValue("Clear-Site-Data").orElse("")).contains("storage");
    assertThat(location(caller.get("/desk"))).endsWith("/sign-in");
  }

  @Test
  void aClosedAccountIsNobodysAndTheLastOneStays() {
    var cora = person("QPP");
    var agency = node.account(cora).mandates().getFirst().body();
    var dora = node.person(cora, agency, "Dora", Role.READER);
    var own = node.bean(OwnAccount.class);

    assertThat(close(own, cora)).isEqualTo(new OwnOutcome.LastOne(agency));
    assertThat(close(own, dora)).isEqualTo(new OwnOutcome.Done());

    assertThat(node.bean(Accounts.class).find(cora.id())).isPresent();
    assertThat(node.bean(Accounts.class).find(dora.id())).isEmpty();
    assertThat(node.bean(Accounts.class).findByEmail(dora.email())).isEmpty();
  }

  @Test
  void aClosedAccountLeavesOnlyItsNameBesideWhatWasDone() {
    var bank = node.admit(node.keeper(), Body.Kind.MULTILATERAL, "Bank", null);
    var chief = node.person(node.keeper(), bank, "chief", Role.SIGNATORY);
    var elo = node.person(chief, bank, "Elo", Role.SIGNATORY);
    node.signedIn(elo).get("/desk/account");
    node.token(elo, bank, "read");
    var sql = node.bean(Database.class).sql();
    sql.sql(
            """
            with n as (insert into notices_notice (account, body, what, path, facts, at)
                values (:id, '', 'x', '/', '{}', now())),
              h as (insert into notices_habit values (:id, 'daily', now())),
              e as (insert into user_entities values ('key-of-elo', :id, 'Elo')),
              l as (insert into post_letter
                  (recipient, language, subject, text, written_at, due_at)
                values (:email, 'en', '', '', now(), now()))
            insert into notices_search values ('s', :id, 'x', '/search', '{}', now())
            """)
        .param("id", elo.id())
        .param("email", elo.email())
        .update();
    assertThat(rowsOf(elo)).contains("notices_search", "access_device", "post_letter");

    usedNoCode(elo);
    assertThat(close(node.bean(OwnAccount.class), elo)).isEqualTo(new OwnOutcome.Done());

    assertThat(rowsOf(elo)).containsExactly("access_account", "access_audit", "access_token");
    assertThat(
            sql.sql("select revoked_at is not null from access_token where account = :id")
                .param("id", elo.id())
                .query(Boolean.class)
                .list())
        .containsExactly(true);
  }

  /// The tables in which her id or her address stands.
  private List<String> rowsOf(InventedNode.Person person) {
    var sql = node.bean(Database.class).sql();
    return sql
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            sql.sql(
                    "select exists (select from %s t where t::text like :id or t::text like :email)"
                        .formatted(table))
                .param("id", "%" + person.id() + "%")
                .param("email", "%" + person.email() + "%")
                .query(Boolean.class)
                .single())
        .toList();
  }

  private OwnOutcome close(OwnAccount own, InventedNode.Person person) {
    return own.close(
        node.account(person),
        new Accounts.Proof(InventedNode.PASSWORD, person.telephone().nextCode()));
  }
}
