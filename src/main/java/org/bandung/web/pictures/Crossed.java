package org.bandung.web.pictures;

import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.web.pictures.Picture.Figure;
import org.bandung.web.pictures.Picture.Mark;
import org.bandung.web.pictures.Picture.Node;

/// Sides that face each other: providers and recipients as a matrix, or with sectors between them.
final class Crossed {

  static final int IN_MATRIX = 12;
  static final int IN_SANKEY = 8;

  private final Sheet sheet;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  private Crossed(Sheet sheet) {
    this.sheet = sheet;
  }

  /// @param table providers by recipients
  static Picture matrix(Sheet sheet, Answer table) {
    var crossed = new Crossed(sheet);
    var providers = Group.largest(table.rowTotals(), IN_MATRIX);
    var recipients = Group.largest(table.columnTotals(), IN_MATRIX);
    crossed.side(0, Dimension.PROVIDER, providers, table, true);
    crossed.side(1, Dimension.RECIPIENT, recipients, table, false);
    crossed.cross(table, Dimension.PROVIDER, providers, 0, Dimension.RECIPIENT, recipients);
    return crossed.picture();
  }

  /// @param given providers by sectors
  static Picture sankey(Sheet sheet, Answer given) {
    var crossed = new Crossed(sheet);
    var received = sheet.over(Dimension.SECTOR, Dimension.RECIPIENT);
    var providers = Group.largest(given.rowTotals(), IN_SANKEY);
    var sectors = Group.largest(given.columnTotals(), IN_SANKEY);
    var recipients = Group.largest(received.columnTotals(), IN_SANKEY);
    crossed.side(0, Dimension.PROVIDER, providers, given, true);
    crossed.side(1, Dimension.SECTOR, sectors, given, false);
    crossed.side(2, Dimension.RECIPIENT, recipients, received, false);
    crossed.cross(given, Dimension.PROVIDER, providers, 0, Dimension.SECTOR, sectors);
    crossed.cross(
        received, Dimension.SECTOR, sectors, providers.size(), Dimension.RECIPIENT, recipients);
    return crossed.picture();
  }

  private Picture picture() {
    return new Picture(nodes, List.of(), marks, List.of(), List.of(), List.of());
  }

  private void side(
      int number, Dimension dimension, List<Group> groups, Answer table, boolean rows) {
    var figures = sheet.alone(table, dimension, groups, rows);
    for (int g = 0; g < groups.size(); g++) {
      var name = sheet.name(dimension, groups.get(g));
      var told =
          sheet.told("pictures.mark.two", sheet.words().dimension(dimension), name, figures.get(g));
      nodes.add(new Node(name, number, groups.get(g).look(), figures.get(g), told, 0, 0));
    }
  }

  /// @param first number of the first node of the rows; those of the columns follow
  private void cross(
      Answer table,
      Dimension rows,
      List<Group> down,
      int first,
      Dimension columns,
      List<Group> across) {
    var crossing = sheet.crossing(table, rows, down, columns, across);
    for (int r = 0; r < down.size(); r++) {
      for (int c = 0; c < across.size(); c++) {
        var figure = crossing.at(down.get(r), across.get(c));
        if (!figure.equals(Figure.NONE)) {
          var told =
              sheet.told(
                  "pictures.mark.flow",
                  sheet.name(rows, down.get(r)),
                  sheet.name(columns, across.get(c)),
                  figure);
          marks.add(new Mark(first + r, first + down.size() + c, figure, told));
        }
      }
    }
  }
}
