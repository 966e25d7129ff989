package org.bandung.web.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.statistics.FigureNames;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.web.figures.FigureWords;
import org.bandung.web.figures.PictureKind;
import org.bandung.web.frame.Projection;
import org.bandung.web.frame.SpokenWords;
import org.bandung.web.pictures.Picture.Look;
import org.bandung.web.pictures.Picture.Mark;
import org.junit.jupiter.api.Test;

/// What is drawn together is all there is: no amount is lost among the others.
class PictureSumsTest {

  private static final Reference REFERENCE =
      Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));

  private static final Question GIVEN =
      Question.money(Measure.GIVEN, "USD", Dimension.PROVIDER).total();

  private final FlowsByHand flows = flows();

  private final Sheet sheet =
      new Sheet(
          GIVEN,
          flows::ask,
          new FigureWords(
              SpokenWords.in("en", REFERENCE), new FigureNames("en", REFERENCE, Map::of)));

  /// Thirty providers, twenty-five recipients, eleven sectors, some of each not reported.
  private static FlowsByHand flows() {
    var flows = new FlowsByHand();
    for (int i = 0; i < 400; i++) {
      var codes = new java.util.EnumMap<Dimension, String>(Dimension.class);
      codes.put(Dimension.PROVIDER, i % 37 == 0 ? "" : "P" + letters(i % 30));
      codes.put(Dimension.RECIPIENT, i % 23 == 0 ? "not-split" : "R" + letters(i % 25));
      codes.put(Dimension.SECTOR, i % 19 == 0 ? "" : Integer.toString(100 + i % 11));
      codes.put(Dimension.YEAR, i % 31 == 0 ? "" : Integer.toString(1955 + i % 70));
      codes.put(Dimension.MODALITY, List.of("bilateral", "triangular", "m1", "m2", "").get(i % 5));
      codes.put(Dimension.SDG, Integer.toString(1 + i % 17));
      flows.add(i * 37L + 1, codes);
    }
    return flows;
  }

  private static String letters(int n) {
    return "" + (char) ('A' + n / 26) + (char) ('A' + n % 26);
  }

  private Answer table(PictureKind kind) {
    var table = kind.table(GIVEN);
    return sheet.over(table.rows().orElseThrow(), table.columns().orElse(null));
  }

  private static double sum(Picture picture, IntPredicate from) {
    return picture.marks().stream()
        .filter(m -> from.test(m.from()))
        .map(Mark::figure)
        .mapToDouble(Picture.Figure::value)
        .sum();
  }

  private void isAll(double sum) {
    assertThat(sum).isCloseTo(flows.total() / 100.0, within(0.001));
  }

  @Test
  void aMatrixHoldsEverything() {
    var picture = Crossed.matrix(sheet, table(PictureKind.MATRIX));

    isAll(sum(picture, n -> true));
    assertThat(picture.nodes()).extracting(Picture.Node::look).contains(Look.OTHERS, Look.UNKNOWN);
    assertThat(picture.nodes()).anySatisfy(n -> assertThat(n.name()).isEqualTo("Others (18)"));
  }

  @Test
  void aSankeyLosesNothingOnItsWay() {
    var picture = Crossed.sankey(sheet, table(PictureKind.SANKEY));

    isAll(sum(picture, n -> picture.nodes().get(n).side() == 0));
    isAll(sum(picture, n -> picture.nodes().get(n).side() == 1));
  }

  @Test
  void columnsAndBarsAreMadeUpOfTheirParts() {
    for (var picture :
        List.of(
            Bars.years(sheet, table(PictureKind.YEARS)),
            Bars.sectors(sheet, table(PictureKind.SECTORS)))) {
      isAll(sum(picture, n -> true));
      for (int n = 0; n < picture.nodes().size(); n++) {
        int node = n;
        assertThat(sum(picture, m -> m == node))
            .isCloseTo(picture.nodes().get(n).figure().value(), within(0.001));
      }
      assertThat(picture.series()).extracting(Picture.Series::look).contains(Look.OTHERS);
      assertThat(picture.ticks().getLast().value())
          .isGreaterThanOrEqualTo(picture.nodes().getFirst().figure().value());
    }
  }

  @Test
  void goalsAreAreas() {
    var picture = Bars.goals(sheet, table(PictureKind.GOALS));

    isAll(picture.nodes().stream().mapToDouble(n -> n.figure().value()).sum());
  }

  @Test
  void aMarkOfOthersOpensAllOfThem() {
    var picture = Crossed.matrix(sheet, table(PictureKind.MATRIX));
    var others =
        picture.nodes().stream().filter(n -> n.look() == Look.OTHERS && n.side() == 0).findFirst();

    assertThat(Objects.requireNonNull(others.orElseThrow().figure().href()).split("%2C"))
        .hasSize(18);
  }

  @Test
  void flowsThatAreNotDrawnAreTold() {
    var pairs = new Pairs(sheet, table(PictureKind.FLOWS), c -> new Projection.Point(1, 1));

    var picture = pairs.flows();

    assertThat(picture.marks()).hasSize(Pairs.FLOWS);
    assertThat(picture.notes().getFirst()).contains("largest 60 of ");
    assertThat(picture.aside())
        .extracting(Picture.Aside::name)
        .containsExactly("Provider: not reported", "Recipient: not split");
  }

  @Test
  void aNetworkIsOfThoseWithMost() {
    var pairs = new Pairs(sheet, table(PictureKind.NETWORK), c -> new Projection.Point(1, 1));

    assertThat(pairs.network().nodes()).hasSizeLessThanOrEqualTo(Pairs.COUNTRIES);
    assertThat(pairs.network().marks()).isNotEmpty().hasSizeLessThanOrEqualTo(Pairs.TIES);
  }

  @Test
  void theTableSaysWhatThePictureShows() {
    for (var kind : PictureKind.values()) {
      var picture =
          switch (kind) {
            case YEARS -> Bars.years(sheet, table(kind));
            case SECTORS -> Bars.sectors(sheet, table(kind));
            case GOALS -> Bars.goals(sheet, table(kind));
            case MATRIX -> Crossed.matrix(sheet, table(kind));
            case SANKEY -> Crossed.sankey(sheet, table(kind));
            case FLOWS, NETWORK ->
                new Pairs(sheet, table(kind), c -> new Projection.Point(1, 1)).flows();
          };
      var table = PictureTable.of(kind, picture, sheet.words(), "Amounts");

      var doors =
          table.rows().stream().flatMap(r -> r.doors().stream()).map(d -> d.href()).toList();
      assertThat(doors)
          .as(kind.word())
          .containsAll(picture.marks().stream().map(m -> m.figure().href()).toList());
    }
  }
}
