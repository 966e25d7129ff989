package org.bandung.economy;

import java.util.List;
import java.util.OptionalDouble;

/// A country of the South that could supply a product, with every term of its place in the
/// shortlist.
///
/// @param country its code
/// @param exports of the product to all, in the data's unit
/// @param supplies what it already sells to the importer of it
/// @param advantage revealed comparative advantage, above 1
/// @param growth of its exports of the product by year, as a share; empty if there is no earlier
///   year or it exported nothing then
/// @param capacity exports over what the importer buys from the North
/// @param ties with the importer
/// @param terms each between 0 and 1, with its weight
/// @param score weighted mean of the terms, between 0 and 1
public record Candidate(
    String country,
    double exports,
    double supplies,
    double advantage,
    OptionalDouble growth,
    double capacity,
    Ties ties,
    List<Term> terms,
    double score) {

  public Candidate {
    terms = List.copyOf(terms);
  }

  /// One part of the score.
  ///
  /// @param name `advantage`, `growth`, `capacity`, `distance`, `language`, `agreement`, `presence`
  /// @param value between 0 and 1
  public record Term(String name, double value, double weight) {}

  /// Whether exports of the product grew.
  public boolean grows() {
    return growth.isPresent() && growth.getAsDouble() > 0;
  }
}
