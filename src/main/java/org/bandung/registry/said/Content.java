package org.bandung.registry.said;

import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// What one statement says of an initiative. Every field may be missing: not reported is not zero.
///
/// @param kind code: `project`, `action` or `programme`
/// @param status code of the scheme `iati-activity-status`
/// @param identifiers other ids of the same initiative
/// @param signals what the source declares about South-South cooperation, apart from the derivation
public record Content(
    @Nullable String kind,
    LocalizedText title,
    LocalizedText description,
    @Nullable String status,
    Period planned,
    Period actual,
    List<Participant> participants,
    List<Classification> classifications,
    List<Place> places,
    List<Contribution> contributions,
    List<Result> results,
    List<Milestone> milestones,
    List<Link> links,
    List<Relation> relations,
    List<Identifier> identifiers,
    List<Signal> signals) {

  public Content {
    participants = List.copyOf(participants);
    classifications = List.copyOf(classifications);
    places = List.copyOf(places);
    contributions = List.copyOf(contributions);
    results = List.copyOf(results);
    milestones = List.copyOf(milestones);
    links = List.copyOf(links);
    relations = List.copyOf(relations);
    identifiers = List.copyOf(identifiers);
    signals = List.copyOf(signals);
  }

  /// A code of a versioned scheme: a sector, an SDG, a form, a domain, a marker.
  ///
  /// @param scheme such as `dac-sector`, `sdg`, `cooperation-form`; `iati-sector-vocabulary/99` for
  ///   a list we do not know
  /// @param percentage exactly as reported, or null
  /// @param name the source's own words for the code, often empty
  public record Classification(
      String scheme, String code, @Nullable String percentage, LocalizedText name) {}

  /// A place below the country.
  ///
  /// @param latitude decimal degrees as reported, or null
  public record Place(
      LocalizedText name,
      @Nullable CountryCode country,
      @Nullable String latitude,
      @Nullable String longitude) {}

  /// Something put in, promised or paid: money, a quantity, or both.
  ///
  /// @param kind code of the scheme `contribution-kind`, such as `commitment` or `disbursement`
  /// @param valueDate the date whose exchange rate the source means
  /// @param valuation code of the scheme `valuation-method`
  /// @param estimate the source marks the figure as an estimate
  /// @param form code of the scheme `cooperation-form`, where the source tells
  /// @param notPublished figures that its owner keeps to fewer than everybody: `amount`,
  ///   `quantity`; they are not "not reported"
  public record Contribution(
      String kind,
      @Nullable String reference,
      Period period,
      @Nullable ReportedAmount amount,
      @Nullable PartialDate valueDate,
      @Nullable Quantity quantity,
      @Nullable String valuation,
      boolean estimate,
      Participant.@Nullable OrganisationMention provider,
      Participant.@Nullable OrganisationMention receiver,
      @Nullable CountryCode recipientCountry,
      @Nullable String form,
      List<Classification> classifications,
      LocalizedText description,
      List<String> notPublished) {

    public Contribution {
      classifications = List.copyOf(classifications);
      notPublished = List.copyOf(notPublished);
    }

    /// One of which nothing is kept back.
    public Contribution(
        String kind,
        @Nullable String reference,
        Period period,
        @Nullable ReportedAmount amount,
        @Nullable PartialDate valueDate,
        @Nullable Quantity quantity,
        @Nullable String valuation,
        boolean estimate,
        Participant.@Nullable OrganisationMention provider,
        Participant.@Nullable OrganisationMention receiver,
        @Nullable CountryCode recipientCountry,
        @Nullable String form,
        List<Classification> classifications,
        LocalizedText description) {
      this(
          kind,
          reference,
          period,
          amount,
          valueDate,
          quantity,
          valuation,
          estimate,
          provider,
          receiver,
          recipientCountry,
          form,
          classifications,
          description,
          List.of());
    }
  }

  /// What was achieved, with the indicators that say so.
  ///
  /// @param type code of the scheme `iati-result-type`
  /// @param pictures only of parties of this node, which released them; no import brings any
  public record Result(
      @Nullable String type,
      LocalizedText title,
      LocalizedText description,
      List<Indicator> indicators,
      List<Picture> pictures) {

    public Result {
      indicators = List.copyOf(indicators);
      pictures = List.copyOf(pictures);
    }

    public Result(
        @Nullable String type,
        LocalizedText title,
        LocalizedText description,
        List<Indicator> indicators) {
      this(type, title, description, indicators, List.of());
    }
  }

  /// A picture that everybody may see.
  ///
  /// @param sha256 of the file, in the store of files
  /// @param alt what is to be seen, for who does not see it
  /// @param width as it is shown, in pixels
  public record Picture(
      String sha256, LocalizedText alt, LocalizedText caption, int width, int height) {}

  /// A measure of a result; values stay as reported ("36%", "n/a", "<14").
  ///
  /// @param measure code of the scheme `iati-indicator-measure`
  public record Indicator(
      LocalizedText title,
      @Nullable String measure,
      @Nullable String baselineYear,
      @Nullable String baseline,
      List<Measured> periods) {

    public Indicator {
      periods = List.copyOf(periods);
    }
  }

  /// Target and actual value of an indicator in a period, as reported.
  public record Measured(Period period, @Nullable String target, @Nullable String actual) {}

  /// A dated step on the way.
  public record Milestone(LocalizedText title, Period period, boolean reached) {}

  /// A document or page.
  ///
  /// @param category code of the scheme `iati-document-category`
  /// @param verified whether somebody of ours opened it; null when nobody said
  public record Link(
      String url, LocalizedText title, @Nullable String category, @Nullable Boolean verified) {}

  /// A tie to another initiative by that one's original id.
  ///
  /// @param type code of the scheme `iati-related-activity-type`: 1 parent, 2 child, 3 sibling, ...
  public record Relation(String type, String originalId) {}

  /// Another id of the same initiative.
  public record Identifier(String scheme, String value) {}

  /// Something in the source that speaks of South-South or triangular cooperation.
  ///
  /// @param kind `collaboration-type-8`, `sector-15123`, `sdg-17.6`, `sdg-17.9`, `tossd-FC01`,
  ///   `word`
  /// @param evidence the code or the words found
  public record Signal(String kind, String evidence) {}
}
