package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.bandung.web.pictures.Ticks;
import org.springframework.web.util.HtmlUtils;

/// Lines over the years, as a drawing that needs no script. Lines differ in colour and in their
/// strokes, so that they can be told apart in grey; where the data tell nothing the line is broken.
///
/// @param name what is drawn, as it is read out
/// @param format how a value of the scale is written
public record Chart(String name, List<Line> lines, DoubleFunction<String> format) {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 300;
  private static final int NARROW = 52;
  private static final int BROAD = 150;
  private static final double LETTER = 8.6;
  private static final int RIGHT = 16;
  private static final int TOP = 14;
  private static final int BOTTOM = 30;
  private static final int DOTS = 30;
  private static final int LABELS = 9;

  public Chart {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param tone number of its colour
  public record Line(String name, int tone, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }

    /// How its stroke is broken.
    public String dashes() {
      return switch (tone) {
        case 1 -> "none";
        case 2 -> "9 4";
        case 3 -> "2 4";
        default -> "11 4 2 4";
      };
    }
  }

  /// @param value empty where the data tell nothing
  public record Point(int year, OptionalDouble value) {}

  /// Whether there is anything to draw.
  public boolean drawable() {
    return lines.stream()
            .flatMap(l -> l.points().stream())
            .filter(p -> p.value().isPresent())
            .map(Point::year)
            .distinct()
            .count()
        > 1;
  }

  /// The drawing, with everything in it escaped.
  public String svg() {
    return drawing("");
  }

  /// The drawing as a file of its own.
  String file() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + drawing(
            """
            <style>text{font:15px system-ui,sans-serif;fill:#1d2327}.grid{stroke:#dcd9d1}\
            .l0{stroke:#70757a}.l1{stroke:#0068a8}.l2{stroke:#c4500c}.l3{stroke:#00806a}\
            .d0{fill:#70757a}.d1{fill:#0068a8}.d2{fill:#c4500c}.d3{fill:#00806a}</style>\
            <rect width="100%" height="100%" fill="#ffffff"/>\
            """)
        + "\n";
  }

  private String drawing(String style) {
    boolean alone = !style.isEmpty();
    int height = HEIGHT + (alone ? 26 * (lines.size() + 1) : 0);
    var out = new StringBuilder(4000);
    out.append(
        written(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" direction=\"ltr\"",
                WIDTH, height)
            + written(" aria-label=\"%s\">", HtmlUtils.htmlEscape(name, "UTF-8")));
    out.append(style);
    double most = largest();
    var ticks = Ticks.upTo(most, false);
    double top = ticks.getLast() > 0 ? ticks.getLast() : 1;
    for (double tick : ticks) {
      double y = y(tick, top);
      out.append(written("<path class=\"grid\" d=\"M%d,%sH%d\"/>", left(), at(y), WIDTH - RIGHT));
      text(out, left() - 8, y + 5, "end", format.apply(tick));
    }
    int first = years().min().orElse(0);
    int last = years().max().orElse(0);
    years(out, first, last);
    lines.forEach(line -> line(out, line, first, last, top));
    if (alone) {
      legend(out);
    }
    return out.append("</svg>").toString();
  }

  /// Room for the numbers of the scale.
  private int left() {
    int letters =
        Ticks.upTo(largest(), false).stream()
            .mapToInt(t -> format.apply(t).length())
            .max()
            .orElse(0);
    return (int) Math.clamp(18 + LETTER * letters, NARROW, BROAD);
  }

  private IntStream years() {
    return lines.stream().flatMap(l -> l.points().stream()).mapToInt(Point::year);
  }

  private double largest() {
    return lines.stream()
        .flatMap(l -> l.points().stream())
        .flatMapToDouble(p -> p.value().stream())
        .max()
        .orElse(0);
  }

  private void years(StringBuilder out, int first, int last) {
    var all = years().distinct().sorted().toArray();
    int step = Math.max(1, (int) Math.ceil(all.length / (double) LABELS));
    // The last year always has its label; the others count back from it.
    for (int at = all.length - 1; at >= 0; at -= step) {
      text(
          out,
          x(all[at], first, last),
          HEIGHT - 6,
          at == all.length - 1 && at > 0 ? "end" : "middle",
          Integer.toString(all[at]));
    }
  }

  private void line(StringBuilder out, Line line, int first, int last, double top) {
    var path = new StringBuilder();
    boolean drawing = false;
    var dots = new ArrayList<String>();
    for (var point : line.points()) {
      if (point.value().isEmpty()) {
        drawing = false;
        continue;
      }
      var x = at(x(point.year(), first, last));
      var y = at(y(point.value().getAsDouble(), top));
      path.append(drawing ? 'L' : 'M').append(x).append(',').append(y);
      drawing = true;
      dots.add(written("<circle class=\"d%d\" r=\"3.4\" cx=\"%s\" cy=\"%s\"/>", line.tone(), x, y));
    }
    out.append(
        written(
            "<path class=\"l%d\" fill=\"none\" stroke-width=\"2.4\" stroke-linejoin=\"round\" stroke-dasharray=\"%s\" d=\"%s\"/>",
            line.tone(), line.dashes(), path));
    if (line.points().size() <= DOTS) {
      dots.forEach(out::append);
    }
  }

  private void legend(StringBuilder out) {
    int y = HEIGHT + 22;
    text(out, left(), y, "start", name);
    for (var line : lines) {
      y += 24;
      out.append(
          written(
              "<path class=\"l%d\" stroke-width=\"2.4\" stroke-dasharray=\"%s\" d=\"M%d,%dh40\"/>",
              line.tone(), line.dashes(), left(), y - 5));
      text(out, left() + 52, y, "start", line.name());
    }
  }

  private static void text(StringBuilder out, double x, double y, String anchor, String text) {
    out.append(
        written(
            "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>",
            at(x), at(y), anchor, HtmlUtils.htmlEscape(text, "UTF-8")));
  }

  private double x(int year, int first, int last) {
    return last == first
        ? (left() + WIDTH - RIGHT) / 2.0
        : left() + (WIDTH - left() - RIGHT) * (year - first) / (double) (last - first);
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
  }

  /// Digits of no language: a drawing is code.
  private static String written(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }
}
