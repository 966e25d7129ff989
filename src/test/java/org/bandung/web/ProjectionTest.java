package org.bandung.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.bandung.web.frame.Projection;
import org.junit.jupiter.api.Test;

class ProjectionTest {

  private static final double SCALE = 181;

  @Test
  void theCentreOfTheMapLiesOnTheEquatorInTheEastOfAfrica() {
    assertThat(Projection.of(0, 35)).isEqualTo(new Projection.Point(500, 226));
  }

  /// Extents of the unit sphere from the article: 2.70663 and 1.31737.
  @Test
  void reachesAsFarAsTheArticleSays() {
    var east = Projection.of(0, -145 - 1e-9);
    var north = Projection.of(90, 35);

    assertThat(east.x()).isCloseTo(500 + 2.70663 * SCALE, within(0.01));
    assertThat(north.y()).isCloseTo(226 - 1.31737 * SCALE, within(0.01));
  }

  @Test
  void keepsTheIslandsOfThePacificTogether() {
    var palau = Projection.of(7.5, 134.5);
    var frenchPolynesia = Projection.of(-17.7, -149.4);

    assertThat(frenchPolynesia.x()).isGreaterThan(palau.x());
  }

  /// What the projection is for: the same solid angle has the same area anywhere.
  @Property
  void areasAreInTrueProportion(
      @ForAll @DoubleRange(min = -80, max = 80) double latitude,
      @ForAll @DoubleRange(min = -140, max = 170) double longitude) {
    double d = 0.01;
    var a = Projection.of(latitude, longitude);
    var b = Projection.of(latitude, longitude + d);
    var c = Projection.of(latitude + d, longitude);
    double drawn = (b.x() - a.x()) * (a.y() - c.y()) - (c.x() - a.x()) * (a.y() - b.y());
    double solid =
        Math.toRadians(d)
            * (Math.sin(Math.toRadians(latitude + d)) - Math.sin(Math.toRadians(latitude)));

    assertThat(drawn / solid).isCloseTo(SCALE * SCALE, within(SCALE * SCALE * 0.001));
  }

  @Test
  void whatIsNoPlaceIsAFault() {
    assertThatThrownBy(() -> Projection.of(91, 0)).hasMessageContaining("91");
    assertThatThrownBy(() -> Projection.of(Double.NaN, 0)).hasMessageContaining("NaN");
  }

  @Test
  void theWayBackIsAnotherLine() {
    var one = new Projection.Point(100, 100);
    var other = new Projection.Point(300, 100);

    assertThat(FlowMap.curve(one, other, 0.16)).isEqualTo("M100,100Q200,68 295,98");
    assertThat(FlowMap.curve(other, one, 0.16)).isEqualTo("M300,100Q200,132 105,102");
  }
}
