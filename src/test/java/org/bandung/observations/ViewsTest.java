package org.bandung.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.observations.World.load;
import static org.bandung.observations.World.sum;
import static org.bandung.observations.World.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bandung.observations.LoadedFile.Replacing;
import org.bandung.store.Backups;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written again of a large year says what the year's own file says, and comes and goes
/// with it.
class ViewsTest {

  private static final List<String> WHO = List.of("QMA", "QMB", "QMC", "QMD", "QME");
  private static final List<String> WHAT = List.of("", "010101", "020202", "030303");

  @TempDir Path folder;
  private static TestDatabase store;

  @BeforeAll
  static void create() {
    store = TestDatabase.create();
  }

  @AfterAll
  static void drop() {
    store.close();
  }

  @BeforeEach
  void empty() {
    store.empty(World.TABLES);
  }

  private static List<Observation> someTrade() {
    var random = new SplittableRandom(5);
    // Two years; some flows are told twice, some not at all.
    return IntStream.range(0, 120)
        .mapToObj(i ->
            trade(
                2020 + random.nextInt(2),
                WHO.get(random.nextInt(WHO.size())),
                WHO.get(random.nextInt(WHO.size())),
                WHAT.get(random.nextInt(WHAT.size())),
                random.nextInt(1, 1000)))
        .toList();
  }

  private static List<Selection> questions() {
    var questions = new ArrayList<Selection>();
    var sides = Dimension.values();
    for (int bits = 0; bits < 1 << sides.length; bits++) {
      int chosen = bits;
      var by =
          Stream.of(sides).filter(d -> (chosen >> d.ordinal() & 1) == 1).toArray(Dimension[]::new);
      var all = Selection.of("world-trade", "exports", 2020, 2020 + bits % 3 % 2, by);
      questions.add(all);
      questions.add(all.published());
      questions.add(all.from(Set.of("QMA")));
      questions.add(all.to(Set.of("QMB")));
      questions.add(all.to(Set.of("QMB", "QMC")).from(Set.of("QMA", "QMD")));
      questions.add(all.of(Set.of("010101")));
      questions.add(all.of(Set.of("")));
      questions.add(all.to(Set.of("QMB")).of(Set.of("020202")));
      questions.add(all.to(Set.of("QQQ")));
    }
    return questions;
  }

  private static List<String> rows(Cells cells, List<Dimension> by) {
    return IntStream.range(0, cells.rows())
        .mapToObj(row ->
            by.stream().map(d -> cells.code(d, row)).toList()
                + " %.6f %d".formatted(cells.value(row), cells.observations(row)))
        .toList();
  }

  private static List<String> answers(Observations observations) {
    return answers(observations, questions());
  }

  /// Every so many of the questions.
  private static List<String> someAnswers(Observations observations) {
    var all = questions();
    return answers(
        observations,
        IntStream.range(0, all.size()).filter(i -> i % 23 == 0).mapToObj(all::get).toList());
  }

  private static List<String> answers(Observations observations, List<Selection> questions) {
    return questions.stream().map(q -> q + ": " + rows(observations.cells(q), q.by())).toList();
  }

  private static List<Path> views(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.getFileName().toString().startsWith("view-")).sorted().toList();
    }
  }

  @Test
  void everyQuestionHasTheSameAnswerWithThemAndWithout() throws IOException {
    var large = World.ofLargeYears(store, folder);
    load(large, "a", Replacing.OBSERVATION, someTrade());
    assertThat(views(folder)).hasSize(2 * View.values().length);
    var with = answers(large);

    // One year has them, the other does not.
    for (var view : views(folder)) {
      if (view.startsWith(folder.resolve("world-trade/2020"))) {
        Files.delete(view);
      }
    }
    assertThat(answers(large)).isEqualTo(with);
    for (var view : views(folder)) {
      Files.delete(view);
    }
    assertThat(answers(large)).isEqualTo(with);
    large.destroy();
  }

  @Test
  void theyAreWhatIsAsked() throws IOException {
    var large = World.ofLargeYears(store, folder);
    load(large, "a", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "010101", 1)));
    var other = World.ofLargeYears(store, folder.resolve("other"));
    store.empty(World.TABLES);
    load(other, "b", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "010101", 5)));
    // A file of another year's in the place of one: whoever is answered 1 was answered from it.
    var theirs = views(folder);
    var ours = views(folder.resolve("other"));
    for (var view : ours) {
      var word = view.getFileName().toString().replaceAll("-[0-9a-f]{16}[.]parquet", "");
      var twin =
          theirs.stream()
              .filter(t -> !t.startsWith(folder.resolve("other")))
              .filter(t -> t.getFileName().toString().startsWith(word + "-"))
              .findFirst()
              .orElseThrow();
      Files.copy(twin, view, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    var all = Selection.of("world-trade", "exports", 2020, 2020, Dimension.REPORTER);

    assertThat(sum(other, all)).isEqualTo(1);
    assertThat(sum(other, all.of(Set.of("010101")))).isEqualTo(1);
    assertThat(sum(other, all.to(Set.of("QMB")).of(Set.of("010101")))).isEqualTo(1);
    assertThat(sum(other, all.from(Set.of("QMA")).of(Set.of("010101")))).isEqualTo(1);
    // What one reporter sells to whom lies together in the year's own file.
    assertThat(
            sum(
                other,
                Selection.of(
                        "world-trade", "exports", 2020, 2020, Dimension.PRODUCT, Dimension.PARTNER)
                    .from(Set.of("QMA"))))
        .isEqualTo(5);
    assertThat(sum(other, all.published())).isEqualTo(5);
    large.destroy();
    other.destroy();
  }

  @Test
  void theyGoWithTheirYearAndAreNotMissedWhenBroken() throws IOException {
    var large = World.ofLargeYears(store, folder);
    load(large, "a", Replacing.OBSERVATION, someTrade());
    var with = someAnswers(large);
    var before = views(folder);
    for (var view : before) {
      Files.writeString(view, "broken");
    }
    assertThat(someAnswers(large)).isEqualTo(with);

    load(large, "b", Replacing.OBSERVATION, List.of(trade(2020, "QMA", "QMB", "010101", 5)));
    large.tidy();

    assertThat(views(folder)).hasSameSizeAs(before);
    assertThat(views(folder))
        .filteredOn(v -> v.startsWith(folder.resolve("world-trade/2020")))
        .doesNotContainAnyElementsOf(before);
    large.destroy();
  }

  @Test
  void aBackupLeavesThemOutAndTidyingWritesThemAnew() throws IOException {
    var backup = folder.resolve("node.bandung");
    try (var from = TestDatabase.create();
        var to = TestDatabase.create()) {
      var one = World.ofLargeYears(from, folder.resolve("from"));
      load(one, "a", Replacing.OBSERVATION, someTrade());
      assertThat(new Backups(from.database(), List.of(one)).backup(backup).files()).isEqualTo(2);
      var other = World.ofLargeYears(to, folder.resolve("to"));
      new Backups(to.database(), List.of(other)).restore(backup, false);
      assertThat(views(folder.resolve("to"))).isEmpty();
      assertThat(someAnswers(other)).isEqualTo(someAnswers(one));

      other.tidy();

      assertThat(views(folder.resolve("to"))).hasSize(2 * View.values().length);
      assertThat(someAnswers(other)).isEqualTo(someAnswers(one));
      assertThat(other.isName("world-trade/2020/view-by-partner-0123456789abcdef.parquet"))
          .isFalse();
      one.destroy();
      other.destroy();
    }
  }

  @Test
  void aSmallYearNeedsNone() throws IOException {
    var usual = World.in(store, folder);
    load(usual, "a", Replacing.OBSERVATION, someTrade());
    usual.tidy();

    assertThat(views(folder)).isEmpty();
    usual.destroy();
  }
}
