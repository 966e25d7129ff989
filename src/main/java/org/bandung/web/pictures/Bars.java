package org.bandung.web.pictures;

import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.web.pictures.Picture.Figure;
import org.bandung.web.pictures.Picture.Look;
import org.bandung.web.pictures.Picture.Mark;
import org.bandung.web.pictures.Picture.Node;
import org.bandung.web.pictures.Picture.Series;
import org.bandung.web.pictures.Picture.Tick;

/// Years and sectors: a column or bar each, made up of modalities; goals: an area each.
final class Bars {

  static final int YEARS = 40;
  static final int SECTORS = 15;
  static final int GOALS = 17;

  /// Modalities that have a colour, in the order of the palette.
  private static final List<String> COLOURED =
      List.of("bilateral", "triangular", "regional", "plurilateral", "global");

  private Bars() {}

  static Picture years(Sheet sheet, Answer table) {
    return bars(sheet, table, Dimension.YEAR, Group.years(table.rowTotals(), YEARS));
  }

  static Picture sectors(Sheet sheet, Answer table) {
    return bars(sheet, table, Dimension.SECTOR, Group.largest(table.rowTotals(), SECTORS));
  }

  static Picture goals(Sheet sheet, Answer table) {
    var groups = Group.largest(table.rowTotals(), GOALS);
    return new Picture(
        nodes(sheet, table, Dimension.SDG, groups),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Picture bars(Sheet sheet, Answer table, Dimension dimension, List<Group> groups) {
    var parts = Group.listed(table.columnTotals(), COLOURED);
    var nodes = nodes(sheet, table, dimension, groups);
    return new Picture(
        nodes,
        parts.stream().map(p -> series(sheet, p)).toList(),
        marks(sheet, table, dimension, groups, parts),
        ticks(sheet, nodes),
        List.of(),
        List.of());
  }

  private static List<Node> nodes(
      Sheet sheet, Answer table, Dimension dimension, List<Group> groups) {
    var figures = sheet.alone(table, dimension, groups, true);
    var nodes = new ArrayList<Node>();
    for (int g = 0; g < groups.size(); g++) {
      var name = sheet.name(dimension, groups.get(g));
      var figure = figures.get(g);
      nodes.add(new Node(name, 0, groups.get(g).look(), figure, sheet.told(name, figure), 0, 0));
    }
    return nodes;
  }

  private static Series series(Sheet sheet, Group part) {
    var name = sheet.name(Dimension.MODALITY, part);
    int colour = part.look() == Look.ORDINARY ? COLOURED.indexOf(part.code()) + 1 : 0;
    return new Series(name, part.look(), colour);
  }

  private static List<Mark> marks(
      Sheet sheet, Answer table, Dimension dimension, List<Group> groups, List<Group> parts) {
    var crossing = sheet.crossing(table, dimension, groups, Dimension.MODALITY, parts);
    var marks = new ArrayList<Mark>();
    for (int g = 0; g < groups.size(); g++) {
      for (int p = 0; p < parts.size(); p++) {
        var figure = crossing.at(groups.get(g), parts.get(p));
        if (!figure.equals(Figure.NONE)) {
          var told =
              sheet.told(
                  "pictures.mark.two",
                  sheet.name(dimension, groups.get(g)),
                  sheet.name(Dimension.MODALITY, parts.get(p)),
                  figure);
          marks.add(new Mark(g, p, figure, told));
        }
      }
    }
    return marks;
  }

  private static List<Tick> ticks(Sheet sheet, List<Node> nodes) {
    double largest = nodes.stream().mapToDouble(n -> n.figure().value()).max().orElse(0);
    return Ticks.upTo(largest, sheet.whole()).stream()
        .map(t -> new Tick(t, sheet.words().brief(t)))
        .toList();
  }
}
