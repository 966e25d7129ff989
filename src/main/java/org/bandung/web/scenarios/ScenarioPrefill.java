package org.bandung.web.scenarios;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.scenarios.NodeTrade;
import org.bandung.economy.scenarios.Scenario.About;
import org.bandung.economy.scenarios.Scenario.Trade.InDataset;
import org.bandung.economy.scenarios.ScenarioText;
import org.bandung.observations.Dataset;
import org.bandung.observations.Observations;
import org.bandung.web.frame.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A form filled with trade of this node, as links from other pages ask for it:
/// `importer=QMM&product=0713`, and `dataset` and `year` where not the usual ones are meant.
@Component
final class ScenarioPrefill {

  private static final String SERIES = "exports";

  /// Larger sources first; what is smaller is told to be left out.
  private static final int MOST = 60;

  private final Observations observations;

  ScenarioPrefill(Observations observations) {
    this.observations = observations;
  }

  /// What was found for a link.
  ///
  /// @param fields of the form; empty if no dataset holds such trade
  /// @param more how many smaller flows are left out
  record Filled(String importer, Map<String, String> fields, int more) {}

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
            .flatMap(dataset -> fill(dataset, importer.strip(), product, year).stream())
            .findFirst()
            .orElseGet(() -> new Filled(importer.strip(), Map.of(), 0)));
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

  /// Datasets of exports, the latest first.
  private List<Dataset> candidates(@Nullable String named) {
    return observations.datasets().stream()
        .filter(d -> named == null || d.code().equals(named))
        .filter(d -> d.series(SERIES).isPresent())
        .sorted(Comparator.comparing(Dataset::lastYear).reversed().thenComparing(Dataset::code))
        .toList();
  }

  private Optional<Filled> fill(
      Dataset dataset, String importer, String product, @Nullable Integer year) {
    int wanted = year == null ? dataset.series(SERIES).orElseThrow().lastYear() : year;
    var about = new About("", java.util.OptionalInt.empty(), "", "");
    // All products of a country, each by itself, are more than any form holds.
    var found =
        product.isEmpty()
            ? NodeTrade.totals(observations, asked(dataset, wanted, importer, Set.of()), about)
            : NodeTrade.look(
                observations, asked(dataset, wanted, importer, Set.of(product)), about);
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
    fields.put("lines", ScenarioLines.of(largest));
    return Optional.of(new Filled(importer, fields, found.flows().size() - largest.size()));
  }

  private static InDataset asked(Dataset dataset, int year, String importer, Set<String> products) {
    return new InDataset(dataset.code(), SERIES, year, Set.of(importer), Set.of(), products);
  }
}
