package org.bandung.exchange.standard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import net.sf.saxon.om.NodeInfo;
import org.bandung.exchange.standard.IatiRuleXPath.Nodes;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// The kinds of rules that compare dates, to the day.
///
/// As in the official validator a missing or unreadable date decides nothing, and of several dates
/// the first is meant; only the comparison with today looks at every one.
final class IatiRuleDates {

  private static final String NOW = "NOW";
  private static final int MOST_DAYS = 365;

  private final Supplier<LocalDate> today;

  IatiRuleDates(Supplier<LocalDate> today) {
    this.today = today;
  }

  IatiRule now(IatiRuleCase written) {
    return notAfterToday(written.nodes("date"));
  }

  IatiRule order(IatiRuleCase written) {
    if (written.text("more").equals(NOW)) {
      return notAfterToday(written.nodes("less"));
    }
    var less = written.nodes("less");
    var more = written.nodes("more");
    return (node, group) -> {
      var early = less.of(node, group);
      var start = first(early);
      if (start == null) {
        return null;
      }
      var end = first(more.of(node, group));
      return end == null || !start.isAfter(end) ? null : early.getFirst();
    };
  }

  IatiRule limit(IatiRuleCase written) {
    var starts = written.nodes("start");
    var ends = written.nodes("end");
    return (node, group) -> {
      var start = first(starts.of(node, group));
      var end = start == null ? null : first(ends.of(node, group));
      boolean tooLong =
          start != null && end != null && ChronoUnit.DAYS.between(start, end) > MOST_DAYS;
      return tooLong ? node : null;
    };
  }

  IatiRule between(IatiRuleCase written) {
    var dates = written.nodes("date");
    var starts = written.nodes("start");
    var ends = written.nodes("end");
    return (node, group) -> {
      var found = dates.of(node, group);
      var date = first(found);
      var start = first(starts.of(node, group));
      var end = first(ends.of(node, group));
      if (date == null || start == null || end == null) {
        return null;
      }
      return date.isBefore(start) || date.isAfter(end) ? found.getFirst() : null;
    };
  }

  private IatiRule notAfterToday(Nodes dates) {
    return (node, group) -> {
      for (var found : dates.of(node, group)) {
        var date = parse(found);
        if (date != null && date.isAfter(today.get())) {
          return found;
        }
      }
      return null;
    };
  }

  private static @Nullable LocalDate first(List<NodeInfo> nodes) {
    return nodes.isEmpty() ? null : parse(nodes.getFirst());
  }

  private static @Nullable LocalDate parse(NodeInfo node) {
    return PartialDate.parse(node.getStringValue()).map(PartialDate::earliest).orElse(null);
  }
}
