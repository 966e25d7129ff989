package org.bandung.api.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.api.json.Shapes.NoteJson;
import org.bandung.api.json.Shapes.SpokenText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.registry.Derivation;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.InitiativeView;
import org.jspecify.annotations.Nullable;

/// An initiative as it is composed from its statements, with where each field came from.
///
/// @param redirectedFrom the id asked for, when it was merged into this one
/// @param composed what follows from the statements together
/// @param provenance field of `composed` -> key of the statement it was taken from
/// @param statements side by side, first speaker first
/// @param replies what countries say to the statements
public record InitiativeJson(
    String id,
    @Nullable String redirectedFrom,
    ContentJson composed,
    Map<String, String> provenance,
    DerivationJson derivation,
    List<StatementJson> statements,
    List<RelatedJson> related,
    List<ReplyJson> replies) {

  /// An initiative as a list shows it.
  public record Item(
      String id,
      String originalId,
      @Nullable SpokenText title,
      PeriodJson period,
      Coded modality,
      @Nullable Coded scope,
      List<CountryInRole> countries,
      List<Coded> sectors,
      List<String> sources,
      boolean compilationOnly) {}

  /// What a country says to what is stated of it.
  ///
  /// @param body the authority that said it
  public record ReplyJson(Coded country, String body, Map<String, String> text, String at) {}

  /// A country and the role in which it takes part.
  public record CountryInRole(Coded country, Coded role) {}

  /// Dates as `2019`, `2019-05` or `2019-05-03`; null when not reported.
  ///
  /// @param ongoing the reporter says that it has no end yet
  public record PeriodJson(@Nullable String start, @Nullable String end, boolean ongoing) {}

  /// The modality and scope that follow from who takes part, and why.
  ///
  /// @param rule number of the rule of the decision table that held first
  /// @param date at which the status of the countries was read
  /// @param scheme the classification of development status that was used
  /// @param missing what was not known
  public record DerivationJson(
      Coded modality,
      int rule,
      boolean southSouth,
      @Nullable Coded scope,
      @Nullable Boolean sameSubregion,
      List<Coded> sharedGroupings,
      @Nullable String date,
      String scheme,
      List<CountedJson> counted,
      List<String> missing) {}

  /// Who counted as what: `PS`, `PN`, `RS`, `RN`, `F`, `G`, or `-` if it did not count.
  public record CountedJson(
      @Nullable Coded country, @Nullable String through, Coded role, String side) {}

  /// One source's statement.
  ///
  /// @param withdrawn when the source took it back; the content is then its last word
  public record StatementJson(
      String key,
      String source,
      String originalId,
      String speaker,
      @Nullable String lastUpdated,
      String received,
      @Nullable String withdrawn,
      int versions,
      ContentJson content,
      List<NoteJson> notes) {}

  /// A tied initiative; the id is null when this node does not hold it.
  public record RelatedJson(Coded type, String originalId, @Nullable String id) {}

  public static Item renderItem(InitiativePage.Summary s, Speech speech) {
    return new Item(
        s.id(),
        s.originalId(),
        speech.text(s.title()),
        period(s.period()),
        speech.coded("modality", s.modality()),
        scope(s.scope(), speech),
        s.countries().stream()
            .map(c -> new CountryInRole(speech.country(c.country()), speech.role(c.role())))
            .toList(),
        s.sectors().stream().map(speech::sector).toList(),
        s.sources(),
        s.compilationOnly());
  }

  public static InitiativeJson render(InitiativeView view, Speech speech) {
    return new InitiativeJson(
        view.id(),
        view.redirectedFrom().orElse(null),
        ContentJson.render(view.composed(), speech, view.id()),
        new TreeMap<>(view.provenance()),
        derivation(view.derivation(), speech),
        view.statements().stream().map(s -> statement(s, speech, view.id())).toList(),
        view.related().stream()
            .map(r ->
                new RelatedJson(
                    speech.coded("iati-related-activity-type", r.type()),
                    r.originalId(),
                    r.id().orElse(null)))
            .toList(),
        view.replies().stream()
            .map(r ->
                new ReplyJson(
                    speech.country(r.country()),
                    r.body(),
                    r.text().byLanguage(),
                    r.at().toString()))
            .toList());
  }

  private static DerivationJson derivation(Derivation d, Speech speech) {
    return new DerivationJson(
        speech.coded("modality", d.modality()),
        d.rule(),
        d.southSouth(),
        scope(d.scope(), speech),
        d.sameSubregion().orElse(null),
        d.sharedGroupings().stream().map(speech::grouping).toList(),
        d.date().map(PartialDate::toString).orElse(null),
        d.scheme(),
        d.counted().stream()
            .map(c ->
                new CountedJson(
                    speech.country(c.country()),
                    c.through().orElse(null),
                    speech.role(c.role()),
                    c.side()))
            .toList(),
        d.missing());
  }

  private static StatementJson statement(InitiativeView.StatementView s, Speech speech, String of) {
    return new StatementJson(
        s.key(),
        s.sourceKey(),
        s.originalId(),
        CountryJson.word(s.speaker()),
        s.lastUpdated().map(Object::toString).orElse(null),
        s.received().toString(),
        s.withdrawn().map(Object::toString).orElse(null),
        s.versions(),
        ContentJson.render(s.content(), speech, of),
        s.notes().stream().map(NoteJson::render).toList());
  }

  private static @Nullable Coded scope(Optional<String> scope, Speech speech) {
    return scope.map(code -> speech.coded("scope", code)).orElse(null);
  }

  static PeriodJson period(Period period) {
    return new PeriodJson(date(period.start()), date(period.end()), period.ongoing());
  }

  static @Nullable String date(@Nullable PartialDate date) {
    return date == null ? null : date.toString();
  }
}
