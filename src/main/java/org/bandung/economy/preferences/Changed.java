package org.bandung.economy.preferences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/// Flows with their tariffs before and after a change.
///
/// @param flows those against which a tariff is known; what is sold at home bears none unless one
///   is stated
/// @param external the common external tariff of each product, in per cent; empty without one
public record Changed(List<TariffedFlow> flows, Coverage coverage, Map<String, Double> external) {

  private static final int EXAMPLES = 50;

  public Changed {
    flows = List.copyOf(flows);
    external = java.util.Collections.unmodifiableMap(new TreeMap<>(external));
  }

  /// Works a change out.
  public static Changed of(List<Flow> flows, Tariffs tariffs, Change change) {
    var known = new LinkedHashMap<Flow, Double>();
    var without = new ArrayList<Flow>();
    int lines = 0;
    double value = 0;
    double valueWithout = 0;
    for (var flow : flows) {
      var rate = tariffs.against(flow);
      lines += flow.domestic() ? 0 : 1;
      value += flow.domestic() ? 0 : flow.value();
      if (rate.isPresent() || flow.domestic()) {
        known.put(flow, rate.orElse(0));
      } else {
        valueWithout += flow.value();
        without.add(flow);
      }
    }
    var external =
        change instanceof Change.CustomsUnion union
            ? external(known, tariffs, union)
            : Map.<String, Double>of();
    var after = new Tariffs(change instanceof Change.Stated(var rates) ? rates : List.of());
    var rules = new Rules(tariffs, after, change, external);
    var tariffed = new ArrayList<TariffedFlow>(known.size());
    known.forEach((flow, before) ->
        tariffed.add(new TariffedFlow(flow, before / 100, rules.after(flow, before) / 100)));
    var coverage =
        new Coverage(
            lines,
            value,
            without.size(),
            valueWithout,
            without.subList(0, Math.min(EXAMPLES, without.size())));
    return new Changed(tariffed, coverage, external);
  }

  /// @param after what is stated of after
  private record Rules(
      Tariffs tariffs, Tariffs after, Change change, Map<String, Double> external) {

    /// The rate of after, in per cent.
    double after(Flow flow, double before) {
      if (flow.domestic() && !(change instanceof Change.Stated)) {
        return before;
      }
      return switch (change) {
        case Change.Stated stated -> after.against(flow).orElse(before);
        case Change.Preference(var importers, var partners, var products, var cut) ->
            speaksOf(importers, flow.importer())
                    && partners.contains(flow.exporter())
                    && speaksOf(products, flow.product())
                ? cut.of(before)
                : before;
        case Change.Generalised(var importers, var partners, var products, var cut) ->
            speaksOf(importers, flow.importer())
                    && partners.contains(flow.exporter())
                    && speaksOf(products, flow.product())
                ? Math.min(
                    before,
                    cut.of(tariffs.mostFavoured(flow.importer(), flow.product()).orElse(before)))
                : before;
        case Change.FreeTradeArea(var members, var products) ->
            among(members, flow) && speaksOf(products, flow.product()) ? 0 : before;
        case Change.CustomsUnion(var members, var products, var how) -> {
          if (!members.contains(flow.importer()) || !speaksOf(products, flow.product())) {
            yield before;
          }
          yield members.contains(flow.exporter())
              ? 0
              : external.getOrDefault(flow.product(), before);
        }
      };
    }
  }

  private static boolean speaksOf(Set<String> set, String code) {
    return set.isEmpty() || set.contains(code);
  }

  private static boolean among(Set<String> members, Flow flow) {
    return members.contains(flow.importer()) && members.contains(flow.exporter());
  }

  private static Map<String, Double> external(
      Map<Flow, Double> known, Tariffs tariffs, Change.CustomsUnion union) {
    var outside = new TreeMap<String, Map<Flow, Double>>();
    known.forEach((flow, rate) -> {
      if (union.members().contains(flow.importer())
          && !union.members().contains(flow.exporter())
          && speaksOf(union.products(), flow.product())) {
        outside.computeIfAbsent(flow.product(), p -> new LinkedHashMap<>()).put(flow, rate);
      }
    });
    var external = new TreeMap<String, Double>();
    outside.forEach((product, flows) ->
        external.put(
            product,
            switch (union.external()) {
              case Change.External.Given(double percent) -> percent;
              case Change.External.SimpleMean() -> simpleMean(flows, tariffs, product);
              case Change.External.WeightedMean() ->
                  weightedMean(flows).orElseGet(() -> simpleMean(flows, tariffs, product));
            }));
    return external;
  }

  /// Each member that imports it from outside counts once; without a rate of the most favoured
  /// nation, by the mean of its rates against outsiders.
  private static double simpleMean(Map<Flow, Double> flows, Tariffs tariffs, String product) {
    var sums = new HashMap<String, double[]>();
    flows.forEach((flow, rate) -> {
      var sum = sums.computeIfAbsent(flow.importer(), i -> new double[2]);
      sum[0] += rate;
      sum[1]++;
    });
    return sums.entrySet().stream()
        .mapToDouble(e ->
            tariffs.mostFavoured(e.getKey(), product).orElse(e.getValue()[0] / e.getValue()[1]))
        .average()
        .orElse(0);
  }

  private static OptionalDouble weightedMean(Map<Flow, Double> flows) {
    double weights = 0;
    double sum = 0;
    for (var flow : flows.entrySet()) {
      weights += flow.getKey().value();
      sum += flow.getKey().value() * flow.getValue();
    }
    return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
  }
}
