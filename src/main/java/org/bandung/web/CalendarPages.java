package org.bandung.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.EntryPage;
import org.bandung.catalogue.Timeline;
import org.bandung.catalogue.UnitedNationsDay;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The calendar of events to come, the same as a feed that calendars subscribe to, and the timeline
/// of the cooperation since 1955.
@Controller
final class CalendarPages {

  private static final int MOST = 300;
  private static final int YEARS_A_PART = 10;

  private final Catalogue catalogue;

  CalendarPages(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// A date of the timeline as the page shows it.
  record Dated(
      String id,
      String when,
      String title,
      String kind,
      String place,
      String document,
      String source,
      boolean opened) {}

  @GetMapping("/events")
  String events(Visit visit, Model model) {
    var words = visit.words();
    var months = new LinkedHashMap<String, List<EntryRow>>();
    for (var event : toCome(visit)) {
      months
          .computeIfAbsent(month(event.period(), words), m -> new ArrayList<>())
          .add(EntryRow.of(event, words));
    }
    model.addAttribute("months", months);
    model.addAttribute("day", words.day(UnitedNationsDay.next(today())));
    return "events";
  }

  @GetMapping("/events.ics")
  void feed(Visit visit, HttpServletResponse response) throws IOException {
    response.setContentType("text/calendar");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"bandung-events.ics\"");
    response
        .getOutputStream()
        .write(
            CalendarFeed.render(toCome(visit), today(), visit.words())
                .getBytes(StandardCharsets.UTF_8));
  }

  private List<EntryPage.Summary> toCome(Visit visit) {
    return catalogue.earliest(
        visit.reader(), EntryFilter.of(EntryKind.EVENT).from(Optional.of(today())), MOST);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static String month(Period period, Words words) {
    var start = period.start();
    return start == null
        ? words.text("not-reported")
        : words.date(new PartialDate(start.year(), start.month(), 0));
  }

  @GetMapping("/timeline")
  String timeline(Visit visit, Model model) {
    var words = visit.words();
    Map<String, List<Dated>> decades = new LinkedHashMap<>();
    for (var moment : Timeline.moments()) {
      int decade = moment.from().year() / YEARS_A_PART * YEARS_A_PART;
      decades
          .computeIfAbsent(
              words.text("timeline.decade", String.valueOf(decade)), d -> new ArrayList<>())
          .add(dated(moment, words));
    }
    model.addAttribute("decades", decades);
    return "timeline";
  }

  private static Dated dated(Timeline.Moment moment, Words words) {
    var title = words.phrase(moment.title());
    var place =
        moment.place().map(words::country).map(c -> joined(moment.city(), c)).orElse(moment.city());
    return new Dated(
        moment.id(),
        moment
            .to()
            .map(to -> words.period(new Period(moment.from(), to, false)))
            .orElseGet(() -> words.date(moment.from())),
        title == null ? moment.id() : title.text(),
        words.text("timeline.kind." + moment.kind()),
        place,
        moment.document(),
        moment.source(),
        moment.opened());
  }

  private static String joined(String city, String country) {
    return city.isEmpty() || city.equals(country) ? country : city + " · " + country;
  }
}
