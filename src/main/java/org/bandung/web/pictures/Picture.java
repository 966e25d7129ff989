package org.bandung.web.pictures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.bandung.web.figures.FigureTable.Door;
import org.jspecify.annotations.Nullable;

/// What a picture is drawn of: things, and what lies between two of them.
///
/// @param nodes years, sectors, goals or countries
/// @param series what columns and bars are made up of; none in other pictures
/// @param marks what lies between two nodes, or of a node in a series
/// @param ticks of the axis; none in pictures without one
/// @param aside what belongs to the picture but has no place in it
/// @param notes what a reader has to know, in sentences
public record Picture(
    List<Node> nodes,
    List<Series> series,
    List<Mark> marks,
    List<Tick> ticks,
    List<Aside> aside,
    List<String> notes) {

  /// A picture of nothing.
  static final Picture NONE =
      new Picture(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /// Whether anything in it is drawn as not reported.
  @JsonIgnore
  public boolean hatched() {
    boolean unknown =
        series.isEmpty()
            ? nodes.stream().anyMatch(n -> n.look() == Look.UNKNOWN)
            : series.stream().anyMatch(s -> s.look() == Look.UNKNOWN);
    return unknown
        || nodes.stream().anyMatch(n -> n.figure().unreported())
        || marks.stream().anyMatch(m -> m.figure().unreported());
  }

  /// How something is drawn apart from its size.
  public enum Look {
    ORDINARY,
    /// Several small ones together.
    OTHERS,
    /// What nobody reported, or nobody split.
    UNKNOWN
  }

  /// A figure with the door to its records.
  ///
  /// @param value for its size, in whole units
  /// @param text for its reader; null if nobody reported it
  /// @param brief the same where there is little room
  /// @param missing initiatives that belong here but report no figure
  /// @param href of its records; null if there are none
  /// @param range between which bounds it lies; null if nothing of it is in doubt
  /// @param pairs address of the pairs that may be one
  public record Figure(
      double value,
      @Nullable String text,
      @Nullable String brief,
      int missing,
      @Nullable String href,
      @Nullable String range,
      @Nullable String pairs) {

    static final Figure NONE = new Figure(0, null, null, 0, null, null, null);

    static Figure of(double value, Door door, @Nullable String brief) {
      return new Figure(
          value, door.figure(), brief, door.missing(), door.href(), door.range(), door.pairs());
    }

    private boolean unreported() {
      return href != null && (text == null || missing > 0);
    }

    Door door() {
      return new Door(text, null, missing, href, range, pairs);
    }
  }

  /// One thing.
  ///
  /// @param side on which it stands where there are several: 0 first
  /// @param told its name with its figure
  /// @param x of its place on the map, in steps of the map; 0 in other pictures
  public record Node(
      String name, int side, Look look, Figure figure, String told, double x, double y) {}

  /// A part of every column or bar.
  ///
  /// @param colour number of its colour in the palette, 0 for grey
  public record Series(String name, Look look, int colour) {}

  /// What lies between.
  ///
  /// @param from number of a node
  /// @param to number of a node or, in columns and bars, of a series
  public record Mark(int from, int to, Figure figure, String told) {}

  /// A place on an axis.
  public record Tick(double value, String text) {}

  /// What has no place.
  public record Aside(String name, Door door) {}
}
