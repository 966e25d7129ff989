package org.bandung.web.scenarios;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Tariffs;
import org.bandung.economy.scenarios.NodeTariffs;
import org.bandung.economy.scenarios.NodeTrade;
import org.bandung.economy.scenarios.Scenario.About;
import org.bandung.economy.scenarios.Scenario.Trade.InDataset;
import org.bandung.economy.scenarios.ScenarioText;
import org.bandung.observations.Dataset.Series;
import org.bandung.web.frame.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A form filled with trade of this node, as links from other pages ask for it:
/// `importer=QMM&product=0713`, and `dataset` and `year` where not the usual ones are meant.
@Component
final class ScenarioPrefill {

  /// Larger sources first; what is smaller is told to be left out.
  private static final int MOST = 60;

  private final NodeTrade trade;
  private final NodeTariffs tariffs;

  ScenarioPrefill(NodeTrade trade, NodeTariffs tariffs) {
    this.trade = trade;
    this.tariffs = tariffs;
  }

  /// What was found for a link.
  ///
  /// @param fields of the form; empty if no dataset holds such trade
  /// @param more how many smaller flows are left out
  /// @param rated for how many of those that are filled in a tariff is known
  /// @param shown how many are filled in
  record Filled(String importer, Map<String, String> fields, int more, int rated, int shown) {}

  /// Nothing if no link asks for it.
  Optional<Filled> of(HttpServletRequest request) {
    var importer = request.getParameter("importer");
    if (importer == null || importer.isBlank()) {
      return Optional.empty();
    }
    var product = Optional.ofNullable(request.getParameter("product")).orElse("").strip();
    require(ScenarioText.isRegion(importer.strip()), "importer");
    require(product.isEmpty() || ScenarioText.isProduct(product), "product");
    var year = year(request.getParameter("year"));
    var named = request.getParameter("dataset");
    require(named == null || named.matches("[a-z0-9][a-z0-9-]{0,39}"), "dataset");
    return Optional.of(
        candidates(named).stream()
            .flatMap(source -> fill(source, importer.strip(), product, year).stream())
            .findFirst()
            .orElseGet(() -> new Filled(importer.strip(), Map.of(), 0, 0, 0)));
  }

  private static void require(boolean holds, String parameter) {
    if (!holds) {
      throw new Refusal.BadParameter(parameter);
    }
  }

  private static @Nullable Integer year(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    require(text.matches("(18|19|20|21)[0-9]{2}"), "year");
    return Integer.valueOf(text);
  }

  /// Series of trade, the latest first.
  private List<Source> candidates(@Nullable String named) {
    return trade.series().stream()
        .filter(s -> named == null || s.dataset().code().equals(named))
        .sorted(
            Comparator.comparing((Source s) -> lastYear(s))
                .reversed()
                .thenComparing(s -> s.dataset().code()))
        .toList();
  }

  private static int lastYear(Source source) {
    return source
        .dataset()
        .series(source.series())
        .map(Series::lastYear)
        .orElse(source.dataset().lastYear());
  }

  private Optional<Filled> fill(
      Source source, String importer, String product, @Nullable Integer year) {
    int wanted = year == null ? lastYear(source) : year;
    var about = new About("", java.util.OptionalInt.empty(), "", "");
    // All products of a country, each by itself, are more than any form holds.
    var found =
        product.isEmpty()
            ? trade.totals(asked(source, wanted, importer, Set.of()), about)
            : trade.look(asked(source, wanted, importer, Set.of(product)), about);
    if (found.flows().isEmpty()) {
      return Optional.empty();
    }
    var largest =
        found.flows().stream()
            .sorted(Comparator.comparingDouble(Flow::value).reversed())
            .limit(MOST)
            .toList();
    var fields = new LinkedHashMap<String, String>();
    fields.put("unit", found.about().unit());
    fields.put("year", Integer.toString(wanted));
    fields.put("source", found.about().source());
    fields.put("importers", importer);
    var known = tariffs.usual(wanted, largest);
    known.ifPresent(k -> fields.put("tariffs", k.about().tariffs()));
    var rates = new Tariffs(known.map(NodeTariffs.Found::rates).orElse(List.of()));
    fields.put("lines", ScenarioLines.of(largest, rates));
    return Optional.of(
        new Filled(
            importer,
            fields,
            found.flows().size() - largest.size(),
            (int) largest.stream().filter(f -> rates.against(f).isPresent()).count(),
            largest.size()));
  }

  private static InDataset asked(Source source, int year, String importer, Set<String> products) {
    return new InDataset(
        source.dataset().code(), source.series(), year, Set.of(importer), Set.of(), products);
  }
}
