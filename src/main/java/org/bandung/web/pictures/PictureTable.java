package org.bandung.web.pictures;

import java.util.ArrayList;
import java.util.List;
import org.bandung.statistics.counting.Dimension;
import org.bandung.web.figures.FigureTable.Door;
import org.bandung.web.figures.FigureWords;
import org.bandung.web.figures.PictureKind;
import org.bandung.web.pictures.Picture.Figure;
import org.bandung.web.pictures.Picture.Node;

/// A picture as a table: every mark is a figure of it, and the other way round.
///
/// @param names heads of the columns that hold names
/// @param figures heads of those that hold figures
public record PictureTable(List<String> names, List<String> figures, List<Row> rows) {

  /// What a row is called, and its figures.
  public record Row(List<String> names, List<Door> doors) {}

  /// @param measure what is counted, as the head of a single column of figures
  static PictureTable of(PictureKind kind, Picture picture, FigureWords words, String measure) {
    return switch (kind) {
      case YEARS -> bars(picture, words, Dimension.YEAR);
      case SECTORS -> bars(picture, words, Dimension.SECTOR);
      case GOALS -> goals(picture, words, measure);
      case MATRIX -> matrix(picture, words);
      case FLOWS, NETWORK ->
          list(
              picture,
              List.of(words.dimension(Dimension.PROVIDER), words.dimension(Dimension.RECIPIENT)),
              measure);
      case SANKEY ->
          list(picture, List.of(words.text("pictures.from"), words.text("pictures.to")), measure);
    };
  }

  private static PictureTable bars(Picture picture, FigureWords words, Dimension dimension) {
    var heads = new ArrayList<>(picture.series().stream().map(Picture.Series::name).toList());
    int parts = heads.size();
    heads.add(words.text("figures.total"));
    var rows = new ArrayList<Row>();
    for (int n = 0; n < picture.nodes().size(); n++) {
      var node = picture.nodes().get(n);
      if (!node.figure().equals(Figure.NONE)) {
        rows.add(row(picture, n, 0, parts));
      }
    }
    return new PictureTable(List.of(words.dimension(dimension)), heads, rows);
  }

  /// A node with what lies between it and some others, and its own figure.
  private static Row row(Picture picture, int node, int first, int count) {
    var doors = new ArrayList<Door>();
    for (int to = first; to < first + count; to++) {
      doors.add(at(picture, node, to).door());
    }
    doors.add(picture.nodes().get(node).figure().door());
    return new Row(List.of(picture.nodes().get(node).name()), doors);
  }

  private static Figure at(Picture picture, int from, int to) {
    return picture.marks().stream()
        .filter(m -> m.from() == from && m.to() == to)
        .map(Picture.Mark::figure)
        .findFirst()
        .orElse(Figure.NONE);
  }

  private static PictureTable goals(Picture picture, FigureWords words, String measure) {
    return new PictureTable(
        List.of(words.dimension(Dimension.SDG)),
        List.of(measure),
        picture.nodes().stream()
            .map(n -> new Row(List.of(n.name()), List.of(n.figure().door())))
            .toList());
  }

  private static PictureTable matrix(Picture picture, FigureWords words) {
    var columns = picture.nodes().stream().filter(n -> n.side() == 1).map(Node::name).toList();
    var heads = new ArrayList<>(columns);
    heads.add(words.text("figures.total"));
    var rows = new ArrayList<Row>();
    int first = picture.nodes().size() - columns.size();
    for (int n = 0; n < first; n++) {
      rows.add(row(picture, n, first, columns.size()));
    }
    return new PictureTable(
        List.of(
            words.text(
                "pictures.corner",
                words.dimension(Dimension.PROVIDER),
                words.dimension(Dimension.RECIPIENT))),
        heads,
        rows);
  }

  private static PictureTable list(Picture picture, List<String> names, String measure) {
    return new PictureTable(
        names,
        List.of(measure),
        picture.marks().stream()
            .map(m ->
                new Row(
                    List.of(
                        picture.nodes().get(m.from()).name(), picture.nodes().get(m.to()).name()),
                    List.of(m.figure().door())))
            .toList());
  }
}
