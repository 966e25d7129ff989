package org.bandung.economy.bench;

import java.util.ArrayList;
import java.util.List;
import org.bandung.economy.indices.Advantage;
import org.bandung.economy.indices.Complementarity;
import org.bandung.economy.indices.Complexity;
import org.bandung.economy.indices.Concentration;
import org.bandung.economy.indices.Grid;
import org.bandung.economy.indices.Intensity;
import org.bandung.economy.indices.IntraIndustry;
import org.bandung.economy.indices.ProductSpace;
import org.bandung.economy.indices.Similarity;
import org.bandung.economy.indices.TradeYear;
import org.bandung.economy.network.Centrality;
import org.bandung.economy.network.Cohesion;
import org.bandung.economy.network.Network;
import org.bandung.economy.network.Reciprocity;
import org.bandung.economy.network.Triads;

/// All indices of one year, of all countries, products and pairs, from its flows.
final class AllIndicators {

  private AllIndicators() {}

  static List<Object> of(TradeYear year) {
    var results = new ArrayList<Object>();
    var exports = year.exports();
    var imports = year.imports();
    var bilateral = year.bilateral();
    concentration(exports, results);
    concentration(imports, results);
    concentration(exports.transposed(), results);
    concentration(bilateral, results);
    concentration(bilateral.transposed(), results);
    results.add(year.sourceConcentration());
    structure(exports, results);
    var similarity = Similarity.fingerKreinin(exports);
    results.add(similarity);
    results.add(Similarity.within(exports, similarity, year.countries().subList(0, 55)));
    results.add(Complementarity.michaely(exports, imports));
    pairs(year, exports, imports, bilateral, results);
    network(bilateral, results);
    return results;
  }

  private static void concentration(Grid grid, List<Object> results) {
    for (var row = 0; row < grid.height(); row++) {
      var values = grid.rowValues(row);
      results.add(Concentration.hhi(values));
      results.add(Concentration.normalisedHhi(values));
      results.add(Concentration.unctad(values));
      results.add(Concentration.theil(values));
      results.add(Concentration.top(3, values));
      results.add(Concentration.equivalentNumber(values));
    }
  }

  private static void structure(Grid exports, List<Object> results) {
    var balassa = Advantage.balassa(exports);
    results.add(balassa);
    results.add(Advantage.symmetric(balassa));
    results.add(Advantage.diversification(balassa));
    results.add(Advantage.ubiquity(balassa));
    for (var row = 0; row < exports.height(); row++) {
      results.add(Advantage.unctadDiversification(exports, row));
    }
    results.add(Complexity.fitness(balassa, 19));
    results.add(Complexity.economicComplexity(balassa));
    results.add(ProductSpace.proximity(balassa).total());
    var density = ProductSpace.density(balassa);
    results.add(density);
    results.add(ProductSpace.distance(density));
  }

  private static void pairs(
      TradeYear year, Grid exports, Grid imports, Grid bilateral, List<Object> results) {
    var kojima = Intensity.kojima(bilateral);
    var commodity = Intensity.commodityBias(exports, imports);
    results.add(Intensity.countryBias(kojima, commodity));
    results.add(Intensity.preference(bilateral));
    var grubelLloyd = year.grubelLloyd();
    results.add(IntraIndustry.adjustedGrubelLloyd(grubelLloyd, bilateral));
  }

  static void network(Grid bilateral, List<Object> results) {
    var all = Network.of(bilateral);
    var most = all.atLeast(.01);
    for (var network : List.of(all, most)) {
      results.add(Reciprocity.density(network));
      results.add(Reciprocity.beyondDensity(network));
      results.add(Reciprocity.weighted(network));
      results.add(Cohesion.componentCount(network));
      results.add(Cohesion.averageClustering(network));
      results.add(Cohesion.transitivity(network));
      results.add(Cohesion.assortativity(network));
      results.add(Cohesion.cores(network));
      results.add(Triads.census(network));
      results.add(Centrality.betweenness(network));
      results.add(Centrality.closeness(network));
    }
    results.add(Centrality.pageRank(all, .85));
    results.add(Centrality.eigenvector(all));
    results.add(Centrality.partnerConcentration(all));
  }
}
