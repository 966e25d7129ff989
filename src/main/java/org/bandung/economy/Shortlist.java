package org.bandung.economy;

import java.util.List;
import java.util.OptionalDouble;

/// What a country buys from the North that the South exports with an advantage.
///
/// @param importer who buys
/// @param year of the data
/// @param yearBefore the earlier year that growth is told from; the same if there is none
/// @param items the products with the largest value from the North first
/// @param considered how many products it buys from the North at all
/// @param withoutSupplier in how many of them nobody of the South has an advantage
public record Shortlist(
    String importer,
    int year,
    int yearBefore,
    List<Item> items,
    int considered,
    int withoutSupplier) {

  public Shortlist {
    items = List.copyOf(items);
  }

  /// A product with those who could supply it.
  ///
  /// @param line what the importer buys of it, from whom
  /// @param candidates the best first
  /// @param eligible how many there are, those not shown included
  public record Item(ProductLines.Line line, List<Candidate> candidates, int eligible) {
    public Item {
      candidates = List.copyOf(candidates);
    }
  }

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
    /// @param name `advantage`, `growth`, `capacity`, `distance`, `language`, `agreement`,
    ///   `presence`
    /// @param value between 0 and 1
    public record Term(String name, double value, double weight) {}

    /// Whether exports of the product grew.
    public boolean grows() {
      return growth.isPresent() && growth.getAsDouble() > 0;
    }
  }

  /// A demand of the South that is met by the North, for a product that an exporter of the South
  /// has an advantage in.
  ///
  /// @param importer who buys
  /// @param product code of the data's nomenclature
  /// @param north what it buys of it from the North, in the data's unit
  /// @param exporter how the exporter stands to that demand
  public record Opening(String importer, String product, double north, Candidate exporter) {}

  /// What is asked.
  ///
  /// @param growing whether only those count whose exports grew
  /// @param exporter only this one counts; empty for all
  /// @param items how many products at most
  /// @param candidates how many for each at most
  public record Wish(boolean growing, String exporter, int items, int candidates) {
    public Wish {
      if (items < 1 || candidates < 1) {
        throw new IllegalArgumentException("nothing is wished for");
      }
    }

    public Wish(boolean growing, int items, int candidates) {
      this(growing, "", items, candidates);
    }
  }
}
