package org.bandung.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Country;
import org.bandung.reference.Reference;
import org.bandung.registry.CountryTies;
import org.bandung.web.frame.Projection;
import org.bandung.web.frame.Words;

/// Who provides to whom, drawn: countries as markers, an arc for each flow, one kind of line for
/// each modality; and the same as rows of a table.
///
/// @param coverage what of the list the map shows, in words
record FlowMap(
    List<Marker> markers, List<Arc> arcs, List<Line> lines, List<Row> rows, String coverage) {

  /// As many flows as a reader can tell apart; the table beneath and the files tell the rest.
  static final int SHOWN = 90;

  /// The first page shows fewer: it has more to say.
  static final int SHOWN_FIRST = 60;

  private static final String LAND = outline();
  private static final double BEND = 0.16;
  private static final double APART = 0.045;
  private static final double MARKER = 5;

  /// How the arcs of a modality are drawn: a colour that the colour-blind can tell from the others,
  /// and dashes for who sees none.
  private static final Map<String, String[]> LOOK = look();

  private static String outline() {
    try (InputStream file = FlowMap.class.getResourceAsStream("/static-files/land.svg")) {
      if (file == null) {
        throw new IllegalStateException("missing on the class path: land.svg");
      }
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      int from = text.indexOf(" d=\"") + 4;
      return text.substring(from, text.indexOf('"', from));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read land.svg", e);
    }
  }

  private static Map<String, String[]> look() {
    var look = new LinkedHashMap<String, String[]>();
    look.put("bilateral", new String[] {"#0068a8", "none"});
    look.put("triangular", new String[] {"#c4500c", "7 3"});
    look.put("regional", new String[] {"#00806a", "2 3"});
    look.put("plurilateral", new String[] {"#9a4f96", "9 3 2 3"});
    look.put("global", new String[] {"#8a6d00", "12 4"});
    return look;
  }

  /// A country that gives or takes.
  record Marker(String name, String x, String y) {}

  /// A flow.
  ///
  /// @param width 1 to 3: one initiative, up to nine, ten and more
  record Arc(String path, String modality, String colour, String dashes, int width, String title) {}

  /// What a kind of line stands for, with the list of its initiatives.
  record Line(String modality, String name, String colour, String dashes, String href) {}

  /// A flow as a row of the table; its number opens the list it was counted from.
  record Row(
      String provider,
      String providerName,
      String recipient,
      String recipientName,
      String modality,
      String initiatives,
      String href) {}

  static FlowMap of(
      CountryTies.Flows flows, long listed, ListAddress address, Reference reference, Words words) {
    var places = new TreeMap<CountryCode, Projection.Point>();
    for (var flow : flows.largest()) {
      for (var code : List.of(flow.provider(), flow.recipient())) {
        reference.findCountry(code).ifPresent(c -> places.put(code, place(c)));
      }
    }
    return new FlowMap(
        places.entrySet().stream()
            .map(p ->
                new Marker(
                    words.country(p.getKey()), step(p.getValue().x()), step(p.getValue().y())))
            .toList(),
        flows.largest().stream()
            .filter(f -> places.containsKey(f.provider()) && places.containsKey(f.recipient()))
            .sorted(Comparator.comparingLong(CountryTies.Flow::initiatives)) // wide ones on top
            .map(f -> arc(f, places, words))
            .toList(),
        lines(flows, address, words),
        flows.largest().stream().map(f -> row(f, address, words)).sorted(order(words)).toList(),
        coverage(flows, listed, words));
  }

  private static Comparator<Row> order(Words words) {
    return Comparator.comparing(Row::providerName, words.collator())
        .thenComparing(Row::recipientName, words.collator())
        .thenComparing(Row::modality, words.collator());
  }

  private static String coverage(CountryTies.Flows flows, long listed, Words words) {
    var counted = words.text("flows.coverage", flows.initiatives(), listed);
    int shown = flows.largest().size();
    return shown < flows.total()
        ? counted + " " + words.text("flows.largest", shown, flows.total())
        : counted;
  }

  private static List<Line> lines(CountryTies.Flows flows, ListAddress address, Words words) {
    return flows.largest().stream()
        .map(CountryTies.Flow::modality)
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(FlowMap::rank)
                .thenComparing(Comparator.<String>naturalOrder()))
        .map(m ->
            new Line(
                m,
                words.modality(m),
                colour(m),
                dashes(m),
                address.with("modality", m).under("/flows")))
        .toList();
  }

  private static int rank(String modality) {
    int n = List.copyOf(LOOK.keySet()).indexOf(modality);
    return n < 0 ? LOOK.size() : n;
  }

  private static String colour(String modality) {
    var look = LOOK.get(modality);
    return look == null ? "#70757a" : look[0];
  }

  private static String dashes(String modality) {
    var look = LOOK.get(modality);
    return look == null ? "4 4" : look[1];
  }

  private static Row row(CountryTies.Flow flow, ListAddress address, Words words) {
    return new Row(
        flow.provider().alpha3(),
        words.country(flow.provider()),
        flow.recipient().alpha3(),
        words.country(flow.recipient()),
        words.modality(flow.modality()),
        words.number(flow.initiatives()),
        records(flow, address).under("/initiatives"));
  }

  /// The list that a flow was counted from.
  private static ListAddress records(CountryTies.Flow flow, ListAddress address) {
    return address
        .with("provider", flow.provider().alpha3())
        .with("recipient", flow.recipient().alpha3())
        .with("modality", flow.modality());
  }

  private static Arc arc(
      CountryTies.Flow flow, Map<CountryCode, Projection.Point> places, Words words) {
    var from = places.get(flow.provider());
    var to = places.get(flow.recipient());
    if (from == null || to == null) {
      throw new IllegalStateException("no place for " + flow);
    }
    var title =
        words.text(
            "flows.arc",
            words.country(flow.provider()),
            words.country(flow.recipient()),
            words.modality(flow.modality()),
            flow.initiatives());
    return new Arc(
        curve(from, to, BEND + APART * rank(flow.modality())),
        flow.modality(),
        colour(flow.modality()),
        dashes(flow.modality()),
        flow.initiatives() >= 10 ? 3 : flow.initiatives() > 1 ? 2 : 1,
        title);
  }

  /// From one place to another, bent to the left of who goes there, so that the way back is another
  /// line; it ends before the marker, where its tip is seen.
  ///
  /// @param bend how far, as a share of the way; each modality of the same pair bends further
  static String curve(Projection.Point from, Projection.Point to, double bend) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.max(1, Math.hypot(dx, dy));
    double bendX = (from.x() + to.x()) / 2 + dy * bend;
    double bendY = (from.y() + to.y()) / 2 - dx * bend;
    double inX = to.x() - bendX;
    double inY = to.y() - bendY;
    double back = Math.min(MARKER, length / 3) / Math.max(1, Math.hypot(inX, inY));
    return "M%s,%sQ%s,%s %s,%s"
        .formatted(
            step(from.x()),
            step(from.y()),
            step(bendX),
            step(bendY),
            step(to.x() - inX * back),
            step(to.y() - inY * back));
  }

  private static Projection.Point place(Country country) {
    return Projection.of(country.latitude(), country.longitude());
  }

  private static String step(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /// The land as one path of SVG, for a picture that stands alone.
  public String land() {
    return LAND;
  }

  public int width() {
    return Projection.WIDTH;
  }

  public int height() {
    return Projection.HEIGHT;
  }
}
