package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateRoutesTest {

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
  void listsWhichRatesThereAre() throws Exception {
    var items = door.get("/api/v1/rates").json().get("items");

    assertThat(items).hasSize(1);
    assertThat(items.get(0).toString())
        .isEqualTo(
            """
            {"currency":"QMD","pivot":"USD","source":"crown","method":"average","period":"month",\
            "from":"2019-05","to":"2019-07","rates":2,"missing":["2019-06"]}\
            """);
    assertThat(door.get("/api/v1/rates?currency=eur").json().get("items")).isEmpty();
  }

  @Test
  void convertsAnAmountAndSaysByWhat() throws Exception {
    var answer = door.get("/api/v1/conversions?amount=10.50&from=qmd&to=USD&date=2019-05-03");

    assertThat(answer.status()).isEqualTo(200);
    var json = answer.json();
    assertThat(json.get("given").toString())
        .isEqualTo("{\"value\":\"10.50\",\"currency\":\"QMD\"}");
    assertThat(json.get("converted").toString())
        .isEqualTo("{\"value\":\"2.62\",\"currency\":\"USD\"}"); // 2.625, half to even
    assertThat(json.get("rate").asString()).isEqualTo("0.25");
    assertThat(json.get("basis").asString()).isEqualTo("month-average");
    assertThat(json.get("date").asString()).isEqualTo("2019-05");
    assertThat(json.get("sources").toString()).isEqualTo("[\"crown\"]");
    assertThat(json.get("steps").get(0).get("quoted").asString()).isEqualTo("0.25");
    assertThat(json.get("reason").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "?amount=1&from=QMD&date=2018,none-at-that-time",
    "?amount=1&from=KES&date=2019,no-rates-of-currency",
    "?amount=1&from=ZZZ&date=2019,unknown-currency",
    "?amount=1&from=QMD,no-date",
    "?amount=1&date=2019,no-currency",
    "?from=QMD&date=2019-05&method=end-of-period,none-at-that-time",
    "'',no-currency"
  })
  void aMissingRateIsAMissingValueWithItsReason(String query, String reason) throws Exception {
    var json = door.get("/api/v1/conversions" + query).json();

    assertThat(json.get("converted").isNull()).isTrue();
    assertThat(json.get("reason").asString()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "amount=ten,not-a-figure",
    "amount=1e9,not-a-figure",
    "from=dollars,not-a-currency",
    "to=%C3%A9%C3%A9%C3%A9,not-a-currency",
    "date=soon,not-a-part-date",
    "method=guess,not-one-of"
  })
  void whatCannotBeReadIsRefusedByItsParameter(String query, String fault) throws Exception {
    var answer = door.get("/api/v1/conversions?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"" + query.substring(0, query.indexOf('=')) + "\"");
    assertThat(org.bandung.kernel.Messages.of("api").has("fault." + fault)).isTrue();
  }
}
