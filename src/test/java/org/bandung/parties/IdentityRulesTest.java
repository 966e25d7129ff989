package org.bandung.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.reference.InventedWorld.QMM;
import static org.bandung.reference.InventedWorld.QPP;

import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.parties.Identity.Nature;
import org.bandung.reference.DataFiles;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRulesTest {

  private final Reference world = InventedWorld.reference();
  private final IdentityRules rules =
      new IdentityRules(
          Directory.read(
              DataFiles.in(InventedWorld.folder("parties-world"), Optional.empty()), world),
          world);

  @ParameterizedTest
  @CsvSource({
    // reference, type, country, nature
    "QM-AMC-1, 10, QMM, GOVERNMENT", // the directory
    " qm-amc-1 , 10, QMM, GOVERNMENT",
    "QM-WELLS, , QMM, GOVERNMENT", // the directory, without a type: by its kind
    "XM-DAC-99301, 10, , MULTILATERAL", // the directory wins over the reporter's type
    "XM-DAC-9-4, , QNN, GOVERNMENT",
    "XM-DAC-90-4, , , UNKNOWN", // XM-DAC-9 is no beginning of XM-DAC-90
    "XM-DAC-99-1, 10, , MULTILATERAL",
    "XM-DAC-99-1, 22, , OTHER",
    "QX-GOV-1, , QXX, GOVERNMENT",
    "QX-GOV-7, , QYY, GOVERNMENT", // the longest beginning
    "QX-GOV-7-3, , QYY, GOVERNMENT",
    "QX-GOV-1, 40, QXX, MULTILATERAL",
    "XI-LIST-5, 80, , OTHER",
    "XI-LIST-5, , , UNKNOWN",
    "00017, 10, QOO, GOVERNMENT",
    "QR-REG-12345, 22, QRR, OTHER", // any register of a country
    "QR-REG-12345, , QRR, UNKNOWN",
    "QR-REG-12345, 99, QRR, UNKNOWN", // a type nobody knows
    "QT-REG-12345, 22, , OTHER", // no country has this code
    "XM-DAC-47999, , , MULTILATERAL", // channel codes from 40000 on
    "XM-DAC-47999-1, 10, , MULTILATERAL",
    "XM-DAC-4799, , , UNKNOWN",
    "QR, , , UNKNOWN"
  })
  void knowsCountryAndNatureByReferenceAndType(
      String reference, @Nullable String type, @Nullable String country, Nature nature) {
    var identity = rules.identify(mention(reference, type, ""));

    assertThat(identity.country().map(c -> c.alpha3())).isEqualTo(Optional.ofNullable(country));
    assertThat(identity.nature()).isEqualTo(nature);
    assertThat(identity.organisation()).isPresent();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\u00a0", "#", "--", "n/a", "N/A ", "NONE", "10-Government"})
  void givesNoOrganisationToAReferenceThatMeansNothing(@Nullable String reference) {
    var identity = rules.identify(mention(reference, "10", ""));

    assertThat(identity.organisation()).isEmpty();
    assertThat(identity.country()).isEmpty();
    assertThat(identity.nature()).isEqualTo(Nature.GOVERNMENT);
  }

  @Test
  void givesTheSameIdToTheSameReferenceHoweverItIsTyped() {
    assertThat(rules.identify(mention("QR-REG-5", null, "One")).organisation())
        .isEqualTo(rules.identify(mention(" qr-reg-5", "22", "Other")).organisation())
        .isNotEqualTo(rules.identify(mention("QR-REG-6", null, "One")).organisation());
    assertThat(rules.identify(mention("99301", null, "")).organisation()).contains("world-works");
  }

  @Test
  void knowsAMultilateralByItsNameWithoutAReference() {
    var secretariat = rules.identify(mention(null, "10", "Secrétariat de la PREMIERE région"));

    assertThat(secretariat.nature()).isEqualTo(Nature.MULTILATERAL);
    assertThat(secretariat.grouping()).contains("COMM");
    assertThat(secretariat.organisation()).isEmpty();
  }

  @Test
  void knowsAGovernmentByTheNameOfItsCountry() {
    assertThat(rules.identify(mention(null, "10", "Meridia")).country()).contains(QMM);
    assertThat(rules.identify(mention("ZZZ1", "10", "Pelaria")).country()).contains(QPP);
    assertThat(rules.identify(mention(null, "22", "Meridia")).country()).isEmpty();
    assertThat(rules.identify(mention(null, "10", "QM")).country()).as("no code").isEmpty();
  }

  @Test
  void doesNotTakeAMinistryForAnotherOfTheSameName() {
    assertThat(rules.identify(mention(null, "10", "Ministry of Wells")).country()).isEmpty();
  }

  private static Mention mention(@Nullable String reference, @Nullable String type, String name) {
    return new Mention(
        reference, name.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of("en", name), type);
  }
}
