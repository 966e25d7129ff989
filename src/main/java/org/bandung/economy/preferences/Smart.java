package org.bandung.economy.preferences;

import java.util.ArrayList;
import java.util.List;

/// Partial equilibrium of one market: one product in one importing country, as in the model SMART
/// of the World Bank's WITS.
///
/// With imports `M` from a source, tariffs `t0` and `t1`, elasticities of demand `d < 0`, of
/// substitution `s` and of supply `e`, and `r = (t1 - t0) / (1 + t0)`:
///
/// - exporter's price: `p = d r / (e - d)`; 0 with infinite supply
/// - trade creation: `M d r / (1 - d / e)`; `M d r` with infinite supply; never below `-M`
/// - price at home: `c = r + p`, that is `r e / (e - d)`
/// - trade diversion: by [Diversion], from the changes `c` of all sources
/// - price effect: `(M + creation + diversion) p`
/// - tariff revenue: `t1 (imports after) - t0 M`
/// - consumers' surplus: `-((1 + p)(1 + t1) - (1 + t0)) (M + (creation + diversion) / 2)`, its
///   second part is the triangle
/// - welfare of the importing country: consumers' surplus + change of revenue
///
/// Unit: that of the imports. Assumed: no effects of income or on other markets, sources are
/// imperfect substitutes, small changes, perfect competition, tariffs are passed on in full. The
/// exporter's price answers to trade creation only, as in WITS; who wants other exporters' prices
/// to move takes [Gsim]. Sources: Laird and Yeats, The UNCTAD trade policy simulation model (1986);
/// Jammes and Olarreaga, Explaining SMART and GSIM (World Bank 2005).
public final class Smart {

  private Smart() {}

  /// What happens in one market.
  ///
  /// @param sources imports of one product by one importer, each source once
  public static List<SmartEffect> market(
      List<TariffedFlow> sources, Elasticities elasticities, Diversion diversion) {
    int n = sources.size();
    var imports = new double[n];
    var prices = new double[n];
    for (int i = 0; i < n; i++) {
      imports[i] = sources.get(i).flow().value();
      double rise = sources.get(i).priceAtHome();
      prices[i] = rise + exporterPrice(rise, elasticities);
    }
    var shifts = diversion.shifts(imports, prices, elasticities.substitution());
    var effects = new ArrayList<SmartEffect>(n);
    for (int i = 0; i < n; i++) {
      effects.add(effect(sources.get(i), shifts[i], elasticities));
    }
    return effects;
  }

  private static SmartEffect effect(TariffedFlow source, double shift, Elasticities elasticities) {
    double imports = source.flow().value();
    double price = exporterPrice(source.priceAtHome(), elasticities);
    double creation =
        Math.max(-imports - Math.min(0, shift), created(imports, source, elasticities));
    double after = imports + creation + shift;
    double atHome = (1 + price) * (1 + source.after()) - (1 + source.before());
    double triangle = -atHome * (creation + shift) / 2;
    double revenueBefore = source.before() * imports;
    return new SmartEffect(
        source,
        creation,
        shift,
        price,
        after * price,
        revenueBefore,
        source.after() * after * (1 + price) - revenueBefore,
        -atHome * imports + triangle,
        triangle);
  }

  private static double created(double imports, TariffedFlow source, Elasticities elasticities) {
    double free = imports * elasticities.demand() * source.priceAtHome();
    return elasticities.infiniteSupply()
        ? free
        : free / (1 - elasticities.demand() / elasticities.supply());
  }

  private static double exporterPrice(double rise, Elasticities elasticities) {
    return elasticities.infiniteSupply()
        ? 0
        : elasticities.demand() * rise / (elasticities.supply() - elasticities.demand());
  }
}
