package org.bandung.economy.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.bandung.economy.Dependence;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.Partners;
import org.bandung.observations.Dataset;
import org.bandung.observations.Dimension;
import org.bandung.observations.Selection;
import org.springframework.stereotype.Service;

/// What another publisher says of the same trade, as a check: totals and the shares of the largest
/// partners. Neither is taken for right; where they differ, both stand.
@Service
public final class Summaries {

  private final Held held;

  Summaries(Held held) {
    this.held = held;
  }

  /// A comparison for one year.
  ///
  /// @param summary the other publisher's dataset
  /// @param checks in the order of the questions
  public record Comparison(Dataset summary, int year, List<Check> checks) {
    public Comparison {
      checks = List.copyOf(checks);
    }
  }

  /// One figure twice.
  ///
  /// @param what `exports` or `imports`, in dollars of the day; `export-share` or `import-share` of
  ///   a partner, of 1; `market-concentration`, an index of 0 to 1
  /// @param partner whose share it is; empty for all
  /// @param here from the trade this node reckons with; empty where that tells nothing
  /// @param there as the other publisher has it
  public record Check(String what, String partner, OptionalDouble here, double there) {

    /// Whether differences are told relative to the other's figure.
    public boolean relative() {
      return what.equals("exports") || what.equals("imports");
    }

    /// How far they are apart: of values `here / there - 1`, of shares `here - there`. Not defined
    /// where one of them is not told, or the other's value is zero.
    public OptionalDouble difference() {
      if (here.isEmpty() || relative() && there == 0) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(
          relative() ? here.getAsDouble() / there - 1 : here.getAsDouble() - there);
    }
  }

  /// @param dependence of the country, whose year and trade are compared
  /// @param unit of that trade
  /// @return empty if the other publisher has nothing of the country in that year
  public Optional<Comparison> of(Dependence dependence, String unit) {
    return held.sources().held("summary-exports").stream()
        .map(Source::dataset)
        .findFirst()
        .map(d -> new Comparison(d, dependence.told().year(), checks(d, dependence, unit)))
        .filter(c -> !c.checks().isEmpty());
  }

  private List<Check> checks(Dataset summary, Dependence d, String unit) {
    var checks = new ArrayList<Check>();
    total("summary-exports", "exports", summary, d, d.markets(), unit, checks);
    total("summary-imports", "imports", summary, d, d.sources(), unit, checks);
    shares("summary-export-shares", "export-share", summary, d, d.markets(), checks);
    shares("summary-import-shares", "import-share", summary, d, d.sources(), checks);
    series("summary-concentration", summary)
        .flatMap(s -> all(s, d))
        .ifPresent(
            there -> checks.add(new Check("market-concentration", "", d.markets().hhi(), there)));
    return checks;
  }

  private Optional<Source> series(String question, Dataset summary) {
    return held.sources().held(question).stream()
        .filter(s -> s.dataset().code().equals(summary.code()))
        .findFirst();
  }

  private Optional<Double> all(Source source, Dependence d) {
    return Optional.ofNullable(
        held.years(source, d.country(), java.util.Set.of()).get(d.told().year()));
  }

  private void total(
      String question,
      String what,
      Dataset summary,
      Dependence d,
      Partners partners,
      String unit,
      List<Check> checks) {
    var here = Units.dollars(unit);
    for (var source : series(question, summary).stream().toList()) {
      var there = Units.dollars(summary.about().unitOf(source.series()));
      var value = all(source, d);
      if (value.isPresent() && there.isPresent()) {
        var own = partners.told();
        checks.add(
            new Check(
                what,
                "",
                here.isPresent() && own.isPresent()
                    ? OptionalDouble.of(own.getAsDouble() * here.getAsDouble())
                    : OptionalDouble.empty(),
                value.get() * there.getAsDouble()));
      }
    }
  }

  private void shares(
      String question,
      String what,
      Dataset summary,
      Dependence d,
      Partners partners,
      List<Check> checks) {
    var own = new TreeMap<String, Double>();
    partners.partners().forEach(p -> own.put(p.code(), p.value()));
    for (var source : series(question, summary).stream().toList()) {
      theirs(source, d).entrySet().stream()
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .forEach(e ->
              checks.add(
                  new Check(
                      what,
                      e.getKey(),
                      partners.total() > 0
                          ? OptionalDouble.of(own.getOrDefault(e.getKey(), 0.0) / partners.total())
                          : OptionalDouble.empty(),
                      e.getValue() / 100)));
    }
  }

  private Map<String, Double> theirs(Source source, Dependence d) {
    int year = d.told().year();
    var cells =
        held.cells(
            Selection.of(source.dataset().code(), source.series(), year, year, Dimension.PARTNER)
                .from(java.util.Set.of(d.country())));
    var shares = new TreeMap<String, Double>();
    for (int row = 0; row < cells.rows(); row++) {
      shares.put(cells.code(Dimension.PARTNER, row), cells.value(row));
    }
    return shares;
  }
}
