package org.bandung.cli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.kernel.Messages;
import org.bandung.observations.Observations;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `import observations` and `list observations`, from the terminal to the files and back.
class ObservationCommandsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TestDatabase store;
  private ObservationsUnderTest node;

  @BeforeEach
  void open() {
    store = TestDatabase.create();
    node = new ObservationsUnderTest(store, folder.resolve("o"), InventedWorld.reference());
  }

  @AfterEach
  void close() {
    node.close();
    store.close();
  }

  private Rooms rooms() {
    return new Rooms() {
      @Override
      public <T> T open(Class<T> service) {
        return service == Observations.class
            ? service.cast(node.observations())
            : service.cast(node.imports());
      }
    };
  }

  private Talk talk(String language) {
    out.reset();
    err.reset();
    return new Talk(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        language,
        new Talk.Terminal(false, false, 100));
  }

  private int in(String language, String... arguments) {
    return new CommandLine(new ObservationCommands.In(rooms(), talk(language))).execute(arguments);
  }

  private JsonNode listed() {
    var command = new ObservationCommands.Lists(rooms(), talk("en"));
    assertThat(new CommandLine(command).execute("--json")).isZero();
    return JSON.readTree(out.toString(StandardCharsets.UTF_8));
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatComesInIsListedWithWhereItCameFrom() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("macro.csv"),
            """
            Country Code,Indicator Code,Year,Value,Remark
            QMM,gdp,2019,10,
            QZA,gdp,1990,3,
            Q99,gdp,2020,4,
            QMM,gdp,soon,5,
            """);

    int exit = in("en", file.toString(), "--mapping", "macro");

    assertThat(exit).isEqualTo(1);
    assertThat(told())
        .contains("“soon” is no year")
        .contains("QZA → QOO (1)")
        .contains("Q99 (1)")
        .contains("Remark");
    var dataset = listed().get(0);
    assertThat(dataset.get("code").asString()).isEqualTo("macro");
    assertThat(dataset.get("observations").asInt()).isEqualTo(3);
    assertThat(dataset.get("firstYear").asInt()).isEqualTo(1990);
    assertThat(dataset.get("coverage").get(0).get("reporters").get(0).asString()).isEqualTo("QOO");
    assertThat(dataset.get("oddCodes").get(0).get("meaning").asString()).isIn("former", "unknown");
    var load = dataset.get("files").get(0);
    assertThat(load.get("file").asString()).isEqualTo("macro.csv");
    assertThat(load.get("sha256").asString()).hasSize(64);
    assertThat(load.get("refused").asInt()).isEqualTo(1);
  }

  @Test
  void aMappingThatIsNotThereOrFaultyOpensNothing() throws IOException {
    var faulty = Files.writeString(folder.resolve("mapping"), "dataset = A/B\n");

    for (var language : Messages.LANGUAGES) {
      assertThat(in(language, "x.csv", "--mapping", "bacci")).isEqualTo(64);
      assertThat(told()).contains("baci");
      assertThat(in(language, "x.csv", "--mapping", faulty.toString())).isEqualTo(64);
      assertThat(told()).contains("A/B");
    }
    assertThat(listed()).isEmpty();
  }

  @Test
  void anEmptyNodeSaysHowToBegin() {
    var command = new ObservationCommands.Lists(rooms(), talk("en"));

    assertThat(new CommandLine(command).execute()).isZero();
    assertThat(told()).contains("import observations").contains("bilateral-totals");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThat(in("en", folder.resolve("none.csv").toString(), "--mapping", "macro")).isEqualTo(2);
  }
}
