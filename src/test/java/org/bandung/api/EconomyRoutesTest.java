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
class EconomyRoutesTest {

  private ApiDoor door;

  @BeforeAll
  void open() {
    door = new ApiDoor(InventedWorld.reference());
  }

  @AfterAll
  void close() {
    door.close();
  }

  private String asked(String address) throws Exception {
    var answer = door.get("/api/v1/economy" + address);
    assertThat(answer.status()).as(address).isEqualTo(200);
    assertThat(answer.json().at("/about/dataset").asString()).isEqualTo("baci");
    return answer.json().get("asked").asString();
  }

  @Test
  void asksWhatTheAddressSays() throws Exception {
    assertThat(asked("/countries/qnn/dependence?year=2020&south=harbour&limit=7"))
        .contains("QNN", "2020", "harbour", "7");
    assertThat(asked("/countries/QNN/substitution?product=100630&exporter=QPP&growing=true"))
        .contains("100630", "growing=true, exporter=QPP, items=50, candidates=3");
    assertThat(asked("/countries/qnn/structure?foodProduction=12.5&limit=7"))
        .contains("QNN", "OptionalDouble[12.5]", "7");
    assertThat(asked("/countries/QNN/structure")).contains("OptionalDouble.empty");
    assertThat(asked("/countries/QPP/potential?markets=south")).startsWith("[QPP, south, ");
    assertThat(asked("/network?grouping=comm")).startsWith("[COMM, ");
    assertThat(asked("/network?year=2020&south=harbour")).contains("2020", "harbour");
    assertThat(asked("/pairs/QNN-QPP")).startsWith("[QNN, QPP");
    assertThat(asked("/products/0901.11?grouping=comm")).startsWith("[0901.11, COMM");
    assertThat(asked("/products/090111?grouping=comm&demand=-0.4&supply=2"))
        .contains("demand=0.4, supply=2.0");
    assertThat(asked("/products/090111")).contains("demand=1.0, supply=1.0");
    assertThat(asked("/shares?of=output&span=5&published=true")).startsWith("[output, , 5, true");
    assertThat(door.get("/api/v1/economy/datasets").json().at("/items/0/code").asString())
        .isEqualTo("baci");
  }

  @Test
  void lateAnswersAreKnownByTheirTag() throws Exception {
    var tag = door.get("/api/v1/economy/countries/QNN/debt").header("ETag");

    assertThat(door.get("/api/v1/economy/countries/QNN/debt", "If-None-Match", tag).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "/countries/QNN/dependence?year=soon, 400",
    "/countries/QNN/dependence?limit=0, 400",
    "/products/090111?demand=0, 400",
    "/products/090111?supply=21, 400",
    "/products/090111?demand=1e2, 400",
    "/countries/QNN/dependence?south=polar, 400",
    "/countries/QNN/dependence?dataset=../x, 400",
    "/countries/QNN/substitution?product=%3Cb%3E, 400",
    "/countries/QNN/substitution?exporter=nowhere, 400",
    "/countries/QNN/substitution?candidates=301, 400",
    "/countries/QNN/substitution?growing=perhaps, 400",
    "/countries/QNN/structure?foodProduction=-1, 400",
    "/countries/QNN/structure?foodProduction=much, 400",
    "/countries/QNN/structure?foodProduction=1000000000000001, 400",
    "/countries/QNN/structure?markets=south, 400",
    "/countries/ZZZ/structure, 404",
    "/countries/QXX/structure, 404",
    "/countries/QNN/potential?markets=east, 400",
    "/network?grouping=NOBODY, 400",
    "/shares?of=everything, 400",
    "/shares?span=51, 400",
    "/shares?grouping=NOBODY, 400",
    "/debt?dataset=dssi, 400",
    "/countries/ZZZ/debt, 404",
    "/countries/QXX/dependence, 404",
    "/pairs/QNN, 404",
    "/pairs/QNN-QPP-QMM, 404",
    "/pairs/QNN-ZZZ, 404",
    "/products/a%20b, 404",
    "/datasets/none, 404"
  })
  void refusesClearly(String address, int status) throws Exception {
    var answer = door.get("/api/v1/economy" + address);

    assertThat(answer.status()).as(address).isEqualTo(status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    assertThat(answer.json().get("title").asString()).isNotBlank();
  }
}
