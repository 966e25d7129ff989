package org.bandung.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsRoutesTest {

  private static ApiDoor door;

  @BeforeAll
  static void open() {
    door = new ApiDoor(InventedWorld.reference());
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void tellsFiguresWithTheQuestionTheRuleAndWhatIsMissing() throws Exception {
    var answer = door.get("/api/v1/statistics?rows=provider&lang=fr").json();

    assertThat(answer.get("question").get("rows").asString()).isEqualTo("provider");
    assertThat(answer.get("rule").asString()).contains("une fois");
    assertThat(answer.get("total").get("value").asString()).isEqualTo("2");
    assertThat(answer.get("coverage").get("withoutFigure").asInt()).isEqualTo(1);
    assertThat(answer.get("coverage").get("bounds").asString()).isEqualTo("known");
    var rows = answer.get("rows");
    assertThat(rows.get(0).get("code").asString()).isEqualTo("not-reported");
    assertThat(rows.get(0).get("total").get("value").isNull()).isTrue();
    assertThat(rows.get(0).get("total").get("atLeast").isNull()).isTrue();
    assertThat(answer.get("total").get("atLeast").asString()).isEqualTo("2");
    assertThat(rows.get(1).get("name").asString()).isEqualTo("Méridie");
  }

  @Test
  void tellsByWhatConstantPricesAre() throws Exception {
    var answer = door.get("/api/v1/statistics?measure=given&in=USD&prices=2015").json();

    assertThat(answer.get("prices").get("deflator").asString()).isEqualTo("prices");
    assertThat(answer.get("question").get("prices").asString()).isEqualTo("2015");
    assertThat(door.get("/api/v1/statistics").json().get("prices").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "measure=lives",
        "measure=given&prices=soon",
        "measure=given&deflator=us-gdp",
        "measure=given&prices=2015&deflator=%3Cb%3E",
        "rows=continent",
        "recipient=Atlantis",
        "rows=partner",
        "rows=year&columns=year",
        "measure=given&in=dollars",
        "year=20x9",
        "southSouth=perhaps",
        "colour=red"
      })
  void refusesWhatItDoesNotKnowAndNamesIt(String query) throws Exception {
    var answer = door.get("/api/v1/statistics?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errors").get(0).get("detail").asString()).isNotBlank();
  }
}
