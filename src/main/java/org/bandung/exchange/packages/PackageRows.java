package org.bandung.exchange.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.counted.Countable;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.Reckoned;
import org.jspecify.annotations.Nullable;

/// The rows of one initiative: what is said of it, and how it is counted. Pure.
final class PackageRows {

  private final RowSink out;

  PackageRows(RowSink out) {
    this.out = out;
  }

  void of(Reckoned reckoned) {
    var countable = reckoned.countable();
    var id = countable.id();
    var content = countable.content();
    initiative(countable, reckoned.fact());
    texts(id, "title", content.title());
    texts(id, "description", content.description());
    countable.reporters().stream().sorted().forEach(r -> out.row("statements", id, r));
    countable.sides().forEach(s -> out.row("sides", id, s.country().alpha3(), s.role().code()));
    participants(id, content.participants());
    shares(id, 0, "recipient", reckoned.fact().recipients());
    shares(id, 0, "dac-sector-group", reckoned.fact().sectors());
    for (int i = 0; i < countable.given().size(); i++) {
      contribution(id, i + 1, countable.given().get(i), reckoned.fact().flows().get(i));
    }
    classifications(id, content.classifications());
    links(id, content.links());
    results(id, content.results());
  }

  private void initiative(Countable c, Fact fact) {
    var content = c.content();
    var title = content.title().in("en");
    var days = fact.days();
    out.row(
        "initiatives",
        c.id(),
        title.map(LocalizedText.Spoken::text).orElse(null),
        title.map(LocalizedText.Spoken::language).orElse(null),
        content.kind(),
        content.status(),
        c.reading().modality(),
        c.reading().scope().orElse(null),
        c.reading().southSouth(),
        fact.marks().compiled(),
        c.standing().code(),
        c.reading().statusDate().orElse(null),
        year(days.firstYear()),
        year(days.lastYear()),
        content.planned().start(),
        content.planned().end(),
        content.actual().start(),
        content.actual().end(),
        content.planned().ongoing() || content.actual().ongoing());
  }

  private static @Nullable Integer year(int year) {
    return year == Fact.UNKNOWN ? null : year;
  }

  private void texts(String id, String field, LocalizedText text) {
    text.byLanguage().forEach((language, words) -> out.row("texts", id, field, language, words));
  }

  private void participants(String id, List<Participant> participants) {
    int position = 0;
    for (var p : participants) {
      var organisation = Optional.ofNullable(p.organisation());
      out.row(
          "participants",
          id,
          ++position,
          p.role().code(),
          p.country() == null ? null : p.country().alpha3(),
          p.countryAsReported(),
          organisation.map(OrganisationMention::reference).orElse(null),
          organisation.map(o -> words(o.name())).orElse(null),
          organisation.map(OrganisationMention::type).orElse(null),
          p.percentage());
    }
  }

  private void shares(String id, int contribution, String scheme, List<Fact.Share> shares) {
    int position = 0;
    for (var share : shares) {
      out.row("shares", id, contribution, scheme, ++position, share.code(), share.upTo());
    }
  }

  private void contribution(String id, int position, Countable.Given given, Fact.Flow flow) {
    var said = given.what();
    var cells = new ArrayList<@Nullable Object>();
    cells.addAll(List.of(id, position, said.kind()));
    cells.add(flow.amount());
    cells.add(flow.currency());
    cells.add(date(flow.date()));
    cells.add(year(flow.year()));
    cells.add(flow.giver());
    cells.add(flow.receiver());
    cells.add(flow.form());
    cells.add(flow.quantity());
    cells.add(flow.unit());
    cells.add(said.period().start());
    cells.add(said.period().end());
    cells.add(said.valueDate());
    cells.add(said.valuation());
    cells.add(said.estimate());
    cells.add(String.join("|", said.notPublished()));
    mention(cells, said.provider());
    mention(cells, said.receiver());
    cells.add(said.reference());
    cells.add(words(said.description()));
    cells.add(given.reporter());
    out.row("contributions", cells.toArray());
    shares(id, position, "dac-sector-group", flow.sectors());
  }

  private static void mention(
      List<@Nullable Object> cells, @Nullable OrganisationMention mentioned) {
    cells.add(mentioned == null ? null : mentioned.reference());
    cells.add(mentioned == null ? null : words(mentioned.name()));
  }

  /// A date that was put into one number.
  static @Nullable PartialDate date(int number) {
    return number == Fact.UNKNOWN
        ? null
        : new PartialDate(number / 10_000, number / 100 % 100, number % 100);
  }

  private void classifications(String id, List<Classification> classifications) {
    int sectors = 0;
    int goals = 0;
    int others = 0;
    for (var c : classifications) {
      if (c.scheme().equals("sdg")) {
        out.row("goals", id, ++goals, c.code(), c.percentage());
      } else if (c.scheme().toLowerCase(Locale.ROOT).contains("sector")) {
        out.row("sectors", id, ++sectors, c.scheme(), c.code(), c.percentage());
      } else {
        out.row("classifications", id, ++others, c.scheme(), c.code(), c.percentage());
      }
    }
  }

  private void links(String id, List<Content.Link> links) {
    int position = 0;
    for (var link : links) {
      out.row("links", id, ++position, link.url(), words(link.title()), link.category());
    }
  }

  /// A row for each measured period; a result or indicator without any still has its row.
  private void results(String id, List<Content.Result> results) {
    int position = 0;
    for (var result : results) {
      if (result.indicators().isEmpty()) {
        result(id, ++position, result, null, Period.UNKNOWN, null);
      }
      for (var indicator : result.indicators()) {
        if (indicator.periods().isEmpty()) {
          result(id, ++position, result, indicator, Period.UNKNOWN, null);
        }
        for (var measured : indicator.periods()) {
          result(id, ++position, result, indicator, measured.period(), measured);
        }
      }
    }
  }

  private void result(
      String id,
      int position,
      Content.Result result,
      Content.@Nullable Indicator indicator,
      Period period,
      Content.@Nullable Measured measured) {
    out.row(
        "results",
        id,
        position,
        result.type(),
        words(result.title()),
        indicator == null ? null : words(indicator.title()),
        indicator == null ? null : indicator.measure(),
        indicator == null ? null : indicator.baselineYear(),
        indicator == null ? null : indicator.baseline(),
        period.start(),
        period.end(),
        measured == null ? null : measured.target(),
        measured == null ? null : measured.actual());
  }

  private static @Nullable String words(LocalizedText text) {
    return text.in("en").map(LocalizedText.Spoken::text).orElse(null);
  }
}
