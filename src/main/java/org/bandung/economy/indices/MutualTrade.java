package org.bandung.economy.indices;

/// What each pair of countries sells each other of the same products.
///
/// Flows are first brought into the order of their products (by counting, if they are not in it);
/// then each product's flows are laid out country by country in one table that stays in the
/// processor's cache, compared with their mirror images, and taken out again.
final class MutualTrade {

  private MutualTrade() {}

  static Grid grubelLloyd(TradeYear year) {
    var size = year.countries().size();
    var starts = starts(year);
    var order = order(year, starts);
    var table = new double[size * size];
    var trade = new double[size * size];
    var matched = new double[size * size];
    for (var product = 0; product + 1 < starts.length; product++) {
      one(year, order, starts[product], starts[product + 1], table, trade, matched);
    }
    var result = new double[size * size];
    for (var i = 0; i < size; i++) {
      for (var j = 0; j < size; j++) {
        var all = trade[i * size + j] + trade[j * size + i];
        var both = matched[i * size + j] + matched[j * size + i];
        result[i * size + j] = i != j && all > 0 ? both / all : Double.NaN;
      }
    }
    return Grid.of(year.countries(), year.countries(), result);
  }

  private static void one(
      TradeYear year,
      int[] order,
      int from,
      int to,
      double[] table,
      double[] trade,
      double[] both) {
    var size = year.countries().size();
    for (var at = from; at < to; at++) {
      var flow = order.length == 0 ? at : order[at];
      table[year.exporters()[flow] * size + year.importers()[flow]] += year.values()[flow];
    }
    for (var at = from; at < to; at++) {
      var flow = order.length == 0 ? at : order[at];
      var cell = year.exporters()[flow] * size + year.importers()[flow];
      trade[cell] += year.values()[flow];
      var value = table[cell];
      // Each cell once, though several flows may lie in it: its part of the flow's own value.
      var back = table[year.importers()[flow] * size + year.exporters()[flow]];
      if (value > 0) {
        both[cell] += year.values()[flow] * Math.min(value, back) / value;
      }
    }
    for (var at = from; at < to; at++) {
      var flow = order.length == 0 ? at : order[at];
      table[year.exporters()[flow] * size + year.importers()[flow]] = 0;
    }
  }

  private static int[] starts(TradeYear year) {
    var starts = new int[year.products().size() + 1];
    for (var kind : year.kinds()) {
      starts[kind + 1]++;
    }
    for (var product = 1; product < starts.length; product++) {
      starts[product] += starts[product - 1];
    }
    return starts;
  }

  // Empty if the flows are in order already.
  private static int[] order(TradeYear year, int[] starts) {
    var kinds = year.kinds();
    var sorted = true;
    for (var at = 1; at < kinds.length && sorted; at++) {
      sorted = kinds[at - 1] <= kinds[at];
    }
    if (sorted) {
      return new int[0];
    }
    var next = starts.clone();
    var order = new int[kinds.length];
    for (var at = 0; at < kinds.length; at++) {
      order[next[kinds[at]]++] = at;
    }
    return order;
  }
}
