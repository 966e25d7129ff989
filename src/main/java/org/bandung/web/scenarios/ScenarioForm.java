package org.bandung.web.scenarios;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bandung.economy.preferences.Change;
import org.bandung.economy.preferences.Change.Cut;
import org.bandung.economy.preferences.Change.External;
import org.bandung.economy.preferences.Diversion;
import org.bandung.economy.preferences.Elasticities;
import org.bandung.economy.preferences.Model;
import org.bandung.economy.preferences.Rate;
import org.bandung.economy.preferences.Sensitivity;
import org.bandung.economy.preferences.Sensitivity.Span;
import org.bandung.economy.scenarios.Assumptions;
import org.bandung.economy.scenarios.Scenario;
import org.bandung.economy.scenarios.ScenarioFault;
import org.bandung.economy.scenarios.ScenarioText;
import org.bandung.web.frame.Numerals;
import org.bandung.web.frame.Refusal;
import org.jspecify.annotations.Nullable;

/// A scenario as it stands in the address, field by field; what cannot be read is a fault of its
/// field, and nothing typed is lost.
final class ScenarioForm {

  /// The largest query that is read; the server itself takes a header of 16 KB.
  static final int LONGEST_QUERY = 14_000;

  static final int LONGEST_LINES = 8_000;
  private static final int LONGEST_FIELD = 600;

  /// Regions of one page; more go through the command line.
  private static final int MOST_REGIONS = 30;

  /// All fields, in the order of the form.
  static final List<String> FIELDS =
      List.of(
          "model",
          "name",
          "unit",
          "year",
          "source",
          "tariffs",
          "lines",
          "change",
          "countries",
          "products",
          "importers",
          "margin",
          "to",
          "external",
          "rate",
          "demand",
          "substitution",
          "supply",
          "elasticities",
          "diversion",
          "low",
          "high");

  static final List<String> KINDS =
      List.of("rates", "preference", "generalised", "free-trade-area", "customs-union");

  private static final Set<String> ENDLESS = Set.of("infinite", "inf", "∞");

  private final Map<String, String> typed = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  /// Why a field cannot be taken.
  ///
  /// @param line of the table; 0 for other fields
  record Fault(String field, int line, String told) {}

  private final String language;

  private ScenarioForm(String language) {
    this.language = language;
  }

  /// @throws Refusal.BadParameter if more is sent than any form of ours sends
  static ScenarioForm of(HttpServletRequest request, String language) {
    var query = request.getQueryString();
    if (query != null && query.length() > LONGEST_QUERY) {
      throw new Refusal.BadParameter("lines");
    }
    var form = new ScenarioForm(language);
    for (var field : FIELDS) {
      var values = request.getParameterValues(field);
      if (values == null) {
        continue;
      }
      var text = values[0].strip();
      boolean lines = field.equals("lines");
      if (values.length > 1
          || text.length() > (lines ? LONGEST_LINES : LONGEST_FIELD)
          || text.codePoints().anyMatch(c -> Character.isISOControl(c) && !(lines && isSpace(c)))) {
        throw new Refusal.BadParameter(field);
      }
      if (!text.isEmpty()) {
        form.typed.put(field, lines ? text.replace("\r\n", "\n") : text);
      }
    }
    return form;
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  String get(String field) {
    return typed.getOrDefault(field, "");
  }

  Map<String, String> typed() {
    return typed;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /// Whether somebody asks for results.
  boolean asked() {
    return typed.containsKey("lines");
  }

  void fault(String field, String code, Object... arguments) {
    faults.add(new Fault(field, 0, ScenarioFault.of(field, code, arguments).told(language)));
  }

  /// A fault that only came out when it was run.
  void fault(ScenarioFault fault) {
    var field =
        fault.pointer().startsWith("/change/importers")
            ? "importers"
            : fault.pointer().startsWith("/change") ? "countries" : "lines";
    faults.add(new Fault(field, 0, fault.told(language)));
  }

  /// The scenario; nothing if any field has a fault.
  Optional<Scenario> scenario() {
    var model = word("model", codes(Model.values(), Model::code), "smart");
    var chosen = model.equals("gsim") ? Model.GSIM : Model.SMART;
    var lines = ScenarioLines.read(get("lines"));
    for (var fault : lines.rows().faults()) {
      faults.add(new Fault("lines", Integer.parseInt(fault.pointer()), fault.told(language)));
    }
    if (chosen == Model.GSIM && regions(lines) > MOST_REGIONS) {
      fault("lines", "too-many-regions", MOST_REGIONS);
    }
    var change = change(lines);
    var assumptions = assumptions(chosen);
    var diversion = word("diversion", codes(Diversion.values(), Diversion::code), "linear");
    var sensitivity = sensitivity();
    var about =
        new Scenario.About(
            get("unit").isEmpty() ? "USD" : get("unit"), year(), get("source"), get("tariffs"));
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Scenario(
            chosen,
            get("name"),
            about,
            new Scenario.Trade.Inline(lines.rows().flows()),
            new Scenario.Tariffs.Inline(lines.rows().rates()),
            change,
            assumptions,
            Arrays.stream(Diversion.values())
                .filter(d -> d.code().equals(diversion))
                .findFirst()
                .orElse(Diversion.LINEAR),
            sensitivity));
  }

  private static int regions(ScenarioLines lines) {
    var regions = new TreeSet<String>();
    for (var flow : lines.rows().flows()) {
      regions.add(flow.exporter());
      regions.add(flow.importer());
    }
    return regions.size();
  }

  private static <T> List<String> codes(T[] values, java.util.function.Function<T, String> code) {
    return Arrays.stream(values).map(code).toList();
  }

  private String word(String field, List<String> known, String usual) {
    var text = get(field);
    if (text.isEmpty()) {
      return usual;
    }
    if (!known.contains(text)) {
      fault(field, "not-one-of", String.join(", ", known));
      return usual;
    }
    return text;
  }

  private OptionalInt year() {
    var text = get("year");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.matches("(18|19|20|21)[0-9]{2}")) {
      fault("year", "out-of-range", 1800, 2199);
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private Change change(ScenarioLines lines) {
    var kind = word("change", KINDS, lines.changes() ? "rates" : "preference");
    var products = list("products", ScenarioText::isProduct);
    return switch (kind) {
      case "rates" -> new Change.Stated(lines.rows().after());
      case "preference" -> new Change.Preference(importers(), countries(1), products, cut());
      case "generalised" -> new Change.Generalised(importers(), countries(1), products, cut());
      case "free-trade-area" -> new Change.FreeTradeArea(countries(2), products);
      default -> new Change.CustomsUnion(countries(2), products, external());
    };
  }

  private Set<String> importers() {
    return list("importers", ScenarioText::isRegion);
  }

  private Set<String> countries(int least) {
    var countries = list("countries", ScenarioText::isRegion);
    if (countries.size() < least) {
      fault("countries", least == 1 ? "missing" : "one-member");
    }
    return countries;
  }

  private Set<String> list(String field, Predicate<String> form) {
    var codes = new LinkedHashSet<String>();
    for (var code : get(field).split("[\\s,;،、，]+")) {
      if (!code.isEmpty() && !form.test(code)) {
        fault(field, "not-code");
        return Set.of();
      }
      if (!code.isEmpty()) {
        codes.add(code);
      }
    }
    return codes;
  }

  private Cut cut() {
    var margin = number("margin", 0, 100);
    var to = number("to", 0, Rate.LARGEST);
    if (margin != null && to != null) {
      fault("margin", "margin-or-to");
    }
    return to != null ? new Cut.To(to) : new Cut.Margin(margin == null ? 100 : margin);
  }

  private External external() {
    var how = word("external", List.of("simple-mean", "weighted-mean", "given"), "simple-mean");
    if (how.equals("given")) {
      var rate = number("rate", 0, Rate.LARGEST);
      if (rate == null && get("rate").isEmpty()) {
        fault("rate", "missing");
      }
      return new External.Given(rate == null ? 0 : rate);
    }
    return how.equals("weighted-mean") ? new External.WeightedMean() : new External.SimpleMean();
  }

  private Assumptions assumptions(Model model) {
    var usual = Assumptions.usual(model);
    var assumed = new TreeSet<String>();
    var demand = number("demand", -100, -0.000001);
    var substitution = number("substitution", 0, 100);
    boolean endless = ENDLESS.contains(get("supply"));
    var supply = endless ? (Double) Double.POSITIVE_INFINITY : number("supply", 0.000001, 1000);
    for (var name : Assumptions.ALL) {
      if (get(name).isEmpty()) {
        assumed.add(name);
      }
    }
    return new Assumptions(
        new Elasticities(
            Objects.requireNonNullElse(demand, usual.demand()),
            Objects.requireNonNullElse(substitution, usual.substitution()),
            Objects.requireNonNullElse(supply, usual.supply())),
        Map.of(),
        get("elasticities"),
        assumed);
  }

  private Sensitivity sensitivity() {
    var low = number("low", 0.05, 1);
    var high = number("high", 1, 20);
    var factors = new Span.Factors(low == null ? 0.5 : low, high == null ? 2 : high);
    return new Sensitivity(factors, factors, factors);
  }

  /// A number, with a sign in front if it is below zero; null where none is typed or it is faulty.
  private @Nullable Double number(String field, double least, double most) {
    var text = get(field);
    if (text.isEmpty()) {
      return null;
    }
    boolean below = !text.isEmpty() && "-−–".indexOf(text.charAt(0)) >= 0;
    var digits = (below ? text.substring(1) : text).strip();
    digits = digits.endsWith("%") ? digits.substring(0, digits.length() - 1).strip() : digits;
    var fault = Numerals.fault(digits);
    if (fault != null) {
      fault(field, fault.equals("number") ? "row-no-number" : "row-two-ways", shown(text));
      return null;
    }
    double value = Numerals.value(digits).doubleValue() * (below ? -1 : 1);
    if (!(value >= least && value <= most)) {
      fault(field, "out-of-range", plain(least), plain(most));
      return null;
    }
    return value + 0.0;
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static String plain(double value) {
    return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
