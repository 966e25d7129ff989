package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FundCheckTest {

  private static final String WELLS = "docs/examples/funds/wells.json";

  @TempDir Path folder;

  private final CliDoor door = new CliDoor();

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void tellsWhichRulesHoldWhichDoNotAndWhy() {
    var ended = door.run("funds", "check", WELLS, "--rules", "pgtf");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "min-countries\tdoes not hold\tDeveloping countries: 2; at least 3 needed.\tconfirmed",
            "cap\tholds\tRequested: USD\u00a030,000; at most USD\u00a035,000.",
            "matching-secured\tdoes not hold\tSecured: USD\u00a012,500.5",
            "endorsement\tdoes not hold\tComplete letters: QMM; still without one: QNN;");
    assertThat(ended.err()).contains("3 binding rules refuse it.");
  }

  @Test
  void answersInJson() {
    var ended = door.run("funds", "check", WELLS, "--rules", "india-un", "--json");

    var told = JsonMapper.shared().readTree(ended.out());
    assertThat(told.path("eligible").booleanValue()).isFalse();
    var ldc =
        told.path("verdicts")
            .valueStream()
            .filter(v -> v.path("rule").stringValue().equals("ldc"))
            .findFirst()
            .orElseThrow();
    assertThat(ldc.path("points").stringValue()).isEqualTo("10");
    assertThat(
            told.path("verdicts")
                .valueStream()
                .filter(v -> v.path("refuses").booleanValue())
                .map(v -> v.path("rule").stringValue() + v.path("missing")))
        .containsExactly("request[\"requesting\"]", "executing[\"executing\"]");
  }

  @Test
  void faultsAreToldWithTheirPlaceInEachLanguage() throws IOException {
    var rules =
        file(
            "own.json",
            """
            {"id": "own", "version": "1", "title": {"en": "Own"}, "rules": [
              {"id": "late", "kind": "eligibility", "asks": "now < @2027-04-30T10:00",
               "words": "deadline", "shows": ["now", "deadline"],
               "source": "board", "standing": "verified"}]}
            """);
    for (var language : Messages.LANGUAGES) {
      var ended = door.run("funds", "check", WELLS, "--rules", rules, "--lang", language);
      assertThat(ended.exit()).as(ended.err()).isEqualTo(64);
      assertThat(ended.err()).contains("late/asks:7  ").doesNotContain("fault.", "{0}");
    }
    var facts = file("facts.json", "{\"contries\": [], \"requested\": 3, \"deadline\": \"x\"}");
    assertThat(door.run("funds", "check", facts, "--rules", "pgtf").err())
        .contains("contries", "countries", "requested", "deadline:1  ");
    assertThat(door.run("funds", "check", "none.json", "--rules", "pgtf").exit()).isEqualTo(64);
    assertThat(door.run("funds", "check", WELLS, "--rules", "no\u0000ne").exit()).isEqualTo(64);
    Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
    assertThat(
            door.run("funds", "check", folder.resolve("latin.json").toString(), "--rules", "pgtf")
                .err())
        .contains("UTF-8");
  }
}
