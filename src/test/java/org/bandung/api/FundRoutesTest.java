package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FundRoutesTest {

  private ApiDoor door;

  @BeforeAll
  void open() {
    door = new ApiDoor(InventedWorld.reference());
  }

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void listsFundsWithWhatWasPromisedInEachCurrency() throws Exception {
    var items = door.get("/api/v1/funds").json().get("items");

    assertThat(items).hasSize(1);
    assertThat(items.get(0).at("/title/text").asString()).isEqualTo("Osmara Solidarity Fund");
    assertThat(items.get(0).get("totals").toString())
        .isEqualTo(
            """
            [{"promised":{"value":"100000.00","currency":"USD"},\
            "received":{"value":"1081.23","currency":"USD"},\
            "letGo":{"value":"0.00","currency":"USD"},\
            "outstanding":{"value":"98918.77","currency":"USD"}}]\
            """);
  }

  @Test
  void tellsWhatCameAtWhichRateAndKeepsWhatIsTheBanks() throws Exception {
    var answer = door.get("/api/v1/funds/" + Examples.pathValue(Route.FUND));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("secret of the bank", "finn");
    var json = answer.json();
    assertThat(json.at("/contributions/0/receipts").toString())
        .isEqualTo(
            """
            [{"on":"2026-02-01","paid":{"value":"1000.00","currency":"EUR"},\
            "counts":{"value":"1081.23","currency":"USD"},"rate":"1.0812345678",\
            "rateSource":"Bank of Osmara","rateDate":"2026-02-01"}]\
            """);
    assertThat(json.at("/contributions/1/promised").isNull()).isTrue();
    assertThat(json.at("/contributions/1/inKind/estimate/value").asString()).isEqualTo("5000.00");
    assertThat(json.at("/fees/0/ceiling/value").asString()).isEqualTo("70.00"); // 7 % of 1,000
    assertThat(json.at("/windows/0/countries/0/name").asString()).isEqualTo("Meridia");
    assertThat(json.get("contributionsInAll").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsNotShownIsNotThere() throws Exception {
    assertThat(door.get("/api/v1/funds/f1").status()).isEqualTo(404);
    assertThat(door.get("/api/v1/funds/%20").status()).isIn(400, 404);
  }
}
