package org.bandung.economy.preferences;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Runs a change of tariffs through a model, with the elasticities of the scenario and with others.
public final class Simulation {

  private final Model model;
  private final Diversion diversion;
  private final Elasticities usual;
  private final Map<String, Elasticities> byProduct;
  private final Sensitivity sensitivity;

  /// @param diversion how imports move between sources; of SMART only
  /// @param byProduct elasticities of products that have their own
  public Simulation(
      Model model,
      Diversion diversion,
      Elasticities usual,
      Map<String, Elasticities> byProduct,
      Sensitivity sensitivity) {
    this.model = model;
    this.diversion = diversion;
    this.usual = usual;
    this.byProduct = Map.copyOf(byProduct);
    this.sensitivity = sensitivity;
  }

  /// What the change does.
  public Outcome of(Changed changed) {
    boolean infinite =
        usual.infiniteSupply()
            && byProduct.values().stream().allMatch(Elasticities::infiniteSupply);
    Ranges ranges = null;
    var variants = new ArrayList<Variant>();
    for (var choice : sensitivity.choices(infinite)) {
      var sums = new Sums();
      run(changed.flows(), choice, sums);
      if (ranges == null) {
        ranges = new Ranges(sums);
      } else {
        ranges.widen(sums);
      }
      variants.add(
          new Variant(
              choice.code(),
              choice.of(usual, sensitivity),
              sums.totals(),
              sums.cut(),
              sums.undetermined()));
    }
    var found = java.util.Objects.requireNonNull(ranges);
    return new Outcome(
        model,
        found.rows(),
        variants,
        changed.coverage(),
        changed.external(),
        found.cut(),
        found.undetermined());
  }

  private void run(List<TariffedFlow> flows, Sensitivity.Choice choice, Sums sums) {
    var markets = new TreeMap<String, List<TariffedFlow>>();
    for (var flow : flows) {
      var market =
          model == Model.SMART
              ? flow.flow().product() + "\t" + flow.flow().importer()
              : flow.flow().product();
      markets.computeIfAbsent(market, m -> new ArrayList<>()).add(flow);
    }
    for (var market : markets.values()) {
      var product = market.getFirst().flow().product();
      var elasticities = choice.of(byProduct.getOrDefault(product, usual), sensitivity);
      if (model == Model.SMART) {
        Smart.market(market, elasticities, diversion).forEach(sums::add);
      } else {
        gsim(product, market, elasticities, sums);
      }
    }
  }

  private static void gsim(
      String product, List<TariffedFlow> flows, Elasticities elasticities, Sums sums) {
    var codes = new TreeSet<String>();
    flows.forEach(f -> {
      codes.add(f.flow().exporter());
      codes.add(f.flow().importer());
    });
    var regions = List.copyOf(codes);
    var places = new LinkedHashMap<String, Integer>();
    regions.forEach(code -> places.put(code, places.size()));
    int n = regions.size();
    var trade = new double[n][n];
    var before = powers(n);
    var after = powers(n);
    for (var flow : flows) {
      int r = places.getOrDefault(flow.flow().exporter(), 0);
      int v = places.getOrDefault(flow.flow().importer(), 0);
      trade[r][v] = flow.flow().value();
      before[r][v] = 1 + flow.before();
      after[r][v] = 1 + flow.after();
    }
    Gsim.market(trade, before, after, elasticities)
        .ifPresentOrElse(
            gsim -> {
              sums.add(product, regions, gsim);
              for (var flow : flows) {
                int r = places.getOrDefault(flow.flow().exporter(), 0);
                int v = places.getOrDefault(flow.flow().importer(), 0);
                sums.add(flow, gsim.after(r, v));
              }
            },
            () -> sums.undetermined(product));
  }

  private static double[][] powers(int n) {
    var powers = new double[n][n];
    for (var row : powers) {
      java.util.Arrays.fill(row, 1);
    }
    return powers;
  }

  /// The rows of the first variant with what the others make of them.
  private static final class Ranges {

    private final Sums first;
    private final Map<Sums.Key, double[]> least = new LinkedHashMap<>();
    private final Map<Sums.Key, double[]> most = new LinkedHashMap<>();

    Ranges(Sums first) {
      this.first = first;
      first
          .figures()
          .forEach((key, figures) -> {
            least.put(key, figures.clone());
            most.put(key, figures.clone());
          });
    }

    /// Sums over products of a variant that lacks others than the first are sums of something else:
    /// only what is of one product is compared then.
    void widen(Sums sums) {
      boolean same = sums.undetermined().equals(first.undetermined());
      sums.figures()
          .forEach((key, figures) -> {
            var low = least.get(key);
            var high = most.get(key);
            if (low != null && high != null && (same || ofOneProduct(key.level()))) {
              for (int i = 0; i < figures.length; i++) {
                low[i] = Math.min(low[i], figures[i]);
                high[i] = Math.max(high[i], figures[i]);
              }
            }
          });
    }

    private static boolean ofOneProduct(Level level) {
      return switch (level) {
        case TOTAL, REGION, PARTNER -> false;
        case PRODUCT, MARKET, LINE -> true;
      };
    }

    int cut() {
      return first.cut();
    }

    List<String> undetermined() {
      return first.undetermined();
    }

    List<Row> rows() {
      var rows = new ArrayList<Row>();
      var sorted = new TreeMap<>(first.figures());
      sorted.forEach((key, figures) -> {
        var told = new EnumMap<Measure, Figure>(Measure.class);
        var low = least.getOrDefault(key, figures);
        var high = most.getOrDefault(key, figures);
        for (var measure : Measure.values()) {
          int i = measure.ordinal();
          if (!Double.isNaN(figures[i])) {
            told.put(measure, new Figure(figures[i], low[i], high[i]));
          }
        }
        var flow = first.tariffed(key);
        rows.add(
            new Row(
                key.level(),
                key.region(),
                key.partner(),
                key.product(),
                flow == null ? null : Sums.percent(flow.before()),
                flow == null ? null : Sums.percent(flow.after()),
                told));
      });
      return rows;
    }
  }
}
