package org.bandung.economy.gravity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Published figures: Yotov, Piermartini, Monteiro, Larch 2016, An Advanced Guide to Trade Policy
/// Analysis, chapter 1; the vignette of the R package gravity; the walkthrough of the R package
/// fixest. All printed digits are asked for.
@Tag("corpus")
class PublishedGravityTest {

  private static final String YEARS = "\"years\": [1986, 1990, 1994, 1998, 2002, 2006],";
  private static final String BOTH =
      "\"fixedEffects\": [[\"exporter\", \"year\"], [\"importer\", \"year\"]],";
  private static final String PAIRS =
      """
      "fixedEffects": [["exporter", "year"], ["importer", "year"], "pair_id * border"],
      "filter": "(sum(trade) by pair_id) > 0", "cluster": "pair_id", "flow": "trade",
      """;
  private static final String TERMS = "\"terms\": [\"log(dist)\", \"cntg\", \"lang\", \"clny\"";
  private static final String SIZES =
      """
      , {"name": "log_y", "formula": "log(sum(trade) by exporter, year)"},
      {"name": "log_e", "formula": "log(sum(trade) by importer, year)"}
      """;
  private static final String REMOTENESS =
      """
      , {"name": "remoteness_exp", "formula":
       "log(sum(dist * (sum(trade) by year) / (sum(trade) by importer, year)) by exporter, year)"},
      {"name": "remoteness_imp", "formula":
       "log(sum(dist * (sum(trade) by year) / (sum(trade) by exporter, year)) by importer, year)"}
      """;
  private static final String LOG_FLOW =
      """
      "flow": "log(trade)", "method": "ols", "domestic": "exclude", "cluster": "pair_id",
      """;
  private static final String FLOW =
      """
      "flow": "trade", "domestic": "exclude", "cluster": "pair_id",
      """;

  @TempDir Path folder = Path.of("");

  private Estimate guide(String rest) throws IOException {
    return estimate("data/trade/agtpa_manufacturing_1986_2006.csv.gz", YEARS + rest);
  }

  private Estimate estimate(String data, String rest) throws IOException {
    var spec = folder.resolve("spec.json");
    Files.writeString(spec, "{\"data\": \"%s\", %s}".formatted(Corpus.data(data), rest));
    return switch (Gravity.estimate(spec)) {
      case Gravity.Outcome.Estimated(var estimate) -> estimate;
      case Gravity.Outcome other -> throw new AssertionError(other);
    };
  }

  private static void agrees(Estimate estimate, double digit, Map<String, double[]> published) {
    assertThat(estimate.fit().converged()).isTrue();
    published.forEach((term, values) -> {
      var found =
          estimate.coefficients().stream()
              .filter(c -> c.term().equals(term))
              .findFirst()
              .orElseThrow();
      assertThat(found.estimate()).as(term).isCloseTo(values[0], within(digit / 2 * 1.0001));
      if (values.length > 1) {
        assertThat(found.standardError())
            .as(term + ", error")
            .isCloseTo(values[1], within(digit / 2 * 1.0001));
      }
    });
  }

  private static double[] of(double... values) {
    return values;
  }

  @Test
  void tableOneFirstColumnLeastSquares() throws IOException {
    var estimate = guide(LOG_FLOW + TERMS + SIZES + "]");

    assertThat(estimate.rows().used()).isEqualTo(25_689);
    agrees(
        estimate,
        1e-4,
        Map.of(
            "log(dist)", of(-1.0016, 0.0273),
            "cntg", of(0.5738, 0.1847),
            "lang", of(0.8015, 0.0821),
            "clny", of(0.7349, 0.1442),
            "log_y", of(1.1902, 0.0095),
            "log_e", of(0.9076, 0.0099),
            "constant", of(-11.2831, 0.2958)));
  }

  @Test
  void tableOneSecondColumnRemoteness() throws IOException {
    var estimate = guide(LOG_FLOW + TERMS + SIZES + REMOTENESS + "]");

    assertThat(estimate.rows().used()).isEqualTo(25_689);
    agrees(
        estimate,
        1e-4,
        Map.of(
            "log(dist)", of(-1.1848, 0.0313),
            "cntg", of(0.2466, 0.1769),
            "lang", of(0.7394, 0.0784),
            "clny", of(0.8425, 0.1502),
            "log_y", of(1.1643, 0.0095),
            "log_e", of(0.9026, 0.0099),
            "remoteness_exp", of(0.9718, 0.0682),
            "remoteness_imp", of(0.2737, 0.0598),
            "constant", of(-35.2185, 1.9859)));
  }

  @Test
  void tableOneThirdColumnFixedEffects() throws IOException {
    var estimate = guide(LOG_FLOW + BOTH + TERMS + "]");

    assertThat(estimate.rows().used()).isEqualTo(25_689);
    assertThat(estimate.rows().missing()).isEqualTo(2_463);
    agrees(
        estimate,
        1e-4,
        Map.of(
            "log(dist)", of(-1.2156, 0.0376),
            "cntg", of(0.2232, 0.1995),
            "lang", of(0.6609, 0.0807),
            "clny", of(0.6705, 0.1470)));
  }

  @Test
  void tableOneFourthColumnPpml() throws IOException {
    var estimate = guide(FLOW + BOTH + TERMS + "]");

    assertThat(estimate.rows().used()).isEqualTo(28_152);
    agrees(
        estimate,
        1e-4,
        Map.of(
            "log(dist)", of(-0.8409, 0.0317),
            "cntg", of(0.4374, 0.0832),
            "lang", of(0.2475, 0.0765),
            "clny", of(-0.2225, 0.1162)));
  }

  @Test
  void distancePuzzle() throws IOException {
    var byYear =
        List.of(1986, 1990, 1994, 1998, 2002, 2006).stream()
            .map(y ->
                "{\"name\": \"%d\", \"formula\": \"log(dist) * (year == %d)\"}".formatted(y, y))
            .toList();
    var terms = "\"terms\": [" + String.join(", ", byYear) + ", \"cntg\", \"lang\", \"clny\"]";

    agrees(
        guide(FLOW + BOTH + terms),
        1e-4,
        Map.of(
            "1986", of(-0.8593),
            "1990", of(-0.8341),
            "1994", of(-0.8348),
            "1998", of(-0.8469),
            "2002", of(-0.8484),
            "2006", of(-0.8356)));
  }

  @Test
  void effectsOfAgreementsFromPpmlToGlobalisation() throws IOException {
    var lags = "\"rta\", \"rta_lag4\", \"rta_lag8\", \"rta_lag12\"";
    var borders =
        List.of(1986, 1990, 1994, 1998, 2002).stream()
            .map("\"border * (year == %d)\""::formatted)
            .toList();

    agrees(guide(FLOW + BOTH + TERMS + ", \"rta\"]"), 1e-4, Map.of("rta", of(0.1907, 0.0658)));
    agrees(guide(PAIRS + "\"terms\": [\"rta\"]"), 1e-4, Map.of("rta", of(0.5572, 0.1022)));
    agrees(guide(PAIRS + "\"terms\": [\"rta\", \"rta_lead4\"]"), 1e-4, Map.of("rta", of(0.5200)));
    agrees(guide(PAIRS + "\"terms\": [" + lags + "]"), 1e-4, Map.of("rta", of(0.2914)));
    agrees(
        guide(PAIRS + "\"terms\": [" + lags + ", " + String.join(", ", borders) + "]"),
        1e-4,
        Map.of("rta", of(0.1157)));
  }

  private static final String VIGNETTE =
      """
      "exporter": "iso_o", "importer": "iso_d",
      "terms": ["log(distw)", "rta", "comcur", "contig"]
      """;

  @Test
  void vignettePpmlWithoutEffects() throws IOException {
    var estimate =
        estimate("data/economy-tests/gravity_no_zeros.csv.gz", "\"flow\": \"flow\"," + VIGNETTE);

    assertThat(estimate.fit().deviance()).isCloseTo(61_989_121, within(0.5));
    agrees(
        estimate,
        1e-5,
        Map.of(
            "constant", of(5.76232),
            "log(distw)", of(0.02428),
            "rta", of(1.26582),
            "comcur", of(1.10604),
            "contig", of(1.75821)));
  }

  @Test
  void vignetteDoubleDemeaning() throws IOException {
    var estimate =
        estimate(
            "data/economy-tests/gravity_no_zeros.csv.gz",
            """
            "flow": "log(flow)", "method": "ddm", "fixedEffects": ["iso_o", "iso_d"],
            """
                + VIGNETTE);

    assertThat(estimate.fit().rSquared().orElseThrow()).isCloseTo(0.2541, within(5e-5));
    agrees(
        estimate,
        1e-5,
        Map.of(
            "log(distw)", of(-1.60334),
            "rta", of(0.79727),
            "comcur", of(0.17376),
            "contig", of(1.00184)));
  }

  private static final String FOUR =
      """
      "exporter": "Origin", "importer": "Destination", "yearColumn": "Year",
      "terms": ["log(dist_km)"], "cluster": "Origin",
      "fixedEffects": ["Origin", "Destination", "Product", "Year"],
      """;

  @Test
  void fourEffectsOfFixest() throws IOException {
    var data = "data/economy-tests/fixest_trade.csv.gz";
    var plain = estimate(data, FOUR + "\"flow\": \"Euros\", \"errors\": \"cluster-plain\"");
    var usual = estimate(data, FOUR + "\"flow\": \"Euros\"");

    assertThat(plain.rows().used()).isEqualTo(38_325);
    agrees(plain, 1e-6, Map.of("log(dist_km)", of(-1.527874)));
    assertThat(plain.coefficients().getFirst().standardError())
        .isCloseTo(0.1116927, within(5.1e-7));
    assertThat(usual.coefficients().getFirst().standardError()).isCloseTo(0.115613, within(5.1e-7));
    assertThat(plain.fit().squaredCorrelation()).isCloseTo(0.6120208, within(5.1e-8));
    assertThat(plain.fit().logLikelihood()).isCloseTo(-702_470_445_793.0, within(1e5));
    agrees(
        estimate(data, FOUR + "\"flow\": \"log(Euros)\", \"method\": \"ols\""),
        1e-6,
        Map.of("log(dist_km)", of(-2.169876)));
  }

  /// The documentation of the Python package gegravity prints these, found with Stata's ppmlhdfe.
  @Test
  void sampleOfGegravity() throws IOException {
    var estimate =
        estimate(
            "data/trade/gegravity_sample.dlm",
            """
            "flow": "trade", "errors": "hc0-n", "fixedEffects": ["exporter", "importer"],
            "terms": ["lndist", "contiguity", "common_language", "pta", "international"]
            """);

    agrees(
        estimate,
        1e-6,
        Map.of(
            "lndist", of(-0.3898623, 0.0729915),
            "contiguity", of(0.891577, 0.1327354),
            "common_language", of(0.0326249, 0.0840702),
            "pta", of(0.4711383, 0.1076578),
            "international", of(-3.412584, 0.2151235)));
  }
}
