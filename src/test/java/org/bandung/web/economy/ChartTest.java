package org.bandung.web.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.bandung.web.economy.Chart.Line;
import org.bandung.web.economy.Chart.Point;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static Point at(int year, double value) {
    return new Point(year, OptionalDouble.of(value));
  }

  private static Point unknown(int year) {
    return new Point(year, OptionalDouble.empty());
  }

  private static Chart of(String name, Point... points) {
    return new Chart(
        name, List.of(new Line("North", 2, List.of(points))), v -> Math.round(v * 100) + " %");
  }

  @Test
  void aLineIsBrokenWhereTheDataTellNothing() {
    var whole = of("Shares", at(2000, .5), at(2004, .4), at(2008, .3)).svg();
    var broken = of("Shares", at(2000, .5), unknown(2004), at(2008, .3), at(2012, .2)).svg();

    assertThat(path(whole).chars().filter(c -> c == 'M')).hasSize(1);
    assertThat(path(broken).chars().filter(c -> c == 'M')).hasSize(2);
    assertThat(broken.split("<circle", -1)).hasSize(4);
  }

  private static String path(String svg) {
    int line = svg.indexOf("class=\"l2\"");
    int from = svg.indexOf(" d=\"", line) + 4;
    return svg.substring(from, svg.indexOf('"', from));
  }

  @Test
  void theScaleBeginsAtZeroAndItsTopIsAtOrAboveTheLargestValue() {
    var svg = of("Shares", at(2000, .43), at(2004, .1)).svg();

    assertThat(svg).contains(">0 %<", ">50 %<").doesNotContain(">60 %<");
  }

  @Test
  void namesCannotEndTheDrawing() {
    var chart =
        new Chart(
            "\"><script>alert(1)</script>",
            List.of(new Line("<b>", 1, List.of(at(2000, 1), at(2001, 2)))),
            v -> "<i>");

    assertThat(chart.svg()).doesNotContain("<script", "<i>");
    assertThat(chart.file()).doesNotContain("<script", "<b>", "<i>").contains("&lt;b&gt;");
  }

  @Test
  void oneYearIsNoLine() {
    assertThat(of("Shares", at(2000, .5), unknown(2004)).drawable()).isFalse();
    assertThat(of("Shares", at(2000, .5), at(2004, .5)).drawable()).isTrue();
  }
}
