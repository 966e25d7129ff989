package org.bandung.api.json;

import java.util.List;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.concepts.Concepts;
import org.bandung.finder.Proposal;
import org.bandung.finder.Reasons;
import org.jspecify.annotations.Nullable;

/// Who can help with a need, and why.
///
/// @param language the language the text was read in
/// @param topics what the text was understood as
/// @param total how many countries anything speaks for
/// @param ready whether the index held everything when this was answered
public record PartnersJson(
    String language,
    List<Coded> topics,
    List<PartnerJson> partners,
    int total,
    List<SupporterJson> facilitators,
    List<SupporterJson> similarNeeds,
    boolean ready) {

  /// A proposed partner.
  ///
  /// @param country ISO 3166-1 alpha-3
  /// @param score the sum of the values of the reasons
  /// @param weak nothing on record is close to what is asked
  /// @param evidence ids of records on the topic in which it provides, the closest first
  /// @param participation ids of records on the topic in which it takes part otherwise
  /// @param agency id of the organisation to write to
  public record PartnerJson(
      String country,
      @Nullable String name,
      double score,
      boolean weak,
      List<ReasonJson> reasons,
      List<String> evidence,
      List<String> participation,
      @Nullable String agency) {}

  /// A term of the score, what it adds, and what it says.
  public record ReasonJson(String term, double value, String text) {}

  /// A country that has supported work on the topic, or received support.
  public record SupporterJson(Coded country, List<String> records) {}

  public static PartnersJson render(Proposal proposal, Concepts concepts, Speech speech) {
    return new PartnersJson(
        proposal.language(),
        proposal.topics().stream()
            .flatMap(t -> concepts.find(t).stream())
            .map(c -> new Coded(c.id(), c.label(speech.language())))
            .toList(),
        proposal.partners().stream().map(p -> partner(p, speech)).toList(),
        proposal.total(),
        proposal.facilitators().stream()
            .map(f -> new SupporterJson(speech.country(f.country()), f.records()))
            .toList(),
        proposal.needs().stream()
            .map(n -> new SupporterJson(speech.country(n.country()), n.records()))
            .toList(),
        proposal.ready());
  }

  private static PartnerJson partner(Proposal.Partner partner, Speech speech) {
    return new PartnerJson(
        partner.country().alpha3(),
        speech.country(partner.country()).name(),
        partner.score(),
        partner.weak(),
        partner.reasons().stream()
            .map(
                r -> new ReasonJson(r.term().code(), r.value(), Reasons.text(r, speech.language())))
            .toList(),
        partner.evidence(),
        partner.participation(),
        partner.agency().map(o -> o.id()).orElse(null));
  }
}
