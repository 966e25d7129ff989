package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.json.DatasetJson;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.economy.Producers.Elasticities;
import org.bandung.economy.Shortlist;
import org.bandung.economy.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The economy of the South: what the terminal answers to `economy ... --json`, at addresses below
/// `/economy`. Where this node holds no data for a question, there is nothing at its address.
@RestController
@RequestMapping(path = Addresses.ROOT + "/economy", produces = "application/json")
final class EconomyRoutes {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int MOST_CANDIDATES = 300;
  private static final int USUAL_CANDIDATES = 3;
  private static final int LONGEST_SPAN = 50;
  private static final List<String> SHARES = List.of("trade", "output", "investment");

  private final Requests requests;
  private final Known economy;
  private final Reference reference;

  EconomyRoutes(Requests requests, Known economy, Reference reference) {
    this.requests = requests;
    this.economy = economy;
    this.reference = reference;
  }

  /// What this door asks of the economy. Answers are those of the terminal; empty where this node
  /// holds no data for the question.
  interface Known {

    /// Codes of the definitions of the South, the usual one first.
    List<String> souths();

    /// @param of `trade`, `output` or `investment`
    /// @param grouping its members' trade instead; empty for the South's
    Optional<Map<String, @Nullable Object>> shares(
        String of, String grouping, int span, boolean published, Wish wish);

    Optional<Map<String, @Nullable Object>> dependence(String country, Wish wish, int limit);

    Optional<Map<String, @Nullable Object>> complementarity(String country, Wish wish, int limit);

    Optional<Map<String, @Nullable Object>> pair(String country, String partner, Wish wish);

    Optional<Map<String, @Nullable Object>> substitution(
        String importer, String product, Shortlist.Wish size, Wish wish);

    Optional<Map<String, @Nullable Object>> openings(
        String exporter, String product, Wish wish, int limit);

    Optional<Map<String, @Nullable Object>> product(
        String product, String grouping, Elasticities elasticities, Wish wish, int limit);

    Optional<Map<String, @Nullable Object>> debt(String debtor, Wish wish, int limit);

    Optional<Map<String, @Nullable Object>> debts(Wish wish, int limit);

    List<DatasetJson> datasets();

    Optional<DatasetJson> dataset(String code);
  }

  private Wish wish(Query query) {
    return wish(query, economy.souths());
  }

  /// What questions to the economy have in common.
  static Wish wish(Query query, List<String> souths) {
    var dataset = query.text(Parameter.DATASET).orElse("");
    if (!dataset.isEmpty() && !dataset.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      query.fault(Parameter.DATASET, "not-a-code");
    }
    var south = query.oneOf(Parameter.SOUTH, souths).orElse("");
    var year = query.number(Parameter.DATA_YEAR, FIRST_YEAR, LAST_YEAR);
    return new Wish(
        dataset, year.isPresent() ? OptionalInt.of(year.get()) : OptionalInt.empty(), south);
  }

  private String country(String iso3) {
    return country(iso3, reference);
  }

  /// The code of a country that is known, in capitals.
  static String country(String iso3, Reference reference) {
    var code = Addresses.id("iso3", iso3).toUpperCase(Locale.ROOT);
    if (!CountryCode.isWellFormed(code) || reference.findCountry(new CountryCode(code)).isEmpty()) {
      throw new NotFound(iso3);
    }
    return code;
  }

  static Map<String, @Nullable Object> found(
      String id, Optional<Map<String, @Nullable Object>> answer) {
    return answer.orElseThrow(() -> new NotFound(id));
  }

  @GetMapping("/shares")
  Map<String, @Nullable Object> shares(HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_SHARES).query();
    var wish = wish(query);
    var of = query.oneOf(Parameter.SHARES_OF, SHARES).orElse("trade");
    var grouping = query.grouping().orElse("");
    int span = query.number(Parameter.SPAN, 1, LONGEST_SPAN).orElse(1);
    boolean published = query.flag(Parameter.PUBLISHED, false);
    query.refuseFaults();
    return found("shares", economy.shares(of, grouping, span, published, wish));
  }

  @GetMapping("/countries/{iso3}/dependence")
  Map<String, @Nullable Object> dependence(@PathVariable String iso3, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_DEPENDENCE).query();
    var wish = wish(query);
    int limit = query.limit();
    query.refuseFaults();
    return found(iso3, economy.dependence(country(iso3), wish, limit));
  }

  @GetMapping("/countries/{iso3}/complementarity")
  Map<String, @Nullable Object> complementarity(
      @PathVariable String iso3, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_COMPLEMENTARITY).query();
    var wish = wish(query);
    int limit = query.limit();
    query.refuseFaults();
    return found(iso3, economy.complementarity(country(iso3), wish, limit));
  }

  /// Two countries, written with a hyphen between them: `KEN-THA`.
  @GetMapping("/pairs/{pair}")
  Map<String, @Nullable Object> pair(@PathVariable String pair, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_PAIR).query();
    var wish = wish(query);
    query.refuseFaults();
    var sides = Addresses.id("pair", pair).split("-", -1);
    if (sides.length != 2) {
      throw new NotFound(pair);
    }
    return found(pair, economy.pair(country(sides[0]), country(sides[1]), wish));
  }

  @GetMapping("/countries/{iso3}/substitution")
  Map<String, @Nullable Object> substitution(
      @PathVariable String iso3, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_SUBSTITUTION).query();
    var wish = wish(query);
    var product = query.product().orElse("");
    var exporter = query.country(Parameter.EXPORTER).map(CountryCode::alpha3).orElse("");
    boolean growing = query.flag(Parameter.GROWING, false);
    int candidates =
        query.number(Parameter.CANDIDATES, 1, MOST_CANDIDATES).orElse(USUAL_CANDIDATES);
    int limit = query.limit();
    query.refuseFaults();
    var size = new Shortlist.Wish(growing, exporter, limit, candidates);
    return found(iso3, economy.substitution(country(iso3), product, size, wish));
  }

  @GetMapping("/countries/{iso3}/openings")
  Map<String, @Nullable Object> openings(@PathVariable String iso3, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_OPENINGS).query();
    var wish = wish(query);
    var product = query.product().orElse("");
    int limit = query.limit();
    query.refuseFaults();
    return found(iso3, economy.openings(country(iso3), product, wish, limit));
  }

  @GetMapping("/products/{product}")
  Map<String, @Nullable Object> product(@PathVariable String product, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_PRODUCT).query();
    var wish = wish(query);
    var grouping = query.grouping().orElse("");
    var usual = Elasticities.USUAL;
    var elasticities =
        new Elasticities(
            query.elasticity(Parameter.DEMAND, Query.LEAST_DEMAND).orElse(usual.demand()),
            query.elasticity(Parameter.SUPPLY, 0).orElse(usual.supply()));
    int limit = query.limit();
    query.refuseFaults();
    if (!Addresses.id("product", product).matches("[A-Za-z0-9.]{1,12}")) {
      throw new NotFound(product);
    }
    return found(product, economy.product(product, grouping, elasticities, wish, limit));
  }

  @GetMapping("/countries/{iso3}/debt")
  Map<String, @Nullable Object> debt(@PathVariable String iso3, HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_DEBT).query();
    var wish = wish(query);
    int limit = query.limit();
    query.refuseFaults();
    return found(iso3, economy.debt(country(iso3), wish, limit));
  }

  @GetMapping("/debt")
  Map<String, @Nullable Object> debts(HttpServletRequest request) {
    var query = requests.read(request, Route.ECONOMY_DEBTS).query();
    var wish = wish(query);
    int limit = query.limit();
    query.refuseFaults();
    return found("debt", economy.debts(wish, limit));
  }

  @GetMapping("/datasets")
  Listed<DatasetJson> datasets(HttpServletRequest request) {
    return requests
        .read(request, Route.DATASETS)
        .query()
        .page(economy.datasets(), DatasetJson::code);
  }

  @GetMapping("/datasets/{code}")
  DatasetJson dataset(@PathVariable String code, HttpServletRequest request) {
    requests.read(request, Route.DATASET).query().refuseFaults();
    return economy.dataset(Addresses.id("code", code)).orElseThrow(() -> new NotFound(code));
  }
}
