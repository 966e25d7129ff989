package org.bandung.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.reference.InventedWorld;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a publisher marks as an estimate stays marked, alone and in a sum.
class MarksTest {

  @TempDir static Path folder;

  private static TestDatabase database;
  private static Observations observations;

  @BeforeAll
  static void aNodeWithEstimates() {
    database = TestDatabase.create();
    observations =
        new ObservationsUnderTest(
                database, folder.resolve("observations"), InventedWorld.reference())
            .observations();
    WorldTrade.receive(
        observations,
        WorldTrade.about("relief", "Relief", "million USD", Map.of(), "events"),
        "relief.csv",
        "cancelled",
        """
        2001 QNN QMM C.1 12.5
        2001 QNN QPP C.2 7*
        2002 QNN QMM C.3 4
        """);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Selection by(Dimension... dimensions) {
    return Selection.of("relief", "cancelled", 2001, 2002, dimensions);
  }

  @Test
  void aNumberKeepsItsMark() {
    var cells = observations.marked(by(Dimension.PRODUCT));

    assertThat(cells.codes(Dimension.PRODUCT)).containsExactly("C.1", "C.2", "C.3");
    assertThat(cells.mark(0)).isEmpty();
    assertThat(cells.mark(1)).isEqualTo("*");
    assertThat(cells.value(1)).isEqualTo(7);
    assertThat(cells.mark(2)).isEmpty();
  }

  @Test
  void aSumBearsTheMarkOfItsParts() {
    var years = observations.marked(by(Dimension.YEAR));
    var all = observations.marked(by());

    assertThat(years.value(0)).isEqualTo(19.5);
    assertThat(years.mark(0)).isEqualTo("*");
    assertThat(years.mark(1)).isEmpty();
    assertThat(all.mark(0)).isEqualTo("*");
  }

  @Test
  void whoDoesNotAskGetsNone() {
    assertThat(observations.cells(by(Dimension.YEAR)).mark(0)).isEmpty();
    assertThat(observations.marked(by(Dimension.YEAR).from(java.util.Set.of("QZZ"))).rows())
        .isZero();
  }
}
