package org.bandung.economy.scenarios;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.bandung.economy.preferences.Flow;
import org.bandung.economy.preferences.Rate;

/// Flows and rates from the texts of a table, judged row by row; each counts once.
public final class ScenarioRows {

  /// Names in place of an exporter for the rate of the most favoured nation.
  public static final Set<String> EVERYBODY = Set.of("", "*");

  private static final int MOST_FAULTS = 20;

  private final List<Flow> flows = new ArrayList<>();
  private final List<Rate> rates = new ArrayList<>();
  private final List<ScenarioFault> faults = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> changed = new HashSet<>();
  private final List<Rate> after = new ArrayList<>();

  public List<Flow> flows() {
    return List.copyOf(flows);
  }

  public List<Rate> rates() {
    return List.copyOf(rates);
  }

  /// Rates of after, of tables that tell both.
  public List<Rate> after() {
    return List.copyOf(after);
  }

  public List<ScenarioFault> faults() {
    return List.copyOf(faults);
  }

  public void fault(String place, String code, Object... arguments) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(ScenarioFault.of(place, code, arguments));
    }
  }

  /// Takes a flow.
  ///
  /// @param place what faults call the row
  public void flow(
      String place, String exporter, String importer, String product, Optional<BigDecimal> value) {
    if (!codes(place, exporter, importer, product)) {
      return;
    }
    if (value.isEmpty()) {
      fault(place, "row-no-value");
      return;
    }
    double number = value.get().doubleValue();
    if (!(number >= 0 && number <= ScenarioText.LARGEST_VALUE)) {
      fault(place, "out-of-range", "0", Place.plain(ScenarioText.LARGEST_VALUE));
    } else if (flows.size() == ScenarioText.MOST_ROWS) {
      fault(place, "too-many", ScenarioText.MOST_ROWS);
    } else if (known.add("flow\t" + exporter + "\t" + importer + "\t" + product)) {
      flows.add(new Flow(exporter, importer, product, number));
    } else {
      fault(place, "twice", (exporter + " " + importer + " " + product).strip());
    }
  }

  /// Takes a rate of before.
  ///
  /// @param exporter [#EVERYBODY] for the rate of the most favoured nation
  public void rate(
      String place, String importer, String exporter, String product, BigDecimal percent) {
    rate(place, importer, exporter, product, percent, rates, known);
  }

  /// Takes a rate of after.
  public void after(
      String place, String importer, String exporter, String product, BigDecimal percent) {
    rate(place, importer, exporter, product, percent, after, changed);
  }

  private void rate(
      String place,
      String importer,
      String exporter,
      String product,
      BigDecimal percent,
      List<Rate> into,
      Set<String> once) {
    var against = EVERYBODY.contains(exporter) ? "" : exporter;
    if (!codes(place, against.isEmpty() ? importer : against, importer, product)) {
      return;
    }
    var number = percent(percent);
    if (number.isEmpty()) {
      fault(place, "out-of-range", "0", Place.plain(Rate.LARGEST));
    } else if (into.size() == ScenarioText.MOST_ROWS) {
      fault(place, "too-many", ScenarioText.MOST_ROWS);
    } else if (once.add("rate\t" + against + "\t" + importer + "\t" + product)) {
      into.add(new Rate(importer, against, product, number.getAsDouble()));
    } else {
      fault(place, "twice", (against + " " + importer + " " + product).strip());
    }
  }

  private static OptionalDouble percent(BigDecimal percent) {
    double number = percent.doubleValue();
    return number >= 0 && number <= Rate.LARGEST
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  private boolean codes(String place, String exporter, String importer, String product) {
    for (var code : List.of(exporter, importer)) {
      if (!ScenarioText.isRegion(code)) {
        fault(place, "row-no-region", shown(code));
        return false;
      }
    }
    if (!product.isEmpty() && !ScenarioText.isProduct(product)) {
      fault(place, "row-no-product", shown(product));
      return false;
    }
    return true;
  }

  private static String shown(String code) {
    var plain = code.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }
}
