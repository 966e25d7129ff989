package org.bandung.api;

import java.util.List;

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
  CURRENCY("currency", "USD", "string"),
  AMOUNT("amount", "1250.50", "string"),
  FROM("from", "XOF", "string"),
  TO("to", "EUR", "string"),
  DATE("date", "2019-05", "string"),
  METHOD("method", "average", "string");

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
    return "parameter." + (this == ENTRY_KIND ? "entry-kind" : word);
  }

  /// A value that works; empty for the cursor, which is each list's own.
  String example() {
    return example;
  }

  /// `string`, `integer`, `boolean` or `date`.
  String type() {
    return type;
  }

  static final List<Parameter> SPEAKING = List.of(LANG);
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
