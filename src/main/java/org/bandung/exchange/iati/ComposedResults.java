package org.bandung.exchange.iati;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Indicator;
import org.bandung.registry.said.Content.Link;
import org.bandung.registry.said.Content.Result;
import org.jspecify.annotations.Nullable;

/// Results with indicators, and documents. A result told in words only, and a value that is no
/// number where the measure wants one, stand in the block.
final class ComposedResults {

  private static final String QUALITATIVE = "5";

  /// Activity web page, of IATI's list DocumentCategory.
  private static final String PAGE = "A12";

  private final Page page;

  ComposedResults(Page page) {
    this.page = page;
  }

  List<Xml> of(Content content) {
    var all = new ArrayList<Xml>();
    for (var result : content.results()) {
      var type = page.codes().of("iati-result-type", result.type());
      var title = page.narratives().in(Xml.of("title"), result.title());
      var indicators = indicators(result);
      if (!result.pictures().isEmpty()) {
        page.lost(Field.PICTURE, Where.NOWHERE);
      }
      if (type == null || title.isEmpty() || indicators.isEmpty()) {
        page.lost(Field.RESULT, Where.BLOCK);
      } else {
        all.add(
            Xml.of("result")
                .with("type", type)
                .add(title.get())
                .add(page.narratives().in(Xml.of("description"), result.description()).orElse(null))
                .add(indicators));
      }
    }
    return all;
  }

  private List<Xml> indicators(Result result) {
    var all = new ArrayList<Xml>();
    for (var indicator : result.indicators()) {
      var measure = page.codes().of("iati-indicator-measure", indicator.measure());
      var title = page.narratives().in(Xml.of("title"), indicator.title());
      if (measure == null || title.isEmpty()) {
        page.lost(Field.RESULT, Where.BLOCK);
      } else {
        all.add(
            Xml.of("indicator")
                .with("measure", measure)
                .add(title.get())
                .add(baseline(indicator, measure))
                .add(periods(indicator, measure)));
      }
    }
    return all;
  }

  private @Nullable Xml baseline(Indicator indicator, String measure) {
    var year = indicator.baselineYear();
    var value = usable(indicator.baseline(), measure);
    return year == null || value == null || !year.matches("[1-9][0-9]{3}")
        ? null
        : Xml.of("baseline").with("year", year).with("value", value);
  }

  private List<Xml> periods(Indicator indicator, String measure) {
    var all = new ArrayList<Xml>();
    for (var measured : indicator.periods()) {
      if (!isWhole(measured.period())) {
        page.lost(Field.INDICATOR_VALUE, Where.BLOCK);
        continue;
      }
      var period = measured.period();
      all.add(
          Xml.of("period")
              .add(Xml.of("period-start").with("iso-date", start(period).earliest()))
              .add(Xml.of("period-end").with("iso-date", end(period).latest()))
              .add(value("target", measured.target(), measure))
              .add(value("actual", measured.actual(), measure)));
    }
    return all;
  }

  private static boolean isWhole(Period period) {
    return period.start() != null
        && period.end() != null
        && !period.start().earliest().isAfter(period.end().latest());
  }

  private static PartialDate start(Period period) {
    return java.util.Objects.requireNonNull(period.start());
  }

  private static PartialDate end(Period period) {
    return java.util.Objects.requireNonNull(period.end());
  }

  private @Nullable Xml value(String name, @Nullable String reported, String measure) {
    var value = usable(reported, measure);
    return value == null ? null : Xml.of(name).with("value", value);
  }

  private @Nullable String usable(@Nullable String reported, String measure) {
    boolean usable =
        reported != null
            && (measure.equals(QUALITATIVE)
                ? !reported.isBlank()
                : reported.matches("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?"));
    if (reported != null && !usable) {
      page.lost(Field.INDICATOR_VALUE, Where.BLOCK);
    }
    return usable ? reported : null;
  }

  List<Xml> links(Content content) {
    var all = new ArrayList<Xml>();
    for (var link : content.links()) {
      var document = document(link);
      if (document == null) {
        page.lost(Field.LINK, Where.BLOCK);
      } else {
        all.add(document);
      }
    }
    return all;
  }

  /// A page without a category is the activity's page; a file without one is left to the block.
  private @Nullable Xml document(Link link) {
    var address = address(link.url());
    var format = address == null ? null : IatiCodes.format(address.getPath()).orElse(null);
    var category = page.codes().of("iati-document-category", link.category());
    if (category == null && "text/html".equals(format)) {
      category = PAGE;
      page.lost(Field.LINK, Where.FILLED);
    }
    if (format == null || category == null) {
      return null;
    }
    var title = page.narratives().in(Xml.of("title"), link.title());
    return Xml.of("document-link")
        .with("url", link.url().strip())
        .with("format", format)
        .add(title.orElseGet(() -> named(link)))
        .add(Xml.of("category").with("code", category));
  }

  private static Xml named(Link link) {
    return Xml.of("title").add(Xml.of("narrative").in("en").text(link.url().strip()));
  }

  private static @Nullable URI address(String url) {
    try {
      var address = new URI(url.strip());
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null && address.getPath() != null ? address : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
