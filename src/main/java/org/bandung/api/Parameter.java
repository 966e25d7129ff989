package org.bandung.api;

import java.util.List;
import java.util.stream.Stream;

/// Every query parameter of the API, with the example its documentation shows.
enum Parameter {
  LANG("lang", "fr", "string"),
  LIMIT("limit", "20", "integer"),
  CURSOR("cursor", "", "string"),
  AFTER("after", "now", "string"),
  MODALITY("modality", "triangular", "string"),
  COUNTRY("country", "KEN", "string"),
  ROLE("role", "provider", "string"),
  PARTNER("partner", "BRA", "string"),
  PROVIDER("provider", "BRA", "string"),
  RECIPIENT("recipient", "MOZ", "string"),
  ORGANISATION("organisation", "fao", "string"),
  ALONGSIDE("alongside", "undp", "string"),
  SCOPE("scope", "interregional", "string"),
  FORM("form", "training", "string"),
  DOMAIN("domain", "social", "string"),
  SECTOR("sector", "122", "string"),
  SDG("sdg", "17.9", "string"),
  REGION("region", "061", "string"),
  GROUPING("grouping", "CARICOM", "string"),
  YEAR("year", "2024", "integer"),
  SOURCE("source", "starter:bandung", "string"),
  SIGNAL("signal", "collaboration-type-8", "string"),
  WORDS("words", "water", "string"),
  SOUTH_SOUTH("southSouth", "true", "boolean"),
  COMPILATIONS("compilations", "false", "string"),
  KIND("kind", "coordinating-agency", "string"),
  ENTRY_KIND("kind", "solution", "string"),
  LANGUAGE("language", "fr", "string"),
  OPEN("open", "true", "boolean"),
  ON("on", "2024-06-30", "date"),
  MEASURE("measure", "given", "string"),
  IN("in", "USD", "string"),
  PRICES("prices", "2015", "string"),
  DEFLATOR("deflator", "us-gdp", "string"),
  ROWS("rows", "recipient", "string"),
  COLUMNS("columns", "year", "string"),
  WITHOUT("without", "CHN", "string"),
  FIGURE_COMPILATIONS("compilations", "true", "string"),
  FIGURE_COUNTRY("country", "BRA", "string"),
  FIGURE_PARTNER("partner", "ARG", "string"),
  FIGURE_PROVIDER("provider", "BRA", "string"),
  FIGURE_RECIPIENT("recipient", "MOZ,AGO", "string"),
  FIGURE_FACILITATOR("facilitator", "DEU", "string"),
  FIGURE_DUAL("dual", "BRA", "string"),
  FIGURE_ROLE("role", "dual", "string"),
  FIGURE_REGION("region", "002", "string"),
  FIGURE_PROVIDER_REGION("provider-region", "019", "string"),
  FIGURE_RECIPIENT_REGION("recipient-region", "002", "string"),
  FIGURE_SUBREGION("subregion", "014", "string"),
  FIGURE_GROUPING("grouping", "CARICOM", "string"),
  FIGURE_CATEGORY("category", "LDC", "string"),
  FIGURE_DEVELOPMENT("development", "south", "string"),
  FIGURE_MODALITY("modality", "triangular", "string"),
  FIGURE_SCOPE("scope", "interregional", "string"),
  FIGURE_KIND("kind", "project", "string"),
  FIGURE_FORM("form", "training", "string"),
  FIGURE_UNCTAD_GROUP("unctad-group", "C", "string"),
  FIGURE_TOSSD_MODALITY("tossd-modality", "C01", "string"),
  FIGURE_SDG_17_3_1("sdg-17-3-1", "a", "string"),
  FIGURE_SECTOR("sector", "health", "string"),
  FIGURE_SEGIB_SECTOR("segib-sector", "health", "string"),
  FIGURE_SEGIB_AREA("segib-area", "social", "string"),
  FIGURE_DOMAIN("domain", "social", "string"),
  FIGURE_SDG("sdg", "3", "string"),
  FIGURE_YEAR("year", "2012,2013", "string"),
  FIGURE_REPORTER("reporter", "starter:bandung", "string"),
  FIGURE_CONFIRMATION("confirmation", "both-sides", "string"),
  FIGURE_STATUS("status", "2", "string"),
  FIGURE_CONTRIBUTION("contribution", "commitment", "string"),
  CURRENCY("currency", "USD", "string"),
  AMOUNT("amount", "1250.50", "string"),
  FROM("from", "XOF", "string"),
  TO("to", "EUR", "string"),
  DATE("date", "2019-05", "string"),
  METHOD("method", "average", "string"),
  SHARES_OF("of", "trade", "string"),
  SPAN("span", "1", "integer"),
  PUBLISHED("published", "false", "boolean"),
  DATASET("dataset", "baci", "string"),
  SOUTH("south", "unctad", "string"),
  DATA_YEAR("year", "2021", "integer"),
  DEBT_YEAR("year", "2018", "integer"),
  DATA_GROUPING("grouping", "ASEAN", "string"),
  PRODUCT("product", "100630", "string"),
  EXPORTER("exporter", "THA", "string"),
  GROWING("growing", "false", "boolean"),
  CANDIDATES("candidates", "3", "integer"),
  FOOD_PRODUCTION("foodProduction", "5000", "string"),
  MARKETS("markets", "south", "string"),
  DEMAND("demand", "0.5", "number"),
  SUPPLY("supply", "1.5", "number");

  static final int LONGEST = 200;
  static final int MOST = 500;
  static final int USUAL = 50;

  private final String word;
  private final String example;
  private final String type;

  Parameter(String word, String example, String type) {
    this.word = word;
    this.example = example;
    this.type = type;
  }

  /// The name in an address.
  String word() {
    return word;
  }

  /// The key of what its documentation says.
  String key() {
    return switch (this) {
      case ENTRY_KIND -> "parameter.entry-kind";
      case FIGURE_COMPILATIONS -> "parameter.figure-compilations";
      case DATA_YEAR, DEBT_YEAR -> "parameter.data-year";
      case DATA_GROUPING -> "parameter.data-grouping";
      case FOOD_PRODUCTION -> "parameter.food-production";
      default -> "parameter." + (name().startsWith(FIGURE) ? "dimension" : word);
    };
  }

  /// A value that works; empty for the cursor, which is each list's own.
  String example() {
    return example;
  }

  /// `string`, `integer`, `number`, `boolean` or `date`.
  String type() {
    return type;
  }

  /// How the names of what figures can be narrowed to begin.
  private static final String FIGURE = "FIGURE_";

  /// What a table of figures is asked by.
  static final List<Parameter> FIGURES =
      Stream.concat(
              Stream.of(LANG, MEASURE, IN, PRICES, DEFLATOR, ROWS, COLUMNS, SOUTH_SOUTH, WITHOUT),
              Stream.of(values()).filter(p -> p.name().startsWith(FIGURE)))
          .toList();

  /// What an indicator is asked by: all but the measure, which is its own.
  static final List<Parameter> INDICATOR = FIGURES.stream().filter(p -> p != MEASURE).toList();

  static final List<Parameter> SPEAKING = List.of(LANG);

  /// What questions to the economy have in common.
  static final List<Parameter> ECONOMY = List.of(LANG, DATASET, SOUTH, DATA_YEAR);

  static final List<Parameter> PAGING = List.of(LANG, LIMIT, CURSOR);
  static final List<Parameter> ENTRY_FILTER =
      List.of(
          LANG,
          LIMIT,
          CURSOR,
          ENTRY_KIND,
          COUNTRY,
          ORGANISATION,
          FORM,
          DOMAIN,
          SECTOR,
          SDG,
          REGION,
          GROUPING,
          LANGUAGE,
          YEAR,
          SOURCE,
          WORDS,
          OPEN);
  static final List<Parameter> FILTER =
      List.of(
          LANG,
          LIMIT,
          CURSOR,
          MODALITY,
          COUNTRY,
          ROLE,
          PARTNER,
          PROVIDER,
          RECIPIENT,
          ORGANISATION,
          ALONGSIDE,
          SCOPE,
          FORM,
          DOMAIN,
          SECTOR,
          SDG,
          REGION,
          GROUPING,
          YEAR,
          SOURCE,
          SIGNAL,
          WORDS,
          SOUTH_SOUTH,
          COMPILATIONS);
}
