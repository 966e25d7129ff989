package org.bandung.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.bandung.economy.Complementarities.Fits;
import org.bandung.economy.Complementarities.Pair;
import org.bandung.economy.Complementarities.PairFit;
import org.bandung.economy.Debts.Debt;
import org.bandung.economy.Producers.Elasticities;
import org.bandung.economy.Producers.Power;
import org.bandung.economy.Producers.Product;
import org.bandung.economy.Shortlist.Candidate;
import org.bandung.economy.SouthShares.Group;
import org.bandung.economy.SouthShares.Part;
import org.bandung.economy.SouthShares.Trade;
import org.bandung.economy.Substitutions.Found;
import org.bandung.economy.Substitutions.Opened;
import org.bandung.economy.indices.PairBias;
import org.jspecify.annotations.Nullable;

/// Answers as programs read them, the same at the terminal and in the API: codes, numbers and null
/// for what the data do not tell.
public final class Answers {

  private Answers() {}

  /// A number, or null for what the data do not tell.
  public static @Nullable Double told(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /// The beginning of each answer: what it rests on.
  public static Map<String, @Nullable Object> answer(Told told) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("about", about(told));
    return answer;
  }

  /// What an answer rests on, as [Told] has it.
  ///
  /// @param partial whether too few countries report to speak of the world
  public record About(
      String dataset,
      String unit,
      String nomenclature,
      String source,
      String file,
      int year,
      String south,
      String otherSouth,
      int reporters,
      boolean partial) {}

  private static About about(Told told) {
    return new About(
        told.dataset(),
        told.unit(),
        told.nomenclature(),
        told.source(),
        told.file(),
        told.year(),
        told.south(),
        told.otherSouth(),
        told.reporters(),
        told.partial());
  }

  /// Dependence of a country, with at most so many partners and lines of each kind.
  public static Map<String, @Nullable Object> of(Dependence d, int limit) {
    var answer = answer(d.told());
    answer.put("country", d.country());
    answer.put("exposures", d.exposures().stream().map(Answers::exposure).toList());
    answer.put("markets", partners(d.markets(), limit));
    answer.put("sources", partners(d.sources(), limit));
    answer.put("otherMarkets", sides(d.otherMarkets()));
    answer.put("otherSources", sides(d.otherSources()));
    answer.put("sold", d.sold().map(l -> lines(l, limit)).orElse(null));
    answer.put("bought", d.bought().map(l -> lines(l, limit)).orElse(null));
    answer.put("creditors", d.creditors().map(c -> partners(c, limit)).orElse(null));
    answer.put(
        "years",
        d.years().stream()
            .map(y ->
                row(
                    "year", y.year(),
                    "northMarkets", told(y.markets()),
                    "northSources", told(y.sources())))
            .toList());
    return answer;
  }

  private static Map<String, @Nullable Object> exposure(Dependence.Exposure exposure) {
    return row(
        "measure", exposure.code(),
        "value", told(exposure.value()),
        "other", told(exposure.other()),
        "dependsOnSouth", exposure.bySouth(),
        "year", exposure.year());
  }

  /// Shares of the sides alone.
  public static Map<String, @Nullable Object> sides(Partners partners) {
    return row(
        "year", partners.year(),
        "total", told(partners.told()),
        "northShare", told(partners.northShare()),
        "southShare", told(partners.southShare()),
        "southShareWithoutLargest", told(partners.withoutLargestSouthern().southShare()),
        "otherShare", told(partners.otherShare()));
  }

  /// With whom, the largest first, and how concentrated.
  public static Map<String, @Nullable Object> partners(Partners partners, int limit) {
    var all = sides(partners);
    all.put("hhi", told(partners.hhi()));
    all.put("theil", told(partners.theil()));
    all.put("topThree", told(partners.topThree()));
    all.put("number", partners.partners().size());
    all.put(
        "partners",
        partners.partners().stream()
            .limit(limit)
            .map(p -> row("code", p.code(), "value", p.value(), "side", word(p.side())))
            .toList());
    return all;
  }

  // The word of a side is the same at the terminal and in the API, whoever writes the JSON.
  public static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> lines(ProductLines lines, int limit) {
    return row(
        "year", lines.year(),
        "total", lines.total(),
        "number", lines.lines().size(),
        "hhi", told(lines.hhi()),
        "theil", told(lines.theil()),
        "topThree", told(lines.topThree()),
        "singleShare", told(lines.singleShare()),
        "allNorthernShare", told(lines.allNorthernShare()),
        "lines", lines.lines().stream().limit(limit).toList(),
        "exposed", lines.exposed(limit));
  }

  /// How countries of the South fit a country.
  public static Map<String, @Nullable Object> of(Fits fits, int limit) {
    var answer = answer(fits.told());
    answer.put("structure", fits.structure().map(Answers::about).orElse(null));
    answer.put("country", fits.country());
    answer.put("partners", fits.partners().stream().limit(limit).map(Answers::fit).toList());
    return answer;
  }

  private static Map<String, @Nullable Object> fit(PairFit fit) {
    return row(
        "partner", fit.partner(),
        "exports", told(fit.exports()),
        "imports", told(fit.imports()),
        "fitOfExports", told(fit.fitOfExports()),
        "fitOfImports", told(fit.fitOfImports()),
        "similarity", told(fit.similarity()),
        "intensityOfExports", told(fit.intensityOfExports()),
        "intensityOfImports", told(fit.intensityOfImports()));
  }

  /// Two countries.
  public static Map<String, @Nullable Object> of(Pair pair) {
    var answer = answer(pair.told());
    answer.put("structure", pair.structure().map(Answers::about).orElse(null));
    answer.put("country", pair.country());
    answer.put("fit", fit(pair.fit()));
    answer.put("grubelLloyd", told(pair.grubelLloyd()));
    answer.put("grubelLloydAdjusted", told(pair.adjusted()));
    answer.put("biasOfExports", bias(pair.there()));
    answer.put("biasOfImports", bias(pair.back()));
    answer.put("ties", ties(pair.ties()));
    answer.put(
        "years",
        pair.years().stream()
            .map(y ->
                row(
                    "year", y.year(),
                    "exports", told(y.exports()),
                    "imports", told(y.imports())))
            .toList());
    return answer;
  }

  private static Map<String, @Nullable Object> bias(PairBias bias) {
    return row(
        "intensity", told(bias.intensity()),
        "commodityBias", told(bias.commodityBias()),
        "countryBias", told(bias.countryBias()),
        "homogeneousIntensity", told(bias.homogeneous()),
        "preference", told(bias.preference()));
  }

  private static Map<String, @Nullable Object> ties(Ties ties) {
    return row(
        "distanceKm", told(ties.distanceKm()),
        "languages", ties.languages(),
        "agreements", ties.agreements());
  }

  /// What could be bought in the South instead.
  public static Map<String, @Nullable Object> of(Found found) {
    var answer = answer(found.told());
    var list = found.shortlist();
    answer.put("importer", list.importer());
    answer.put("yearBefore", list.yearBefore() == list.year() ? null : list.yearBefore());
    answer.put("considered", list.considered());
    answer.put("withoutSupplier", list.withoutSupplier());
    answer.put(
        "items",
        list.items().stream()
            .map(i ->
                row(
                    "product", i.line().product(),
                    "imports", i.line().total(),
                    "fromNorth", i.line().north(),
                    "fromSouth", i.line().south(),
                    "sources", i.line().partners(),
                    "eligible", i.eligible(),
                    "candidates", i.candidates().stream().map(Answers::candidate).toList()))
            .toList());
    return answer;
  }

  private static Map<String, @Nullable Object> candidate(Candidate candidate) {
    return row(
        "country", candidate.country(),
        "score", candidate.score(),
        "exports", candidate.exports(),
        "supplies", candidate.supplies(),
        "advantage", candidate.advantage(),
        "growth", told(candidate.growth()),
        "capacity", candidate.capacity(),
        "ties", ties(candidate.ties()),
        "terms", candidate.terms());
  }

  /// Where else the South buys from the North what a country exports well.
  public static Map<String, @Nullable Object> of(Opened opened) {
    var answer = answer(opened.told());
    answer.put("exporter", opened.exporter());
    answer.put(
        "openings",
        opened.openings().stream()
            .map(o ->
                row(
                    "importer", o.importer(),
                    "product", o.product(),
                    "fromNorth", o.north(),
                    "exporter", candidate(o.exporter())))
            .toList());
    return answer;
  }

  /// Who exports a product, market power under the usual elasticities.
  public static Map<String, @Nullable Object> of(Product product, int limit) {
    return of(product, Elasticities.USUAL, limit);
  }

  /// Who exports a product, with the market power of members under elasticities.
  public static Map<String, @Nullable Object> of(
      Product product, Elasticities elasticities, int limit) {
    var answer = answer(product.told());
    answer.put("product", product.product());
    answer.put("exporters", partners(product.exporters(), limit));
    answer.put("otherExporters", sides(product.otherExporters()));
    answer.put("years", product.years().stream().map(Answers::sides).toList());
    answer.put("otherYears", product.otherYears().stream().map(Answers::sides).toList());
    answer.put(
        "elasticities", row("demand", elasticities.demand(), "supply", elasticities.supply()));
    answer.put(
        "members",
        product.members().stream()
            .map(m ->
                row(
                    "year", m.year(),
                    "share", told(m.share()),
                    "lerner", power(m.power(elasticities)),
                    "reporting", m.reporting(),
                    "belonging", m.belonging()))
            .toList());
    return answer;
  }

  private static Map<String, @Nullable Object> power(Power power) {
    return row(
        "value", told(power.value()),
        "low", told(power.low()),
        "high", told(power.high()),
        "verdict", power.verdict().orElse(null));
  }

  /// The debt of a country, with at most so many creditors of each year.
  public static Map<String, @Nullable Object> of(Debt debt, int limit) {
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("about", debt.told().isEmpty() ? null : about(debt.told().getFirst()));
    answer.put("datasets", debt.told().stream().map(Answers::about).toList());
    answer.put("debtor", debt.debtor());
    answer.put("stocks", debt.stocks().stream().map(o -> owed(o, limit)).toList());
    answer.put("otherStock", debt.otherStock().map(o -> owed(o, limit)).orElse(null));
    answer.put("service", debt.service().stream().map(o -> owed(o, limit)).toList());
    answer.put("panel", debt.panel());
    answer.put("reliefs", debt.reliefs().stream().map(Answers::relief).toList());
    return answer;
  }

  /// What all countries owe.
  public static Map<String, @Nullable Object> of(Debts.Overview overview, int limit) {
    var answer = answer(overview.told());
    answer.put("all", owed(overview.all(), limit));
    answer.put("otherAll", owed(overview.otherAll(), limit));
    answer.put(
        "debtors",
        overview.debtors().stream()
            .map(d -> {
              var row = row("country", d.country());
              row.putAll(owed(d.owed(), limit));
              row.put("otherSouthShare", told(d.other().share(Side.SOUTH)));
              return row;
            })
            .toList());
    return answer;
  }

  private static Map<String, @Nullable Object> owed(Owed owed, int limit) {
    var row =
        row(
            "year", owed.year(),
            "total", owed.claims().isEmpty() ? null : owed.total(),
            "stated", told(owed.stated()),
            "southShare", told(owed.share(Side.SOUTH)),
            "northShare", told(owed.share(Side.NORTH)),
            "officialSouthShare", told(owed.officialShare(Side.SOUTH)),
            "largestSouthern", owed.largestSouthern().orElse(null),
            "southShareWithoutLargest",
                owed.largestSouthern()
                    .map(l -> told(owed.without(l).share(Side.SOUTH)))
                    .orElse(null));
    var kinds = new LinkedHashMap<String, @Nullable Object>();
    Owed.KINDS.forEach(kind -> kinds.put(kind, owed.claims().isEmpty() ? null : owed.of(kind)));
    row.put("kinds", kinds);
    row.put("number", owed.claims().size());
    row.put(
        "creditors",
        owed.claims().stream()
            .limit(limit)
            .map(c ->
                row(
                    "creditor", c.creditor(),
                    "kind", c.kind(),
                    "side", word(c.side()),
                    "value", c.value()))
            .toList());
    return row;
  }

  private static Map<String, @Nullable Object> relief(Debts.Relief relief) {
    return row(
        "dataset", relief.dataset(),
        "kind", relief.kind(),
        "unit", relief.unit(),
        "year", relief.year() == 0 ? null : relief.year(),
        "event", relief.event(),
        "creditor", relief.creditor(),
        "value", told(relief.value()),
        "mark", relief.mark().isEmpty() ? null : relief.mark());
  }

  /// The South's trade with itself.
  public static Map<String, @Nullable Object> of(Trade trade) {
    var answer = answer(trade.told());
    answer.put("years", trade.years().stream().map(Answers::shares).toList());
    answer.put("otherYears", trade.otherYears().stream().map(Answers::shares).toList());
    answer.put("largest", trade.largest().orElse(null));
    answer.put("withoutLargest", trade.withoutLargest().stream().map(Answers::shares).toList());
    return answer;
  }

  private static Map<String, @Nullable Object> shares(TradeShares shares) {
    return row(
        "year", shares.year(),
        "world", shares.world(),
        "southExports", shares.southExports(),
        "southImports", shares.southImports(),
        "southSouth", shares.southSouth(),
        "unplaced", shares.unplaced(),
        "exporters", shares.exporters(),
        "ofWorld", told(shares.ofWorld()),
        "ofSouthernExports", told(shares.ofSouthernExports()),
        "ofSouthernImports", told(shares.ofSouthernImports()),
        "southInWorld", told(shares.southInWorld()));
  }

  /// The South's part in output or investment.
  public static Map<String, @Nullable Object> of(Part part) {
    var answer = answer(part.told());
    answer.put("unit", part.unit());
    answer.put("span", part.span());
    answer.put("years", part.years().stream().map(Answers::growth).toList());
    answer.put("otherYears", part.otherYears().stream().map(Answers::growth).toList());
    answer.put("largest", part.largest().orElse(null));
    answer.put("withoutLargest", part.withoutLargest().stream().map(Answers::growth).toList());
    return answer;
  }

  private static Map<String, @Nullable Object> growth(Growth growth) {
    return row(
        "from", growth.from(),
        "to", growth.to(),
        "ofGrowth", told(growth.ofGrowth()),
        "ofLevel", told(growth.ofLevel()),
        "counted", growth.counted(),
        "leftOut", growth.leftOut());
  }

  /// What members of a grouping trade with each other.
  public static Map<String, @Nullable Object> of(Group group) {
    var answer = answer(group.told());
    answer.put("grouping", group.grouping());
    answer.put("years", group.years().stream().map(Answers::inGroup).toList());
    answer.put("largest", group.largest().orElse(null));
    answer.put("withoutLargest", group.withoutLargest().stream().map(Answers::inGroup).toList());
    return answer;
  }

  private static Map<String, @Nullable Object> inGroup(GroupTrade trade) {
    return row(
        "year", trade.year(),
        "members", List.copyOf(new TreeSet<>(trade.members())),
        "reporting", trade.reporting().size(),
        "exports", told(trade.toldExports()),
        "imports", told(trade.toldImports()),
        "intra", told(trade.toldIntra()),
        "ofExports", told(trade.ofExports()),
        "ofImports", told(trade.ofImports()),
        "intensity", told(trade.intensity()));
  }

  /// Names and values by turns.
  public static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return row;
  }
}
