package org.bandung.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Requests that work on every node that holds the starter collection. The document shows them, and
/// a test sends each of them to such a node.
final class Examples {

  private Examples() {}

  /// What stands in the path; nothing where the path is fixed.
  static String pathValue(Route route) {
    return switch (route) {
      case COUNTRY -> "KEN";
      case GROUPING -> "CARICOM";
      case ORGANISATION -> "undp";
      case INITIATIVE -> "ebbqfqker6m6a4eh"; // a factory for medicines, Brazil and Mozambique
      case ENTRY -> "npyp01kecf3d0624"; // of docs/examples/solutions.csv
      case INDICATOR -> "share-triangular";
      case SOURCE -> "starter:bandung";
      case IMPORT -> "1";
      case FUND -> "0f5a3v9k2m7q1x8t"; // shown where a fund has this id
      case ECONOMY_DEPENDENCE,
          ECONOMY_COMPLEMENTARITY,
          ECONOMY_STRUCTURE,
          ECONOMY_POTENTIAL,
          ECONOMY_SUBSTITUTION,
          ECONOMY_DEBT ->
          "KEN";
      case ECONOMY_OPENINGS -> "THA";
      case ECONOMY_PAIR -> "KEN-THA";
      case ECONOMY_PRODUCT -> "100630";
      case DATASET -> "baci";
      default -> "";
    };
  }

  /// Whole addresses below the node's own, the plainest first.
  static List<String> addresses(Route route) {
    return Stream.concat(Stream.of(""), queries(route).stream())
        .map(query -> route.pathOf(pathValue(route)) + query)
        .toList();
  }

  private static List<String> queries(Route route) {
    return switch (route) {
      case COUNTRIES -> List.of("?lang=es&limit=10", "?words=island&limit=5");
      case GROUPING -> List.of("?on=2000-01-01&lang=fr");
      case ORGANISATIONS -> List.of("?kind=coordinating-agency&country=BRA&lang=pt");
      case INITIATIVES ->
          List.of(
              "?country=KEN&role=provider&modality=triangular&southSouth=true",
              "?provider=BRA&recipient=MOZ&lang=pt",
              "?grouping=CARICOM&domain=social&limit=5",
              "?region=061&sdg=17.9&lang=zh",
              "?words=water&source=starter%3Abandung&scope=intraregional");
      case FLOWS -> List.of("?southSouth=true&lang=es", "?provider=BRA&year=2010");
      case STATISTICS ->
          List.of(
              "?rows=modality&columns=year&compilations=true&lang=fr",
              "?rows=partner&country=BRA&sector=health,education",
              "?measure=given&in=USD&rows=recipient&southSouth=true&without=BRA",
              "?measure=given&in=USD&prices=2015&rows=year");
      case INDICATORS -> List.of("?lang=ru&limit=5");
      case INDICATOR -> List.of("?rows=year&compilations=true&lang=pt");
      case ENTRIES ->
          List.of("?kind=solution&open=true&lang=ar", "?sector=122&language=pt&limit=5");
      case TIMELINE -> List.of("?lang=es&limit=10");
      case RATES -> List.of("?currency=USD&limit=10");
      case CONVERSIONS ->
          List.of(
              "?amount=655957&from=XOF&to=EUR&date=2019-05-03",
              "?amount=100&from=USD&to=EUR&date=2019&method=end-of-period&lang=fr");
      case FUNDS -> List.of("?lang=ar&limit=10");
      case ECONOMY_SHARES -> List.of("?south=G77", "?grouping=ASEAN");
      case ECONOMY_DEPENDENCE -> List.of("?year=2021&south=G77&limit=5");
      case ECONOMY_STRUCTURE -> List.of("?year=2021&foodProduction=5000&limit=5");
      case ECONOMY_POTENTIAL -> List.of("?markets=south&limit=5");
      case ECONOMY_NETWORK -> List.of("?grouping=ASEAN&limit=5");
      case ECONOMY_SUBSTITUTION ->
          List.of("?product=100630&candidates=5", "?exporter=THA&growing=true&limit=10");
      case ECONOMY_OPENINGS -> List.of("?product=100630&limit=5");
      case ECONOMY_PRODUCT -> List.of("?grouping=ASEAN", "?grouping=ASEAN&demand=0.5&supply=1.5");
      case ECONOMY_DEBTS -> List.of("?year=2018&south=G77");
      case CHANGES -> List.of("?limit=100", "?after=" + ChangeRoutes.NOW);
      default -> List.of();
    };
  }

  /// A cursor such as a page of this list gives out.
  static String cursor(Route route) {
    var inside =
        switch (route) {
          case INITIATIVES, ENTRIES -> "16436.zzzzzzzzzzzzzzzz"; // what began before 2015
          case ORGANISATIONS -> "undp\nunited nations";
          case IMPORTS -> "k:" + "%019d".formatted(Long.MAX_VALUE - 2);
          case DATASETS -> "k:a";
          case TIMELINE -> "k:1978-12-19.bapa-endorsed";
          default -> "k:CARICOM";
        };
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(inside.getBytes(StandardCharsets.UTF_8));
  }
}
