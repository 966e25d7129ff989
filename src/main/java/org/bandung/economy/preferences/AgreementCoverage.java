package org.bandung.economy.preferences;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How much of trade is with partners one shares an agreement with.
///
/// An agreement between two countries says nothing of whether its preferences are used, nor on
/// which products: these are upper bounds. Unit: that of the flows; shares 0 to 1, none where there
/// is no trade. Trade within one country does not count.
public final class AgreementCoverage {

  private AgreementCoverage() {}

  /// A part of some trade.
  ///
  /// @param covered with partners one shares an agreement with
  /// @param total of all partners
  public record Part(double covered, double total) {

    static final Part NONE = new Part(0, 0);

    /// 0 to 1; null where there is no trade.
    public @Nullable Double share() {
      return total == 0 ? null : covered / total;
    }

    Part plus(double value, boolean isCovered) {
      return new Part(covered + (isCovered ? value : 0), total + value);
    }
  }

  /// What is covered of a country's or a grouping's trade with everybody else.
  ///
  /// @param byAgreement the part of each agreement in imports and exports together; a flow of two
  ///   agreements is in both
  public record Covered(Part imports, Part exports, Map<String, Part> byAgreement) {
    public Covered {
      byAgreement = Map.copyOf(byAgreement);
    }
  }

  /// How much of a product's imports is covered.
  ///
  /// @param margin by how many points the rates paid are below those of the most favoured nation,
  ///   by the value of the imports of which both are known; null where none is
  /// @param marginKnownFor the value of those imports
  public record OfProduct(
      String product, Part imports, @Nullable Double margin, double marginKnownFor) {}

  /// The trade of some countries, taken together, with all others.
  ///
  /// @param flows all flows of one year; those of others are passed over
  public static Covered of(Collection<Flow> flows, Agreements agreements, Set<String> countries) {
    var imports = Part.NONE;
    var exports = Part.NONE;
    var byAgreement = new TreeMap<String, Part>();
    for (var flow : flows) {
      boolean buys = countries.contains(flow.importer());
      if (buys == countries.contains(flow.exporter())) {
        continue;
      }
      var shared = agreements.shared(flow.exporter(), flow.importer());
      imports = buys ? imports.plus(flow.value(), !shared.isEmpty()) : imports;
      exports = buys ? exports : exports.plus(flow.value(), !shared.isEmpty());
      for (var agreement : shared) {
        byAgreement.merge(
            agreement, new Part(flow.value(), 0), (a, b) -> new Part(a.covered() + b.covered(), 0));
      }
    }
    double total = imports.total() + exports.total();
    byAgreement.replaceAll((agreement, part) -> new Part(part.covered(), total));
    return new Covered(imports, exports, byAgreement);
  }

  /// Of the exports of an agreement's members how much goes to members: the intra-agreement share.
  public static Part within(Collection<Flow> flows, Agreements agreements, String agreement) {
    var members = agreements.members(agreement);
    var part = Part.NONE;
    for (var flow : flows) {
      if (!flow.domestic() && members.contains(flow.exporter())) {
        part = part.plus(flow.value(), agreements.within(agreement, flow));
      }
    }
    return part;
  }

  /// The imports of some countries by product, those of most value first.
  ///
  /// @param tariffs what is known of rates; margins are told for nothing else
  public static List<OfProduct> byProduct(
      Collection<Flow> flows, Agreements agreements, Set<String> countries, Tariffs tariffs) {
    var parts = new TreeMap<String, Part>();
    var margins = new TreeMap<String, double[]>();
    for (var flow : flows) {
      if (!countries.contains(flow.importer()) || countries.contains(flow.exporter())) {
        continue;
      }
      boolean covered = agreements.share(flow.exporter(), flow.importer());
      parts.merge(
          flow.product(),
          Part.NONE.plus(flow.value(), covered),
          (a, b) -> a.plus(flow.value(), covered));
      var paid = tariffs.against(flow);
      var favoured = tariffs.mostFavoured(flow.importer(), flow.product());
      if (paid.isPresent() && favoured.isPresent()) {
        var margin = margins.computeIfAbsent(flow.product(), p -> new double[2]);
        margin[0] += flow.value() * (favoured.getAsDouble() - paid.getAsDouble());
        margin[1] += flow.value();
      }
    }
    return new TreeSet<>(parts.keySet())
        .stream()
            .map(product -> {
              var margin = margins.getOrDefault(product, new double[2]);
              return new OfProduct(
                  product,
                  parts.getOrDefault(product, Part.NONE),
                  margin[1] == 0 ? null : margin[0] / margin[1],
                  margin[1]);
            })
            .sorted(Comparator.comparingDouble((OfProduct p) -> p.imports().total()).reversed())
            .toList();
  }
}
