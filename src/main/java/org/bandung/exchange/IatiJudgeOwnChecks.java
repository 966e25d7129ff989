package org.bandung.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// What Bandung itself looks at when no official material is configured: enough to tell a publisher
/// of the commonest faults, without claiming to be the standard's verdict. Dates, amounts and
/// currencies that cannot be read are noted where they are mapped.
final class IatiJudgeOwnChecks {

  private static final Map<String, List<String>> MANDATORY =
      Map.of(
          "iati-activity",
          List.of(
              "iati-identifier",
              "reporting-org",
              "title",
              "description",
              "participating-org",
              "activity-status",
              "activity-date"),
          "iati-organisation",
          List.of("organisation-identifier", "name", "reporting-org"));

  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

  /// Real files round: 33.3 thrice is meant to be 100.
  private static final double TOLERANCE = 0.5;

  private final Supplier<LocalDate> today;

  IatiJudgeOwnChecks(Supplier<LocalDate> today) {
    this.today = today;
  }

  /// Adds a note for each fault of the record.
  void judge(NodeInfo record, String id, List<Note> notes) {
    var children = new LinkedHashMap<String, List<NodeInfo>>();
    for (var child : record.children(NodeKindTest.ELEMENT)) {
      children.computeIfAbsent(child.getLocalPart(), name -> new ArrayList<>()).add(child);
    }
    for (var name : MANDATORY.getOrDefault(record.getLocalPart(), List.of())) {
      if (!children.containsKey(name)) {
        notes.add(
            IatiJudge.note("bandung.missing-element", record.getLineNumber(), id, name, name));
      }
    }
    percentageTexts(record, id, notes);
    dates(children.getOrDefault("activity-date", List.of()), id, notes);
    byVocabulary(children.getOrDefault("sector", List.of()))
        .values()
        .forEach(sectors -> percentages("sector", sectors, id, notes));
    places(children, id, notes);
  }

  private static void percentageTexts(NodeInfo record, String id, List<Note> notes) {
    var elements = record.iterateAxis(AxisInfo.DESCENDANT, NodeKindTest.ELEMENT);
    for (var next = elements.next(); next != null; next = elements.next()) {
      // What others add to the standard is theirs.
      var text = next.getNamespaceUri().isEmpty() ? next.getAttributeValue("", "percentage") : null;
      if (text != null && !DECIMAL.matcher(text.strip()).matches()) {
        var path = path(record, next) + "/@percentage";
        notes.add(note("bandung.percentage-not-a-number", next, id, path, text.strip()));
      }
    }
  }

  private void dates(List<NodeInfo> dates, String id, List<Note> notes) {
    order(dates, "1", "3", id, notes);
    order(dates, "2", "4", id, notes);
    for (var date : dates) {
      var type = date.getAttributeValue("", "type");
      var day = day(date);
      boolean actual = "2".equals(type) || "4".equals(type);
      if (actual && day != null && day.isAfter(today.get())) {
        notes.add(
            note(
                "bandung.actual-date-in-future",
                date,
                id,
                "activity-date/@iso-date",
                day.toString()));
      }
    }
  }

  private static void order(
      List<NodeInfo> dates, String startType, String endType, String id, List<Note> notes) {
    var start = ofType(dates, startType);
    var end = ofType(dates, endType);
    var from = start == null ? null : day(start);
    var to = end == null ? null : day(end);
    if (start != null && from != null && to != null && from.isAfter(to)) {
      notes.add(
          note(
              "bandung.start-after-end",
              start,
              id,
              "activity-date/@iso-date",
              from.toString(),
              to.toString()));
    }
  }

  private static @Nullable NodeInfo ofType(List<NodeInfo> dates, String type) {
    for (var date : dates) {
      if (type.equals(date.getAttributeValue("", "type"))) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable LocalDate day(NodeInfo date) {
    var text = date.getAttributeValue("", "iso-date");
    return text == null ? null : PartialDate.parse(text).map(PartialDate::earliest).orElse(null);
  }

  private static Map<String, List<NodeInfo>> byVocabulary(List<NodeInfo> elements) {
    var groups = new LinkedHashMap<String, List<NodeInfo>>();
    for (var element : elements) {
      var vocabulary = element.getAttributeValue("", "vocabulary");
      groups
          .computeIfAbsent(
              vocabulary == null || vocabulary.isEmpty() ? "1" : vocabulary,
              name -> new ArrayList<>())
          .add(element);
    }
    return groups;
  }

  /// Countries share one hundred with the regions of each vocabulary.
  private static void places(Map<String, List<NodeInfo>> children, String id, List<Note> notes) {
    var countries = children.getOrDefault("recipient-country", List.of());
    var regions = byVocabulary(children.getOrDefault("recipient-region", List.of()));
    if (regions.isEmpty()) {
      percentages("recipient-country", countries, id, notes);
    }
    for (var group : regions.values()) {
      var together = new ArrayList<>(countries);
      together.addAll(group);
      percentages("recipient-country, recipient-region", together, id, notes);
    }
  }

  private static void percentages(String path, List<NodeInfo> parts, String id, List<Note> notes) {
    double sum = 0;
    boolean any = false;
    for (var part : parts) {
      var text = part.getAttributeValue("", "percentage");
      if (text != null && DECIMAL.matcher(text.strip()).matches()) {
        any = true;
        sum += Double.parseDouble(text.strip());
      }
    }
    double off = Math.abs(sum - 100);
    if (any && off > 0.00005) {
      var code = off <= TOLERANCE ? "bandung.percentage-near-100" : "bandung.percentage-not-100";
      notes.add(note(code, parts.getFirst(), id, path, shortest(sum)));
    }
  }

  private static String shortest(double sum) {
    return new BigDecimal(sum)
        .setScale(4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Note note(
      String code, NodeInfo where, String id, String path, String... arguments) {
    return IatiJudge.note(code, where.getLineNumber(), id, path, arguments);
  }

  private static String path(NodeInfo record, NodeInfo element) {
    var path = element.getLocalPart();
    var parent = element.getParent();
    while (parent != null && !parent.isSameNodeInfo(record)) {
      path = parent.getLocalPart() + "/" + path;
      parent = parent.getParent();
    }
    return path;
  }
}
