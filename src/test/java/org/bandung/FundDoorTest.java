package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.access.Body;
import org.bandung.access.Role;
import org.bandung.funds.Fund;
import org.bandung.funds.Funds;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A fund through its doors: opened, its people appointed, promised to, paid, shown; and what
/// strangers and people without the duty try.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FundDoorTest {

  private static final List<String> DEEDS =
      List.of(
          "restate",
          "appoint",
          "dismiss",
          "show",
          "window",
          "pledge",
          "pledge-in-kind",
          "receive",
          "let-go",
          "deliver",
          "interest",
          "fee");

  private InventedNode node;
  private InventedNode.Person head;
  private Caller mira;
  private Caller finn;
  private Caller foreign;
  private String fund;

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    node = InventedNode.open(home);
    var agency = node.authority("QMM");
    head = node.person(node.keeper(), agency, "Mira", Role.SIGNATORY);
    var bank = node.admit(node.keeper(), Body.Kind.AUTHORITY, "Bank of QNN", "QNN");
    mira = node.signedIn(head);
    finn = node.signedIn(node.person(node.keeper(), bank, "Finn", Role.CONTRIBUTOR));
    foreign = node.signedIn(node.person(node.keeper(), bank, "Edo", Role.SIGNATORY));
    fund = opened();
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private String opened() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("key", "one");
    fields.put("in", "en");
    fields.put("title", "Osmara Solidarity Fund");
    fields.put("purpose", "Small projects of three countries.");
    fields.put("currency", "USD");
    fields.put("fee", "7");
    fields.put("since", "2026-01-01");
    var first = mira.form("/desk/funds/new", "/desk/funds/new", fields);
    var again = mira.form("/desk/funds/new", "/desk/funds/new", fields);
    assertThat(location(again)).isEqualTo(location(first));
    return location(first).replace("?said=open", "");
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(l -> l.replaceFirst("^https?://[^/]*", ""))
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  private HttpResponse<String> send(Caller who, String what, String... fields) {
    var all = new LinkedHashMap<String, String>();
    all.put("key", "key of " + what);
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return who.form(fund, fund + "/do/" + what, all);
  }

  private void done(HttpResponse<String> answer) {
    assertThat(location(answer)).startsWith(fund + "?said=");
  }

  private String id() {
    return fund.replaceFirst(".*/", "");
  }

  private Fund now() {
    return node.bean(Funds.class).find(node.account(head), id()).orElseThrow().fund();
  }

  private String promise() {
    return now().contributions().values().stream()
        .filter(c -> c.pledged() != null)
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  @Order(1)
  void toWhomItIsNothingThereIsNoSuchFund() {
    var before = now();
    for (var stranger : List.of(finn, foreign)) {
      assertThat(stranger.get(fund).statusCode()).isEqualTo(404);
      for (var what : DEEDS) {
        assertThat(stranger.get(fund + "/do/" + what).statusCode()).as(what).isEqualTo(404);
        var answer =
            stranger.form(
                "/desk",
                fund + "/do/" + what,
                Map.of("key", "k", "email", "finn@example.org", "duty", "board"));
        assertThat(answer.statusCode()).as(what).isEqualTo(404);
      }
      assertThat(stranger.get("/desk/funds").body()).doesNotContain("Osmara");
    }
    assertThat(finn.get("/desk/funds/new").statusCode()).isEqualTo(404);
    assertThat(node.stranger().get("/funds/" + id()).statusCode()).isEqualTo(404);
    assertThat(node.stranger().get("/funds").body()).doesNotContain("Osmara");
    assertThat(node.stranger().get("/api/v1/funds/" + id()).statusCode()).isEqualTo(404);
    assertThat(now()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void nobodyLearnsOfAnAccountButWhoAppoints() {
    var unknown = send(mira, "appoint", "email", "nobody@example.org", "duty", "finance");
    assertThat(unknown.statusCode()).isEqualTo(200);
    assertThat(unknown.body())
        .contains("Nobody can be appointed by this address")
        .contains("value=\"nobody@example.org\"");
    done(send(mira, "appoint", "email", " Finn@Example.org ", "duty", "finance"));
    assertThat(finn.get(fund).statusCode()).isEqualTo(200);

    // who is appointed, and may not appoint, is told the same of every address
    var there = send(finn, "appoint", "email", "edo@example.org", "duty", "board");
    var nowhere = send(finn, "appoint", "email", "nobody@example.org", "duty", "board");
    assertThat(there.statusCode()).isEqualTo(403);
    assertThat(Caller.plain(there.body())).isEqualTo(Caller.plain(nowhere.body()));
    assertThat(now().people()).hasSize(1);
  }

  @Test
  @Order(3)
  void whatSheMayNotIsNotOfferedAndIsRefused() {
    var page = finn.get(fund).body();
    assertThat(page).contains("/do/pledge").doesNotContain("/do/appoint", "/do/window", "/do/show");
    assertThat(mira.get(fund).body()).contains("/do/appoint").doesNotContain("/do/pledge");
    var before = now();
    for (var what : List.of("restate", "dismiss", "show", "window")) {
      assertThat(finn.get(fund + "/do/" + what).statusCode()).as(what).isEqualTo(404);
      assertThat(send(finn, what, "everybody", "yes", "id", "w", "title", "W").statusCode())
          .as(what)
          .isEqualTo(403);
    }
    assertThat(send(mira, "pledge", "amount", "5", "currency", "USD").statusCode()).isEqualTo(403);
    assertThat(now()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void whatIsTypedWrongIsToldAtItsFieldAndKept() {
    var answer =
        send(
            finn,
            "pledge",
            "contributor",
            "Osmara <b>",
            "amount",
            "1,234",
            "currency",
            "dollars",
            "on",
            "tomorrow");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("value=\"Osmara &lt;b&gt;\"")
        .contains("value=\"1,234\"")
        .contains("id=\"amount-fault\"", "id=\"currency-fault\"", "id=\"on-fault\"")
        .doesNotContain("contributor-fault");
    assertThat(now().contributions()).isEmpty();
  }

  @Test
  @Order(5)
  void whatIsPromisedAndComesIsWrittenDownOnce() {
    var pledge =
        new String[] {
          "contributor",
          "Osmara",
          "country",
          "QOO",
          "amount",
          "100000",
          "currency",
          "usd",
          "on",
          "2026-02-01"
        };
    done(send(finn, "pledge", pledge));
    done(send(finn, "pledge", pledge));
    assertThat(now().contributions()).hasSize(1);
    var of = promise();
    var other =
        send(
            finn,
            "receive",
            "of",
            of,
            "amount",
            "1000",
            "currency",
            "EUR",
            "on",
            "2026-03-01",
            "reference",
            "B-17");
    assertThat(other.body()).contains("id=\"rate-fault\"");
    var receive =
        new String[] {
          "of",
          of,
          "amount",
          "1000",
          "currency",
          "EUR",
          "on",
          "2026-03-01",
          "reference",
          "B-17",
          "rate",
          "1.0812345678",
          "source",
          "Bank of Osmara",
          "rateDate",
          "2026-03-01"
        };
    done(send(finn, "receive", receive));
    done(send(finn, "receive", receive));
    assertThat(now().contributions().get(of))
        .satisfies(c ->
            assertThat(java.util.Objects.requireNonNull(c).outstanding())
                .isEqualTo(Money.of("98918.77", "USD")));
    done(
        send(
            finn,
            "pledge-in-kind",
            "contributor",
            "Meridia",
            "description",
            "Two offices",
            "quantity",
            "2",
            "unit",
            "office",
            "estimate",
            "5000",
            "currency",
            "USD",
            "on",
            "2026-02-01"));
    var fee =
        send(finn, "fee", "amount", "71", "currency", "EUR", "on", "2026-04-01", "reason", "r");
    assertThat(fee.body()).contains("id=\"amount-fault\"");
    done(send(finn, "fee", "amount", "70", "currency", "EUR", "on", "2026-04-01", "reason", "r"));
    assertThat(send(finn, "receive", "of", "no-such", "amount", "1").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(6)
  void whatIsShownEverybodySeesWithoutWhatIsTheBanks() {
    done(send(mira, "appoint", "key", "m", "email", "edo@example.org", "duty", "manager"));
    done(
        send(
            foreign,
            "window",
            "id",
            "islands",
            "in",
            "en",
            "title",
            "Islands",
            "countries",
            "Meridia\nQNN",
            "least",
            "1000",
            "most",
            "35000",
            "currency",
            "USD"));
    assertThat(now().windows().get("islands"))
        .satisfies(w ->
            assertThat(java.util.Objects.requireNonNull(w).countries())
                .containsExactlyInAnyOrder("QMM", "QNN"));
    assertThat(send(foreign, "window", "key", "x", "id", "caves", "countries", "Atlantis").body())
        .contains("id=\"countries-fault\"", "Atlantis");
    FundPostings.post(node.bean(Ledger.class), now().book());
    done(send(mira, "show", "everybody", "yes"));
    var accounts = "/accounts?kind=cash&currency=CHF";
    var entries = node.stranger().get("/funds/" + id() + accounts);
    assertThat(entries.body())
        .contains("14.34\u00a0CHF is the sum of 3 entries")
        .doesNotContain("a bank of ours", "system");
    assertThat(finn.get(fund + accounts).body()).contains("a bank of ours", "system");
    assertThat(
            node.stranger().get("/funds/" + id() + "/accounts?kind=cash&currency=x").statusCode())
        .isEqualTo(404);
    var page = node.stranger().get("/funds/" + id());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Osmara Solidarity Fund", "Small projects", "Islands", "Two offices")
        .contains("100,000.00", "98,918.77", "1.0812345678", "Bank of Osmara")
        .doesNotContain("B-17", "Finn", "105,000");
    assertThat(node.stranger().get("/funds").body()).contains("Osmara Solidarity Fund");
    done(send(mira, "show", "key", "h", "everybody", "no"));
    assertThat(node.stranger().get("/funds/" + id()).statusCode()).isEqualTo(404);
    assertThat(node.stranger().get("/funds/" + id() + accounts).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(7)
  void addressesAreNotTriedByTheDozen() {
    for (int i = 0; i < 20; i++) {
      send(mira, "appoint", "email", "try" + i + "@example.org", "duty", "board");
    }
    assertThat(send(mira, "appoint", "email", "finn@example.org", "duty", "board").body())
        .contains("Too many addresses");
  }
}
