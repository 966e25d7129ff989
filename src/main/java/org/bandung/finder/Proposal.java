package org.bandung.finder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.catalogue.EntryKind;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Organisation;

/// The answer to a wish.
///
/// @param language the language its text was read in
/// @param topics ids of the topics it is about
/// @param partners the best first, those with weak evidence only last
/// @param total how many partners anything speaks for
/// @param facilitators who has supported work on the topic, the most often first
/// @param needs who else has received help on it, the most often first
/// @param ready whether the index holds everything; while it is being made answers are incomplete
public record Proposal(
    String language,
    Set<String> topics,
    List<Partner> partners,
    int total,
    List<Facilitator> facilitators,
    List<Need> needs,
    boolean ready) {

  public Proposal {
    partners = List.copyOf(partners);
    facilitators = List.copyOf(facilitators);
    needs = List.copyOf(needs);
  }

  /// A proposed partner country.
  ///
  /// @param score the sum of the values of its reasons, without unit
  /// @param evidence ids of records on the topic in which it provides, the closest first
  /// @param participation ids of records on the topic in which it takes part otherwise
  /// @param entries offers, solutions, experts and institutions of its own in the catalogue, the
  ///   closest first
  /// @param institutions organisations of its own that took part in this evidence, the most often
  ///   first
  /// @param weak nothing it did is close to what is asked
  /// @param agency whom to write to
  public record Partner(
      CountryCode country,
      double score,
      List<Reason> reasons,
      List<String> evidence,
      List<String> participation,
      List<Entry> entries,
      List<Institution> institutions,
      boolean weak,
      Optional<Organisation> agency) {

    public Partner {
      reasons = List.copyOf(reasons);
      evidence = List.copyOf(evidence);
      participation = List.copyOf(participation);
      entries = List.copyOf(entries);
      institutions = List.copyOf(institutions);
    }

    /// The same with its institutions.
    Partner with(List<Institution> found) {
      return new Partner(
          country, score, reasons, evidence, participation, entries, found, weak, agency);
    }
  }

  /// An entry of the catalogue that speaks for a partner.
  public record Entry(EntryKind kind, String id) {}

  /// An organisation that can be asked.
  ///
  /// @param records in how many of the records shown it took part
  public record Institution(Organisation organisation, int records) {}

  /// Why a country is proposed.
  ///
  /// @param value what it adds to the score
  /// @param count the number it speaks of: records, countries, shared regions
  public record Reason(Term term, double value, long count) {}

  /// A country that has facilitated or funded work on the topic.
  ///
  /// @param records how many, and their ids
  /// @param withPartner whether one of them was with a proposed partner
  public record Facilitator(CountryCode country, List<String> records, boolean withPartner) {

    public Facilitator {
      records = List.copyOf(records);
    }
  }

  /// A country that has asked for help on the topic: to go together with.
  ///
  /// @param records ids of initiatives in which it received help
  /// @param open ids of its needs in the catalogue
  public record Need(CountryCode country, List<String> records, List<String> open) {

    public Need {
      records = List.copyOf(records);
      open = List.copyOf(open);
    }
  }
}
