package org.bandung.api.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bandung.api.json.InitiativeJson.PeriodJson;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.jspecify.annotations.Nullable;

/// What a statement says of an initiative. Null means not reported; texts are whole, by language.
public record ContentJson(
    @Nullable String kind,
    @Nullable Map<String, String> title,
    @Nullable Map<String, String> description,
    @Nullable Coded status,
    PeriodJson planned,
    PeriodJson actual,
    List<ParticipantJson> participants,
    List<ClassificationJson> classifications,
    List<PlaceJson> places,
    List<ContributionJson> contributions,
    List<ResultJson> results,
    List<MilestoneJson> milestones,
    List<LinkJson> links,
    List<RelationJson> relations,
    List<IdentifierJson> identifiers,
    List<SignalJson> signals) {

  /// One who takes part: a country itself, or an organisation.
  public record ParticipantJson(
      Coded role,
      @Nullable Coded country,
      @Nullable String countryAsReported,
      @Nullable String percentage,
      @Nullable MentionJson organisation) {}

  /// An organisation as the source mentions it.
  public record MentionJson(
      @Nullable String reference,
      @Nullable Map<String, String> name,
      @Nullable Coded type,
      @Nullable String activityId) {}

  /// A code of a scheme.
  public record ClassificationJson(
      String scheme,
      Coded code,
      @Nullable String percentage,
      @Nullable Map<String, String> nameAsReported) {}

  /// A place below the country.
  public record PlaceJson(
      @Nullable Map<String, String> name,
      @Nullable Coded country,
      @Nullable String latitude,
      @Nullable String longitude) {}

  /// Money as reported: the number as text, so that no digit is lost.
  public record AmountJson(String value, @Nullable String currency) {}

  /// A number of something that is not money.
  public record QuantityJson(String number, Coded unit) {}

  /// Something put in, promised or paid.
  public record ContributionJson(
      Coded kind,
      @Nullable String reference,
      PeriodJson period,
      @Nullable AmountJson amount,
      @Nullable String valueDate,
      @Nullable QuantityJson quantity,
      @Nullable Coded valuation,
      boolean estimate,
      @Nullable MentionJson provider,
      @Nullable MentionJson receiver,
      @Nullable Coded recipientCountry,
      @Nullable Coded form,
      List<ClassificationJson> classifications,
      @Nullable Map<String, String> description,
      List<String> notPublished) {}

  /// What was achieved.
  public record ResultJson(
      @Nullable Coded type,
      @Nullable Map<String, String> title,
      @Nullable Map<String, String> description,
      List<IndicatorJson> indicators,
      List<PictureJson> pictures) {}

  /// A picture of a story that its party released.
  public record PictureJson(
      String address,
      @Nullable Map<String, String> alt,
      @Nullable Map<String, String> caption,
      int width,
      int height) {}

  /// A measure of a result, values as reported.
  public record IndicatorJson(
      @Nullable Map<String, String> title,
      @Nullable Coded measure,
      @Nullable String baselineYear,
      @Nullable String baseline,
      List<MeasuredJson> periods) {}

  /// Target and actual value in a period.
  public record MeasuredJson(PeriodJson period, @Nullable String target, @Nullable String actual) {}

  /// A dated step on the way.
  public record MilestoneJson(
      @Nullable Map<String, String> title, PeriodJson period, boolean reached) {}

  /// A document or page; `verified` is null when nobody opened it.
  public record LinkJson(
      String url,
      @Nullable Map<String, String> title,
      @Nullable Coded category,
      @Nullable Boolean verified) {}

  /// A tie to another initiative by that one's original id.
  public record RelationJson(Coded type, String originalId) {}

  /// Another id of the same initiative.
  public record IdentifierJson(String scheme, String value) {}

  /// Something in the source that speaks of South-South or triangular cooperation.
  public record SignalJson(String kind, String evidence) {}

  /// @param of id of the initiative, below which its pictures are
  static ContentJson render(Content c, Speech speech, String of) {
    return new ContentJson(
        c.kind(),
        Speech.all(c.title()),
        Speech.all(c.description()),
        speech.codedOrNull("iati-activity-status", c.status()),
        InitiativeJson.period(c.planned()),
        InitiativeJson.period(c.actual()),
        c.participants().stream().map(p -> participant(p, speech)).toList(),
        classifications(c.classifications(), speech),
        c.places().stream().map(p -> place(p, speech)).toList(),
        c.contributions().stream().map(k -> contribution(k, speech)).toList(),
        c.results().stream().map(r -> result(r, speech, of)).toList(),
        c.milestones().stream()
            .map(m ->
                new MilestoneJson(
                    Speech.all(m.title()), InitiativeJson.period(m.period()), m.reached()))
            .toList(),
        c.links().stream().map(l -> link(l, speech)).toList(),
        c.relations().stream()
            .map(r ->
                new RelationJson(
                    speech.coded("iati-related-activity-type", r.type()), r.originalId()))
            .toList(),
        c.identifiers().stream().map(i -> new IdentifierJson(i.scheme(), i.value())).toList(),
        c.signals().stream().map(s -> new SignalJson(s.kind(), s.evidence())).toList());
  }

  private static ParticipantJson participant(Participant p, Speech speech) {
    return new ParticipantJson(
        speech.role(p.role()),
        speech.countryOrNull(p.country()),
        p.countryAsReported(),
        p.percentage(),
        mention(p.organisation(), speech));
  }

  private static @Nullable MentionJson mention(
      Participant.@Nullable OrganisationMention mention, Speech speech) {
    return mention == null
        ? null
        : new MentionJson(
            mention.reference(),
            Speech.all(mention.name()),
            speech.codedOrNull("organisation-type", mention.type()),
            mention.activityId());
  }

  private static List<ClassificationJson> classifications(
      List<Content.Classification> classifications, Speech speech) {
    return classifications.stream()
        .map(c ->
            new ClassificationJson(
                c.scheme(),
                speech.coded(c.scheme(), c.code()),
                c.percentage(),
                Speech.all(c.name())))
        .toList();
  }

  private static PlaceJson place(Content.Place p, Speech speech) {
    return new PlaceJson(
        Speech.all(p.name()), speech.countryOrNull(p.country()), p.latitude(), p.longitude());
  }

  private static ContributionJson contribution(Content.Contribution k, Speech speech) {
    return new ContributionJson(
        speech.coded("contribution-kind", k.kind()),
        k.reference(),
        InitiativeJson.period(k.period()),
        amount(k.amount()),
        InitiativeJson.date(k.valueDate()),
        quantity(k.quantity(), speech),
        speech.codedOrNull("valuation-method", k.valuation()),
        k.estimate(),
        mention(k.provider(), speech),
        mention(k.receiver(), speech),
        speech.countryOrNull(k.recipientCountry()),
        speech.codedOrNull("cooperation-form", k.form()),
        classifications(k.classifications(), speech),
        Speech.all(k.description()),
        k.notPublished());
  }

  private static @Nullable AmountJson amount(@Nullable ReportedAmount amount) {
    return amount == null ? null : new AmountJson(plain(amount.value()), amount.currency());
  }

  static @Nullable QuantityJson quantity(@Nullable Quantity quantity, Speech speech) {
    return quantity == null
        ? null
        : new QuantityJson(
            plain(quantity.number()), speech.coded("unit-of-quantity", quantity.unit()));
  }

  /// Digits without an exponent, unless they would fill pages (a source may write 1E+9000000).
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > 60 ? number.toString() : number.toPlainString();
  }

  private static ResultJson result(Content.Result r, Speech speech, String of) {
    return new ResultJson(
        speech.codedOrNull("iati-result-type", r.type()),
        Speech.all(r.title()),
        Speech.all(r.description()),
        r.indicators().stream().map(i -> indicator(i, speech)).toList(),
        r.pictures().stream().map(p -> picture(p, of)).toList());
  }

  private static PictureJson picture(Content.Picture p, String of) {
    return new PictureJson(
        "/initiatives/" + of + "/pictures/" + p.sha256(),
        Speech.all(p.alt()),
        Speech.all(p.caption()),
        p.width(),
        p.height());
  }

  private static IndicatorJson indicator(Content.Indicator i, Speech speech) {
    return new IndicatorJson(
        Speech.all(i.title()),
        speech.codedOrNull("iati-indicator-measure", i.measure()),
        i.baselineYear(),
        i.baseline(),
        i.periods().stream()
            .map(p -> new MeasuredJson(InitiativeJson.period(p.period()), p.target(), p.actual()))
            .toList());
  }

  private static LinkJson link(Content.Link l, Speech speech) {
    return new LinkJson(
        l.url(),
        Speech.all(l.title()),
        speech.codedOrNull("iati-document-category", l.category()),
        l.verified());
  }
}
