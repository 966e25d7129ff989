package org.bandung.api.json;

import java.util.List;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.api.json.Shapes.SpokenText;
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
    List<NeedJson> similarNeeds,
    boolean ready) {

  /// A proposed partner.
  ///
  /// @param country ISO 3166-1 alpha-3
  /// @param score the sum of the values of the reasons
  /// @param weak nothing on record is close to what is asked
  /// @param evidence ids of records on the topic in which it provides, the closest first
  /// @param participation ids of records on the topic in which it takes part otherwise
  /// @param entries offers, solutions, experts and institutions of its own in the catalogue
  /// @param institutions organisations of its own that took part, the most often first
  /// @param agency id of the organisation to write to
  public record PartnerJson(
      String country,
      @Nullable String name,
      double score,
      boolean weak,
      List<ReasonJson> reasons,
      List<String> evidence,
      List<String> participation,
      List<EntryJson> entries,
      List<InstitutionJson> institutions,
      @Nullable String agency) {}

  /// An entry of the catalogue that speaks for a partner.
  public record EntryJson(String kind, String id) {}

  /// An organisation that can be asked, and in how many of the closest records it took part.
  public record InstitutionJson(String id, @Nullable SpokenText name, int records) {}

  /// A term of the score, what it adds, and what it says.
  public record ReasonJson(String term, double value, String text) {}

  /// A country that has supported work on the topic.
  public record SupporterJson(Coded country, List<String> records) {}

  /// A country that has received support on the topic, or seeks it now.
  ///
  /// @param open ids of its open needs in the catalogue
  public record NeedJson(Coded country, List<String> records, List<String> open) {}

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
            .map(n -> new NeedJson(speech.country(n.country()), n.records(), n.open()))
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
        partner.entries().stream().map(e -> new EntryJson(e.kind().code(), e.id())).toList(),
        partner.institutions().stream()
            .map(i ->
                new InstitutionJson(
                    i.organisation().id(), speech.text(i.organisation().name()), i.records()))
            .toList(),
        partner.agency().map(o -> o.id()).orElse(null));
  }
}
