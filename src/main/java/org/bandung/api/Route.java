package org.bandung.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.api.frame.Addresses;
import org.bandung.api.json.ChangesJson;
import org.bandung.api.json.ConversionJson;
import org.bandung.api.json.CountryJson;
import org.bandung.api.json.DatasetJson;
import org.bandung.api.json.DefinedIndicatorJson;
import org.bandung.api.json.EntryJson;
import org.bandung.api.json.FiguresJson;
import org.bandung.api.json.FlowJson;
import org.bandung.api.json.FundJson;
import org.bandung.api.json.GroupingJson;
import org.bandung.api.json.ImportJson;
import org.bandung.api.json.InitiativeJson;
import org.bandung.api.json.MomentJson;
import org.bandung.api.json.OrganisationJson;
import org.bandung.api.json.RateJson;
import org.bandung.api.json.SourceJson;
import org.bandung.api.json.StatusJson;

/// Every address of the API: what it takes, what it answers. The OpenAPI document is made of this.
enum Route {
  COUNTRIES("/countries", with(Parameter.PAGING, Parameter.WORDS), CountryJson.Item.class, true),
  COUNTRY("/countries/{iso3}", Parameter.SPEAKING, CountryJson.class, false),
  GROUPINGS("/groupings", Parameter.PAGING, GroupingJson.Item.class, true),
  GROUPING("/groupings/{code}", List.of(Parameter.LANG, Parameter.ON), GroupingJson.class, false),
  ORGANISATIONS(
      "/organisations",
      with(Parameter.PAGING, Parameter.KIND, Parameter.COUNTRY, Parameter.WORDS),
      OrganisationJson.class,
      true),
  ORGANISATION("/organisations/{id}", Parameter.SPEAKING, OrganisationJson.class, false),
  INITIATIVES("/initiatives", Parameter.FILTER, InitiativeJson.Item.class, true),
  INITIATIVE("/initiatives/{id}", Parameter.SPEAKING, InitiativeJson.class, false),
  FLOWS("/flows", Parameter.FILTER, FlowJson.class, true),
  STATISTICS("/statistics", Parameter.FIGURES, FiguresJson.class, false),
  INDICATORS("/indicators", Parameter.PAGING, DefinedIndicatorJson.class, true),
  INDICATOR(
      "/indicators/{code}",
      Parameter.INDICATOR,
      DefinedIndicatorJson.IndicatorFigures.class,
      false),
  ENTRIES("/catalogue", Parameter.ENTRY_FILTER, EntryJson.Item.class, true),
  ENTRY("/catalogue/{id}", Parameter.SPEAKING, EntryJson.class, false),
  TIMELINE("/timeline", Parameter.PAGING, MomentJson.class, true),
  SOURCES("/sources", Parameter.PAGING, SourceJson.class, true),
  SOURCE("/sources/{key}", Parameter.SPEAKING, SourceJson.class, false),
  IMPORTS("/imports", Parameter.PAGING, ImportJson.class, true),
  IMPORT("/imports/{id}", Parameter.SPEAKING, ImportJson.class, false),
  RATES("/rates", with(Parameter.PAGING, Parameter.CURRENCY), RateJson.class, true),
  CONVERSIONS(
      "/conversions",
      List.of(
          Parameter.LANG,
          Parameter.AMOUNT,
          Parameter.FROM,
          Parameter.TO,
          Parameter.DATE,
          Parameter.METHOD),
      ConversionJson.class,
      false),
  FUNDS("/funds", Parameter.PAGING, FundJson.Item.class, true),
  FUND("/funds/{id}", Parameter.SPEAKING, FundJson.class, false),
  ECONOMY_SHARES(
      "/economy/shares",
      List.of(
          Parameter.LANG,
          Parameter.DATASET,
          Parameter.SOUTH,
          Parameter.SHARES_OF,
          Parameter.DATA_GROUPING,
          Parameter.SPAN,
          Parameter.PUBLISHED),
      Map.class,
      false),
  ECONOMY_DEPENDENCE(
      "/economy/countries/{iso3}/dependence",
      with(Parameter.ECONOMY, Parameter.LIMIT),
      Map.class,
      false),
  ECONOMY_COMPLEMENTARITY(
      "/economy/countries/{iso3}/complementarity",
      with(Parameter.ECONOMY, Parameter.LIMIT),
      Map.class,
      false),
  ECONOMY_PAIR("/economy/pairs/{pair}", Parameter.ECONOMY, Map.class, false),
  ECONOMY_STRUCTURE(
      "/economy/countries/{iso3}/structure",
      with(Parameter.ECONOMY, Parameter.LIMIT, Parameter.FOOD_PRODUCTION),
      Map.class,
      false),
  ECONOMY_POTENTIAL(
      "/economy/countries/{iso3}/potential",
      with(Parameter.ECONOMY, Parameter.LIMIT, Parameter.MARKETS),
      Map.class,
      false),
  ECONOMY_NETWORK(
      "/economy/network",
      with(Parameter.ECONOMY, Parameter.LIMIT, Parameter.DATA_GROUPING),
      Map.class,
      false),
  ECONOMY_SUBSTITUTION(
      "/economy/countries/{iso3}/substitution",
      with(
          Parameter.ECONOMY,
          Parameter.LIMIT,
          Parameter.PRODUCT,
          Parameter.EXPORTER,
          Parameter.GROWING,
          Parameter.CANDIDATES),
      Map.class,
      false),
  ECONOMY_OPENINGS(
      "/economy/countries/{iso3}/openings",
      with(Parameter.ECONOMY, Parameter.LIMIT, Parameter.PRODUCT),
      Map.class,
      false),
  ECONOMY_PRODUCT(
      "/economy/products/{product}",
      with(
          Parameter.ECONOMY,
          Parameter.LIMIT,
          Parameter.DATA_GROUPING,
          Parameter.DEMAND,
          Parameter.SUPPLY),
      Map.class,
      false),
  ECONOMY_DEBT(
      "/economy/countries/{iso3}/debt",
      List.of(Parameter.LANG, Parameter.SOUTH, Parameter.LIMIT),
      Map.class,
      false),
  ECONOMY_DEBTS(
      "/economy/debt",
      List.of(Parameter.LANG, Parameter.SOUTH, Parameter.DEBT_YEAR, Parameter.LIMIT),
      Map.class,
      false),
  DATASETS("/economy/datasets", Parameter.PAGING, DatasetJson.class, true),
  DATASET("/economy/datasets/{code}", Parameter.SPEAKING, DatasetJson.class, false),
  CHANGES(
      "/changes",
      List.of(Parameter.LANG, Parameter.LIMIT, Parameter.AFTER),
      ChangesJson.class,
      false),
  STATUS("/status", Parameter.SPEAKING, StatusJson.class, false),
  READY("/ready", Parameter.SPEAKING, StatusJson.Ready.class, false),
  OPENAPI("/openapi.json", Parameter.SPEAKING, Map.class, false);

  private final String path;
  private final List<Parameter> parameters;
  private final Class<?> answer;
  private final boolean list;

  Route(String path, List<Parameter> parameters, Class<?> answer, boolean list) {
    this.path = path;
    this.parameters = parameters;
    this.answer = answer;
    this.list = list;
  }

  private static List<Parameter> with(List<Parameter> some, Parameter... more) {
    var all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  String path() {
    return Addresses.ROOT + path;
  }

  /// The address with this id in its path.
  String pathOf(String id) {
    return Addresses.ROOT + path.replace("{" + pathVariable() + "}", id);
  }

  /// What the document calls it; of a single thing, its kind.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /// The record it answers with, or the record of one item of its list.
  Class<?> answer() {
    return answer;
  }

  /// Whether its answers change with the change log and the program only, so that they carry a tag:
  /// runs of imports and counts do not, and what holds today changes with the day.
  boolean tagged() {
    return switch (this) {
      case COUNTRIES,
          COUNTRY,
          GROUPINGS,
          GROUPING,
          ORGANISATIONS,
          ORGANISATION,
          INITIATIVES,
          INITIATIVE,
          FLOWS,
          ENTRY,
          TIMELINE,
          ECONOMY_SHARES,
          ECONOMY_DEPENDENCE,
          ECONOMY_COMPLEMENTARITY,
          ECONOMY_PAIR,
          ECONOMY_STRUCTURE,
          ECONOMY_POTENTIAL,
          ECONOMY_NETWORK,
          ECONOMY_SUBSTITUTION,
          ECONOMY_OPENINGS,
          ECONOMY_PRODUCT,
          ECONOMY_DEBT,
          ECONOMY_DEBTS,
          DATASETS,
          DATASET,
          CHANGES ->
          true;
      case STATISTICS,
          INDICATORS,
          INDICATOR,
          ENTRIES,
          SOURCES,
          SOURCE,
          IMPORTS,
          IMPORT,
          RATES,
          CONVERSIONS,
          FUNDS,
          FUND,
          STATUS,
          READY,
          OPENAPI ->
          false;
    };
  }

  /// Whether it answers as the terminal does: what the figures rest on under `about`, and then
  /// fields of its own.
  boolean ofEconomy() {
    return path.startsWith("/economy/") && answer == Map.class;
  }

  boolean list() {
    return list;
  }

  /// The name of the id in the path, or nothing.
  String pathVariable() {
    int from = path.indexOf('{');
    return from < 0 ? "" : path.substring(from + 1, path.indexOf('}'));
  }
}
