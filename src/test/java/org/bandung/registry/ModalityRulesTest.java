package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Development;
import org.bandung.registry.said.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The decision table with all its golden cases, in the invented world: QM, QN, QO South in region
/// 1; QP, QQ South in region 2; QR South in region 3; QX, QY North; ORG multilateral; COMM a
/// community of QM, QN, QO.
class ModalityRulesTest {

  private static final Map<String, String> REGIONS =
      Map.of(
          "QMM", "1", "QNN", "1", "QOO", "1", "QPP", "2", "QQQ", "2", "QRR", "3", "QXX", "4", "QYY",
          "4");
  private static final Set<String> NORTH = Set.of("QXX", "QYY");

  static ModalityRules.Traits traits(CountryCode country) {
    var code = country.alpha3();
    if (code.startsWith("Z")) { // seventy more of the South, two regions
      var region = code.charAt(1) < 'K' ? "1" : "2";
      return new ModalityRules.Traits(Development.SOUTH, region, region + "a");
    }
    if (!REGIONS.containsKey(code)) {
      return new ModalityRules.Traits(Development.UNKNOWN, "", "");
    }
    var region = REGIONS.get(code);
    var side = NORTH.contains(code) ? Development.NORTH : Development.SOUTH;
    return new ModalityRules.Traits(side, region, region + "a");
  }

  static Set<CountryCode> members(String grouping) {
    return grouping.equals("COMM")
        ? Stream.of("QMM", "QNN", "QOO").map(CountryCode::new).collect(Collectors.toSet())
        : Set.of();
  }

  /// Actors written as `QMM:provider ORG:funder COMM:facilitator`.
  static List<ModalityRules.Actor> actors(String text) {
    var actors = new ArrayList<ModalityRules.Actor>();
    for (var part : text.isBlank() ? new String[0] : text.split(" ")) {
      var name = part.substring(0, part.indexOf(':'));
      var role = Role.valueOf(part.substring(name.length() + 1).toUpperCase(java.util.Locale.ROOT));
      boolean multilateral = name.startsWith("ORG");
      boolean community = name.startsWith("COMM");
      actors.add(
          new ModalityRules.Actor(
              role,
              multilateral || community ? Optional.empty() : Optional.of(new CountryCode(name)),
              multilateral || community ? Optional.of(name) : Optional.empty(),
              multilateral,
              community ? Optional.of(name) : Optional.empty()));
    }
    return actors;
  }

  private static ModalityRules.Decision decide(String text) {
    return ModalityRules.decide(
        actors(text), ModalityRulesTest::traits, ModalityRulesTest::members);
  }

  @ParameterizedTest(name = "{0} is {1}, {2}")
  @CsvSource({
    "QMM:provider QNN:recipient, bilateral, intraregional",
    "QMM:provider QPP:recipient, bilateral, interregional",
    "QMM:dual QNN:dual, bilateral, intraregional",
    "QMM:provider QPP:recipient QXX:facilitator, triangular, interregional",
    "QMM:provider QPP:recipient QXX:provider, triangular, interregional",
    "QMM:provider QPP:recipient ORG:funder, triangular, interregional",
    "QMM:provider QNN:recipient QOO:recipient COMM:facilitator, regional, intraregional",
    "QMM:provider QNN:recipient QOO:recipient COMM:implementer, plurilateral, intraregional",
    "QMM:provider QNN:recipient QPP:recipient COMM:facilitator, plurilateral, interregional",
    "QMM:dual QPP:dual QRR:dual, global, interregional",
    "QXX:provider QMM:recipient, north-south, interregional",
    "ORG:funder QMM:recipient, multilateral, intraregional",
    "QMM:provider QXX:recipient, south-north, interregional",
    "QMM:provider QMM:recipient, single-country, ",
    "QMM:dual, single-country, ",
    "QMM:recipient, undetermined, ",
    "QMM:provider, undetermined, ",
    "'', undetermined, ",
    "ORG:funder ORG:implementer, undetermined, ",
    "QXX:facilitator QMM:recipient, undetermined, ",
    "QMM:provider QNN:recipient ORG:implementer, bilateral, intraregional",
    "QMM:provider QNN:recipient QOO:facilitator, bilateral, intraregional",
    "QMM:provider QNN:recipient QOO:funder, plurilateral, intraregional",
    "QMM:provider QPP:recipient QXX:funder, triangular, interregional",
    "QXX:provider QYY:recipient, undetermined, ",
  })
  void followsTheGoldenCases(String participants, String modality, String scope) {
    var decision = decide(participants);

    assertThat(decision.modality()).isEqualTo(modality);
    assertThat(decision.scope()).isEqualTo(Optional.ofNullable(scope));
  }

  @Test
  void saysWhichSideIsNotKnown() {
    assertThat(decide("QMM:recipient").missing()).containsExactly("provider-side");
    assertThat(decide("QMM:provider").missing()).containsExactly("recipient-side");
    assertThat(decide("").missing()).containsExactly("provider-side", "recipient-side");
  }

  @Test
  void saysWhoseStatusIsNotKnown() {
    var decision = decide("QVV:provider QNN:recipient");

    assertThat(decision.modality()).isEqualTo("undetermined");
    assertThat(decision.missing()).containsExactly("status:QVV");
  }

  @Test
  void takesTheStatusAtTheDateItIsGiven() {
    var before =
        ModalityRules.decide(
            actors("QMM:provider QNN:recipient"),
            c ->
                c.alpha3().equals("QMM")
                    ? new ModalityRules.Traits(Development.NORTH, "1", "1a")
                    : traits(c),
            ModalityRulesTest::members);

    assertThat(before.modality()).isEqualTo("north-south");
  }

  @Test
  void seventyProvidersAndOneDualPartnerArePlurilateral() {
    var many =
        IntStream.range(0, 70)
            .mapToObj(i -> "Z" + (char) ('A' + i % 20) + (char) ('A' + i / 20) + ":provider")
            .collect(Collectors.joining(" "));

    assertThat(decide(many + " QMM:dual").modality()).isEqualTo("plurilateral");
  }

  @Test
  void seventyProvidersInThreeRegionsAreGlobal() {
    var many =
        IntStream.range(0, 70)
            .mapToObj(i -> "Z" + (char) ('A' + i % 20) + (char) ('A' + i / 20) + ":provider")
            .collect(Collectors.joining(" "));

    assertThat(decide(many + " QRR:dual").modality()).isEqualTo("global");
  }

  @Test
  void showsWhoCountedAsWhat() {
    assertThat(decide("QMM:provider QPP:recipient ORG:funder QXX:implementer").counted())
        .extracting(Derivation.CountedAs::side)
        .containsExactly("PS", "RS", "F", "-");
  }
}
