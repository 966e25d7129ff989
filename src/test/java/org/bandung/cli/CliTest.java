package org.bandung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.Messages;
import org.bandung.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

  private static final List<String> LANGUAGES = Messages.LANGUAGES;

  private final CliDoor door = new CliDoor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "help",
        "help import iati",
        "--help",
        "--version",
        "serve --help",
        "import iati --help",
        "list initiatives --help",
        "show --help",
        "status --help",
        "backup --help",
        "restore --help"
      })
  void helpsWithoutOpeningAnything(String line) {
    var ended = door.run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).containsIgnoringCase("bandung");
    assertThat(ended.err()).isEmpty();
    assertThat(door.opened).isFalse();
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void helpsInEveryLanguage(String language) {
    var ended = door.run("list", "initiatives", "--help", "--lang", language);

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .contains(Talk.WORDS.pattern(language, "bandung.list.initiatives.usage.description"));
  }

  @ParameterizedTest
  @CsvSource({
    "lst, “list”",
    "list initiativs, “initiatives”",
    "list initiatives --contry QMM, “--country”",
    "list countries --jason, “--json”",
    "import iati x.xml --dryrun, “--dry-run”",
    "serve --prot 1, “--port”",
    "serve --port 70000, 65535",
    "serve --port x, --port",
    "status --lang tlh, ar",
    "show, ID",
    "import iati, FILE",
    "list, countries",
    "help nothing, nothing"
  })
  void explainsMisuseInOneLineAndExits64(String line, String explained) {
    var ended = door.run(line.split(" "));

    assertThat(ended.exit()).isEqualTo(64);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().findFirst().orElse("")).contains(explained);
    assertThat(ended.err().lines()).hasSize(2);
    assertThat(door.opened).isFalse();
  }

  @Test
  void listsCountriesForPeople() {
    var ended = door.run(true, "list", "countries", "--limit", "2", "--lang", "fr");

    assertThat(ended.out())
        .isEqualTo(
            """
            code  type          développement  nom
            QMM   member-state  south          Méridie
            QNN   member-state  south          Norélie
            """);
    assertThat(ended.err()).contains("--all");
  }

  @Test
  void listsForProgramsAsOneJsonArray() {
    var ended = door.run("list", "groupings", "--limit", "1", "--json");

    assertThat(ended.out())
        .isEqualTo(
            """
            [
            {"code":"COMM","name":"Community of the First Region","acronym":"COMM",\
            "kind":"regional-community","from":"1975-05-28","to":null,"successor":null}
            ]
            """);
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void showsACountryAndAGrouping() {
    var country = door.run("show", "qpp");
    var grouping = door.run("show", "COMM", "--json");

    assertThat(country.exit()).isZero();
    assertThat(country.out()).contains("QPP  Pelaria").contains("LDC").contains("2026-11-24");
    assertThat(grouping.out()).startsWith("{\"grouping\":{\"code\":\"COMM\"");
  }

  @Test
  void refusesACountryThatNobodyKnows() {
    var ended = door.run("list", "organisations", "--country", "Atlantis");

    assertThat(ended.exit()).isEqualTo(64);
    assertThat(ended.err()).contains("Atlantis");
  }

  @Test
  void servesOnThePortOfTheCommandAndSaysWhere() {
    var ended = door.run("serve", "--port", "9001");

    assertThat(door.servedOn).isEqualTo(OptionalInt.of(9001));
    assertThat(ended.err()).isEqualTo("Bandung answers at http://localhost:9001/\n");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void saysInOneLineWhatTheWorldRefused() {
    door.failure =
        Optional.of(new IllegalStateException("bean", new StoreException("The disk is full.")));
    var store = door.run("status");
    door.failure =
        Optional.of(new Rooms.CannotStart("port", List.of("8080"), new RuntimeException()));
    var port = door.run("serve");

    assertThat(store).isEqualTo(new CliDoor.Ended(70, "", "The disk is full.\n"));
    assertThat(port.exit()).isEqualTo(70);
    assertThat(port.err()).contains("8080").hasLineCount(1);
  }

  @Test
  void speaksTheLanguageOfTheEnvironment() {
    assertThat(Talk.language(new String[0], Map.of("LANG", "pt_BR.UTF-8"))).isEqualTo("pt");
    assertThat(Talk.language(new String[0], Map.of("LC_ALL", "C", "LANG", "fr_FR")))
        .isEqualTo("en");
    assertThat(Talk.language(new String[] {"--lang=zh"}, Map.of("LANG", "fr_FR"))).isEqualTo("zh");
  }

  @Test
  void refusesToWriteWhereItCannotOrShouldNot(@TempDir Path folder) throws IOException {
    var held = Files.writeString(folder.resolve("held.backup"), "mine");

    var nowhere = door.run("import", "iati", "a.xml", "--report", folder + "/none/report.csv");
    var over = door.run("backup", held.toString());

    assertThat(nowhere.exit()).isEqualTo(64);
    assertThat(nowhere.err()).contains("none/report.csv", "its folder does not exist");
    assertThat(over.exit()).isEqualTo(64);
    assertThat(over.err()).contains("held.backup", "--replace");
    assertThat(door.opened).isFalse();
    assertThat(held).hasContent("mine");
  }
}
