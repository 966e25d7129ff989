package org.bandung.exchange.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.jspecify.annotations.Nullable;

/// The dates of an activity. A year means its first day where something begins and its last where
/// it ends; an actual date that is not over yet is written as planned; an end before its start is
/// left to the block.
final class ComposedDates {

  private static final String PLANNED_START = "1";
  private static final String ACTUAL_START = "2";
  private static final String PLANNED_END = "3";
  private static final String ACTUAL_END = "4";

  private final Page page;
  private final Map<String, LocalDate> dates = new TreeMap<>();

  ComposedDates(Page page) {
    this.page = page;
  }

  List<Xml> of(Content content) {
    put(PLANNED_START, first(content.planned()));
    put(PLANNED_END, last(content.planned()));
    actual(ACTUAL_START, PLANNED_START, first(content.actual()));
    actual(ACTUAL_END, PLANNED_END, last(content.actual()));
    inOrder(PLANNED_START, PLANNED_END);
    inOrder(ACTUAL_START, ACTUAL_END);
    if (content.planned().ongoing() || content.actual().ongoing()) {
      page.lost(Field.ONGOING, Where.BLOCK);
    }
    var elements = new ArrayList<Xml>();
    dates.forEach((type, day) ->
        elements.add(Xml.of("activity-date").with("type", type).with("iso-date", day)));
    return elements;
  }

  private @Nullable LocalDate first(Period period) {
    return day(period.start(), true);
  }

  private @Nullable LocalDate last(Period period) {
    return day(period.end(), false);
  }

  private @Nullable LocalDate day(@Nullable PartialDate date, boolean first) {
    if (date == null) {
      return null;
    }
    if (date.day() == 0) {
      page.lost(Field.DATE_PRECISION, Where.BLOCK);
    }
    return first ? date.earliest() : date.latest();
  }

  private void put(String type, @Nullable LocalDate day) {
    if (day != null) {
      dates.put(type, day);
    }
  }

  private void actual(String type, String planned, @Nullable LocalDate day) {
    if (day == null) {
      return;
    }
    if (!day.isAfter(page.today())) {
      dates.put(type, day);
    } else {
      page.lost(Field.DATE_UNUSABLE, Where.BLOCK);
      dates.putIfAbsent(planned, day);
    }
  }

  private void inOrder(String start, String end) {
    var from = dates.get(start);
    var to = dates.get(end);
    if (from != null && to != null && from.isAfter(to)) {
      dates.remove(end);
      page.lost(Field.DATE_UNUSABLE, Where.BLOCK);
    }
  }

  /// The standard demands that an activity begins.
  static boolean hasStart(List<Xml> dates) {
    return has(dates, PLANNED_START) || has(dates, ACTUAL_START);
  }

  private static boolean has(List<Xml> dates, String type) {
    return dates.stream().anyMatch(d -> d.attribute("type").equals(type));
  }

  /// As reported; else closed where it has ended, under way where it has begun, planned where it is
  /// only planned.
  static Optional<String> status(Page page, Content content, List<Xml> dates) {
    var reported = page.codes().of("iati-activity-status", content.status());
    if (reported != null) {
      return Optional.of(reported);
    }
    page.lost(Field.STATUS, Where.FILLED);
    return has(dates, ACTUAL_END)
        ? Optional.of("4")
        : has(dates, ACTUAL_START)
            ? Optional.of("2")
            : has(dates, PLANNED_START) ? Optional.of("1") : Optional.empty();
  }
}
