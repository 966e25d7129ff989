package org.bandung.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bandung.observations.World.load;
import static org.bandung.observations.World.sum;
import static org.bandung.observations.World.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bandung.observations.LoadedFile.Meaning;
import org.bandung.observations.LoadedFile.OddCode;
import org.bandung.observations.LoadedFile.Replacing;
import org.bandung.observations.Observation.Figure;
import org.bandung.store.StoreException;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("external-db")
class ObservationsTest {

  private static final Selection ALL = Selection.of("world-trade", "exports", 1990, 2030);

  @TempDir Path folder;

  private static TestDatabase store;
  private Observations observations;

  @BeforeAll
  static void create() {
    store = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    store.close();
  }

  @BeforeEach
  void open() {
    store.empty(World.TABLES);
    observations = World.in(store, folder);
  }

  @AfterEach
  void close() {
    observations.destroy();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void twoYears() {
    load(
        observations,
        "first",
        Replacing.OBSERVATION,
        List.of(
            trade(2020, "QMA", "QMB", "010101", 10),
            trade(2020, "QMA", "QMC", "010101", 20),
            trade(2020, "QMB", "QMA", "020202", 5),
            trade(2021, "QMA", "QMB", "010101", 11)));
  }

  @Test
  void anEmptyNodeHasNothingAndSaysSo() {
    assertThat(observations.datasets()).isEmpty();
    assertThat(observations.find("world-trade")).isEmpty();
    assertThat(observations.cells(ALL).rows()).isZero();
    assertThat(observations.coverage("world-trade").reporters()).isEmpty();
  }

  @Test
  void whatWasTakenInIsSummedByWhatIsAskedFor() {
    twoYears();

    var cells =
        observations.cells(
            Selection.of("world-trade", "exports", 2020, 2021, Dimension.REPORTER, Dimension.YEAR));

    assertThat(cells.codes(Dimension.REPORTER)).containsExactly("QMA", "QMB");
    assertThat(cells.codes(Dimension.YEAR)).containsExactly("2020", "2021");
    assertThat(
            IntStream.range(0, cells.rows())
                .mapToObj(i ->
                    cells.code(Dimension.REPORTER, i)
                        + cells.code(Dimension.YEAR, i)
                        + " "
                        + cells.value(i)
                        + " "
                        + cells.observations(i)))
        .containsExactly("QMA2020 30.0 2", "QMA2021 11.0 1", "QMB2020 5.0 1");
    assertThat(sum(observations, ALL)).isEqualTo(46);
    assertThat(sum(observations, ALL.from(Set.of("QMA")).to(Set.of("QMB")))).isEqualTo(21);
    assertThat(sum(observations, ALL.of(Set.of("020202")))).isEqualTo(5);
    assertThat(observations.cells(ALL.of(Set.of("999999"))).rows()).isZero();
  }

  @Test
  void aDatasetSaysWhatItCoversAndWhereItCameFrom() {
    twoYears();

    var dataset = observations.find("world-trade").orElseThrow();

    assertThat(dataset.about()).isEqualTo(World.TRADE);
    assertThat(List.of(dataset.firstYear(), dataset.lastYear())).containsExactly(2020, 2021);
    assertThat(dataset.rows()).isEqualTo(4);
    assertThat(dataset.reporters()).isEqualTo(2);
    assertThat(dataset.series("exports").orElseThrow().unit()).isEqualTo("thousand USD");
    assertThat(dataset.files().getFirst().sha256()).isEqualTo("first-hash");
    assertThat(observations.coverage("world-trade").reporters())
        .isEqualTo(Map.of(2020, List.of("QMA", "QMB"), 2021, List.of("QMA")));
  }

  @Test
  void theSameFileChangesNothing() {
    twoYears();
    var before = files(folder);

    var again =
        load(
            observations,
            "first",
            Replacing.OBSERVATION,
            List.of(trade(2020, "QMA", "QMB", "010101", 10)));

    assertThat(again.known()).isTrue();
    assertThat(files(folder)).isEqualTo(before);
  }

  @Test
  void aLaterFileWinsWhatItStatesAgainAndWhatGaveWayIsKept() {
    twoYears();

    var later =
        load(
            observations,
            "second",
            Replacing.OBSERVATION,
            List.of(
                trade(2020, "QMA", "QMB", "010101", 12), trade(2022, "QMB", "QMA", "020202", 7)));

    assertThat(later.replaced()).isEqualTo(1);
    assertThat(sum(observations, ALL)).isEqualTo(46 - 10 + 12 + 7);
    assertThat(observations.find("world-trade").orElseThrow().files())
        .extracting(Dataset.Load::file, Dataset.Load::replaced)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("second", 1L),
            org.assertj.core.groups.Tuple.tuple("first", 0L));
    assertThat(files(folder)).anyMatch(f -> f.getFileName().toString().startsWith("replaced-"));
  }

  @Test
  void anEditionOfAReporterIsNotMixedWithTheOneBefore() {
    twoYears();

    var later =
        load(
            observations,
            "edition",
            Replacing.REPORTER_YEAR,
            List.of(trade(2020, "QMA", "QMB", "010101", 12)));

    // What the reporter no longer states in that year is gone, other years and reporters stay.
    assertThat(later.replaced()).isEqualTo(2);
    assertThat(sum(observations, ALL)).isEqualTo(12 + 5 + 11);
  }

  @Test
  void aTrialChangesNothing() {
    var received =
        observations.receive(
            World.TRADE,
            sink -> {
              sink.add(trade(2020, "QMA", "QMB", "010101", 10));
              return World.file("trial", Replacing.OBSERVATION);
            },
            true);

    assertThat(received.observations()).isEqualTo(1);
    assertThat(observations.datasets()).isEmpty();
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void whatWasPublishedAndWhatItMeansNowCanBothBeAskedFor() {
    var old = new Side("QMB", "QXX");
    var kept =
        new LoadedFile(
            "old",
            "h",
            "trade",
            "m",
            Replacing.OBSERVATION,
            2,
            0,
            0,
            List.of(new OddCode("QXX", Meaning.FORMER, "QMB", 1)));
    observations.receive(
        World.TRADE,
        sink -> {
          sink.add(new Observation(1995, "exports", old, Side.NONE, "", Figure.of(3)));
          sink.add(trade(1995, "QMB", "", "", 4));
          return kept;
        },
        false);

    assertThat(sum(observations, ALL.from(Set.of("QMB")))).isEqualTo(7);
    assertThat(sum(observations, ALL.from(Set.of("QXX")))).isZero();
    assertThat(sum(observations, ALL.from(Set.of("QXX")).published())).isEqualTo(3);
    assertThat(observations.codes("world-trade").getFirst().getValue().taken()).isEqualTo("QMB");
  }

  @Test
  void whatIsSaidTwiceInOneFileIsTold() {
    var received =
        load(
            observations,
            "twice",
            Replacing.OBSERVATION,
            List.of(
                trade(2020, "QMA", "QMB", "010101", 10),
                trade(2020, "QMA", "QMB", "010101", 11),
                trade(2021, "QMA", "QMB", "010101", 11)));

    assertThat(received.twice()).isEqualTo(1);
  }

  @Test
  void aQuestionWithTooManyAnswersIsRefused() {
    var bounded =
        new Observations(
            store.database(), store.changes(), new ObservationSettings(folder, 128, 1, 3, 500_000));
    load(
        bounded,
        "many",
        Replacing.OBSERVATION,
        IntStream.range(0, 4).mapToObj(i -> trade(2020, "QMA", "QMB", "00000" + i, 1)).toList());

    assertThat(sum(bounded, ALL)).isEqualTo(4);
    var by = Selection.of("world-trade", "exports", 2020, 2020, Dimension.PRODUCT);
    assertThatThrownBy(() -> bounded.cells(by)).isInstanceOf(TooManyCells.class);
    bounded.destroy();
  }

  @Test
  void whatACallerNamesIsNeverPartOfAStatement() {
    twoYears();
    var hostile = "QMA') or true --";

    assertThat(sum(observations, ALL.from(Set.of(hostile)))).isZero();
    assertThat(observations.cells(Selection.of("../../etc", "exports", 0, 9999)).rows()).isZero();
    assertThat(observations.find("' or '1'='1")).isEmpty();
    assertThatThrownBy(() ->
            new Publication("../up", World.TRADE.name(), "USD", Map.of(), "", "", "nobody", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileThatIsGoneIsToldAndCanBeBroughtBack() throws IOException {
    twoYears();
    for (var file : files(folder)) {
      Files.delete(file);
    }

    assertThatThrownBy(() -> observations.cells(ALL))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("import its dataset again")
        .hasMessageNotContaining(folder.toString());
    twoYears();
    assertThat(sum(observations, ALL)).isEqualTo(46);
  }
}
