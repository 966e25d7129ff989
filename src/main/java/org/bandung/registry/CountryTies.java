package org.bandung.registry;

import java.util.List;
import org.bandung.kernel.CountryCode;

/// Whom a country works with, in which role.
///
/// @param byRole how many initiatives it takes part in, by role code
public record CountryTies(
    long initiatives,
    List<Facets.Count> byRole,
    List<Facets.Count> byModality,
    List<Facets.Count> bySector,
    List<Tie> partners) {

  public CountryTies {
    byRole = List.copyOf(byRole);
    byModality = List.copyOf(byModality);
    bySector = List.copyOf(bySector);
    partners = List.copyOf(partners);
  }

  /// What binds the country to one partner.
  ///
  /// @param provided initiatives in which the country provides and the partner receives
  /// @param received the other way round
  /// @param together initiatives in which both take part in any role
  /// @param southSouth how many of those are of the South-South family
  public record Tie(
      CountryCode partner, long provided, long received, long together, long southSouth) {}

  /// Who works with whom in and around a grouping, by its full members of today.
  ///
  /// @param inside pairs of members, the most initiatives first
  /// @param outside countries that are no members, with how many initiatives each shares with one
  ///   or more members
  public record OfGrouping(long initiatives, List<Pair> inside, List<Facets.Count> outside) {

    public OfGrouping {
      inside = List.copyOf(inside);
      outside = List.copyOf(outside);
    }
  }

  /// Who provides to whom among the initiatives of a list.
  ///
  /// @param initiatives how many name both a country that provides and another that receives
  /// @param total how many flows there are; `largest` may hold fewer
  /// @param largest the heaviest first, an initiative's weight being spread evenly over its flows
  public record Flows(long initiatives, long total, List<Flow> largest) {

    /// More flows than there are pairs of countries, in any modality, that really cooperate.
    public static final int ALL = 200_000;

    /// Nothing flows.
    public static final Flows NONE = new Flows(0, 0, List.of());

    public Flows {
      largest = List.copyOf(largest);
    }
  }

  /// Initiatives of one modality in which one country provides and another receives.
  public record Flow(
      CountryCode provider, CountryCode recipient, String modality, long initiatives) {}

  /// What an organisation does.
  ///
  /// @param byRole how many initiatives it takes part in, by role code
  /// @param together ids of organisations that take part in the same initiatives, with how many
  public record OfOrganisation(
      long initiatives, List<Facets.Count> byRole, List<Facets.Count> together) {

    public OfOrganisation {
      byRole = List.copyOf(byRole);
      together = List.copyOf(together);
    }
  }

  /// Two countries and the initiatives in which both take part.
  public record Pair(CountryCode one, CountryCode other, long initiatives) {}
}
