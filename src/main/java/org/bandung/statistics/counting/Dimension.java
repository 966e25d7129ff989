package org.bandung.statistics.counting;

import java.util.Locale;
import java.util.Optional;

/// What figures can be broken down by and narrowed to.
///
/// An initiative may carry several codes of a dimension: it counts once for each, and once in the
/// total, so that rows are never to be added up. An amount counts for the codes of the flow it is,
/// where a flow has its own.
public enum Dimension {
  /// A country that takes part, in any role.
  COUNTRY(Of.FLOW, Names.COUNTRY),
  /// With a country named: each other country that takes part.
  PARTNER(Of.FLOW, Names.COUNTRY),
  PROVIDER(Of.FLOW, Names.COUNTRY),
  RECIPIENT(Of.FLOW, Names.COUNTRY),
  FACILITATOR(Of.RECORD, Names.COUNTRY),
  /// A country that gives and receives in one initiative.
  DUAL(Of.RECORD, Names.COUNTRY),
  /// A role, code of `participant-role`; with a country named, its own.
  ROLE(Of.RECORD, Names.SCHEME, "participant-role"),
  /// Regions of M49 of the first level.
  REGION(Of.FLOW, Names.REGION),
  PROVIDER_REGION(Of.FLOW, Names.REGION),
  RECIPIENT_REGION(Of.FLOW, Names.REGION),
  /// Regions of M49 of the second level.
  SUBREGION(Of.FLOW, Names.REGION),
  /// Groupings to which a country that takes part belonged at the date.
  GROUPING(Of.FLOW, Names.GROUPING),
  /// LDC, LLDC, SIDS: what a recipient was at the date.
  CATEGORY(Of.FLOW, Names.CATEGORY),
  /// South, North: what a recipient was at the date.
  DEVELOPMENT(Of.FLOW, Names.WORD),
  MODALITY(Of.RECORD, Names.SCHEME, "modality"),
  SCOPE(Of.RECORD, Names.SCHEME, "scope"),
  KIND(Of.RECORD, Names.WORD),
  FORM(Of.FLOW, Names.SCHEME, "cooperation-form"),
  UNCTAD_GROUP(Of.FLOW, Names.SCHEME, "unctad-group"),
  TOSSD_MODALITY(Of.FLOW, Names.SCHEME, "tossd-modality"),
  /// Sub-indicators of SDG indicator 17.3.1, as far as forms of cooperation tell.
  SDG_17_3_1(Of.FLOW, Names.SCHEME, "sdg-17-3-1"),
  SECTOR(Of.FLOW, Names.SCHEME, "dac-sector-group"),
  SEGIB_SECTOR(Of.RECORD, Names.SCHEME, "segib-sector"),
  SEGIB_AREA(Of.RECORD, Names.SCHEME, "segib-area"),
  DOMAIN(Of.RECORD, Names.SCHEME, "un-domain"),
  SDG(Of.RECORD, Names.SCHEME, "sdg"),
  YEAR(Of.FLOW, Names.NUMBER),
  REPORTER(Of.RECORD, Names.SOURCE),
  /// Who stands behind what is said.
  CONFIRMATION(Of.RECORD, Names.WORD),
  STATUS(Of.RECORD, Names.SCHEME, "iati-activity-status"),
  /// The kind of a contribution.
  CONTRIBUTION(Of.FLOW, Names.SCHEME, "contribution-kind");

  /// Of what it is a trait.
  public enum Of {
    /// The initiative; its flows take it over.
    RECORD,
    /// A flow has its own.
    FLOW
  }

  /// Where the names of its codes are.
  public enum Names {
    COUNTRY,
    REGION,
    GROUPING,
    CATEGORY,
    SCHEME,
    SOURCE,
    /// Words of the program.
    WORD,
    /// Codes speak for themselves.
    NUMBER
  }

  private final Of of;
  private final Names names;
  private final String scheme;

  Dimension(Of of, Names names) {
    this(of, names, "");
  }

  Dimension(Of of, Names names, String scheme) {
    this.of = of;
    this.names = names;
    this.scheme = scheme;
  }

  /// The name of the parameter in every door: `recipient-region`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The dimension of that name.
  public static Optional<Dimension> named(String word) {
    for (var dimension : values()) {
      if (dimension.word().equals(word)) {
        return Optional.of(dimension);
      }
    }
    return Optional.empty();
  }

  public Of of() {
    return of;
  }

  public Names names() {
    return names;
  }

  /// The scheme its codes are of; empty if they are none of a scheme.
  public String scheme() {
    return scheme;
  }

  /// Whether its codes are countries, which all share one list.
  public boolean countries() {
    return names == Names.COUNTRY;
  }
}
