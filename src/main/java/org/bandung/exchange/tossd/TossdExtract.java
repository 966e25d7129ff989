package org.bandung.exchange.tossd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What a country gave in a year, in the columns of TOSSD, and what is missing there.
@Service
public class TossdExtract {

  private static final int AT_ONCE = 500;

  private final Statistics statistics;
  private final Reference reference;
  private final Rates rates;

  public TossdExtract(Statistics statistics, Reference reference, Rates rates) {
    this.statistics = statistics;
    this.reference = reference;
    this.rates = rates;
  }

  /// An extract.
  ///
  /// @param rows cells in the order of [TossdColumn#all()]; null where nobody reported it
  /// @param lacking how many rows lack a column that is needed, those that lack none too
  public record Extract(List<List<@Nullable Object>> rows, Map<String, Integer> lacking) {
    public Extract {
      rows = List.copyOf(rows);
      lacking = Collections.unmodifiableMap(new LinkedHashMap<>(lacking));
    }
  }

  /// The extract of a provider and a year.
  public Extract of(CountryCode provider, int year) {
    var rules = new TossdRules(reference, new Conversion(rates.now().rates(), RateMethod.AVERAGE));
    var rows = new ArrayList<List<@Nullable Object>>();
    var ids = initiatives(provider);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      for (var reckoned : statistics.reckoned(some)) {
        if (!reckoned.fact().marks().compiled()) {
          rules.rows(reckoned, provider.alpha3(), year).forEach(r -> rows.add(cells(r)));
        }
      }
    }
    return new Extract(rows, lacking(rows));
  }

  /// Those in which the country gives; what is paid back may come long after all else, and to who
  /// is on the giving side without a contribution of its own.
  private List<String> initiatives(CountryCode provider) {
    var ids =
        new TreeSet<>(
            statistics.records(
                Question.initiatives(Dimension.PROVIDER)
                    .where(Dimension.PROVIDER, provider.alpha3())
                    .total()));
    for (var measure : List.of(Measure.GIVEN, Measure.COMMITTED)) {
      var question =
          Question.money(measure, "USD", Dimension.PROVIDER)
              .where(Dimension.PROVIDER, provider.alpha3())
              .total();
      ids.addAll(statistics.records(question));
    }
    return List.copyOf(ids);
  }

  private static List<@Nullable Object> cells(TossdRules.Row row) {
    var cells = new ArrayList<@Nullable Object>();
    for (var column : TossdColumn.all()) {
      cells.add(row.cells().get(column.name()));
    }
    return Collections.unmodifiableList(cells);
  }

  private static Map<String, Integer> lacking(List<List<@Nullable Object>> rows) {
    var lacking = new LinkedHashMap<String, Integer>();
    var columns = TossdColumn.all();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).needed()) {
        int missing = 0;
        for (var row : rows) {
          missing += row.get(i) == null ? 1 : 0;
        }
        lacking.put(columns.get(i).name(), missing);
      }
    }
    int noAmount = 0;
    int from = TossdColumn.names().indexOf("usd_commitment");
    for (var row : rows) {
      noAmount += row.subList(from, from + 6).stream().allMatch(java.util.Objects::isNull) ? 1 : 0;
    }
    lacking.put("usd_*", noAmount);
    return lacking;
  }
}
