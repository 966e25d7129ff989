package org.bandung.finder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  /// @param weak nothing it did is close to what is asked
  /// @param agency whom to write to
  public record Partner(
      CountryCode country,
      double score,
      List<Reason> reasons,
      List<String> evidence,
      List<String> participation,
      boolean weak,
      Optional<Organisation> agency) {

    public Partner {
      reasons = List.copyOf(reasons);
      evidence = List.copyOf(evidence);
      participation = List.copyOf(participation);
    }
  }

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
  public record Need(CountryCode country, List<String> records) {

    public Need {
      records = List.copyOf(records);
    }
  }
}
