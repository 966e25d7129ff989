package org.bandung.exchange.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.bandung.exchange.observations.ObservationMapping.Codes;
import org.bandung.observations.LoadedFile.Meaning;
import org.bandung.observations.LoadedFile.OddCode;
import org.bandung.observations.Side;
import org.bandung.reference.InventedWorld;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryCodesTest {

  private final CountryCodes invented =
      new CountryCodes(InventedWorld.reference(), Map.of("the Isles", "QQQ"));
  private final CountryCodes shipped =
      new CountryCodes(
          Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")), Map.of());

  @Test
  void aCodeOfTodayIsTakenAsItIsWhateverItsLetters() {
    assertThat(invented.side("QMM", Codes.ALPHA_3, 2020)).isEqualTo(new Side("QMM", "QMM"));
    assertThat(invented.side("qmm", Codes.ALPHA_3, 2020)).isEqualTo(new Side("QMM", "qmm"));
    assertThat(invented.side("QM", Codes.ALPHA_2, 2020).code()).isEqualTo("QMM");
    assertThat(invented.side("Meridia", Codes.NAME, 2020).code()).isEqualTo("QMM");
    assertThat(invented.side("the Isles", Codes.ALPHA_3, 2020).code()).isEqualTo("QQQ");
    assertThat(invented.odd()).isEmpty();
  }

  @Test
  void aCodeMeansWhatItMeantInItsYear() {
    assertThat(invented.side("QZB", Codes.ALPHA_3, 1978).code()).isEqualTo("QPP");
    assertThat(invented.side("QZB", Codes.ALPHA_3, 1993).code()).isEqualTo("QRR");
    // Between its two lives the nearer one counts.
    assertThat(invented.side("QZB", Codes.ALPHA_3, 1983).code()).isEqualTo("QPP");
    assertThat(invented.side("QZB", Codes.ALPHA_3, 1989).code()).isEqualTo("QRR");
  }

  @Test
  void whatSeveralFollowStaysWhatItWasByItsThreeLetters() {
    assertThat(invented.side("QZZ", Codes.ALPHA_3, 1990)).isEqualTo(new Side("QZZ", "QZZ"));
    assertThat(invented.side("QZ", Codes.ALPHA_2, 1990)).isEqualTo(new Side("QZZ", "QZ"));
  }

  @Test
  void whatIsNotTakenAsItStandsIsListedWithHowOften() {
    invented.side("QZA", Codes.ALPHA_3, 1990);
    invented.side("QZA", Codes.ALPHA_3, 1991);
    invented.side("QZZ", Codes.ALPHA_3, 1990);
    invented.side("QWW", Codes.ALPHA_3, 1990);
    invented.side("Q99", Codes.ALPHA_3, 1990);

    assertThat(invented.odd())
        .containsExactly(
            new OddCode("QZA", Meaning.FORMER, "QOO", 2),
            new OddCode("Q99", Meaning.UNKNOWN, "Q99", 1),
            new OddCode("QWW", Meaning.AGGREGATE, "QWW", 1),
            new OddCode("QZZ", Meaning.SEVERAL, "QZZ", 1));
  }

  @Test
  void aNameIsNeverTakenForACodeNorACodeOfOneKindForAnother() {
    assertThat(invented.side("QMM", Codes.NAME, 2020).code()).isEqualTo("QMM");
    assertThat(invented.side("Meridia", Codes.ALPHA_3, 2020).code()).isEqualTo("Meridia");
    assertThat(invented.side("QM", Codes.ALPHA_3, 2020).code()).isEqualTo("QM");
    assertThat(invented.side("anything", Codes.NONE, 2020))
        .isEqualTo(new Side("anything", "anything"));
    assertThat(invented.odd()).noneMatch(o -> o.code().equals("anything"));
  }

  // Facts of M49, ISO 3166-3 and the lists of Comtrade.
  @ParameterizedTest
  @CsvSource({
    "4, 2021, AFG", "004, 2021, AFG", "842, 2021, USA", "699, 2021, IND", "251, 2021, FRA",
    "200, 1980, CSK", "810, 1980, SUN", "58, 1996, BLX", "278, 1985, DEU", "891, 2004, SCG"
  })
  void numbersOfM49AndComtradeAreKnown(String number, int year, String code) {
    assertThat(shipped.side(number, Codes.NUMERIC, year).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"baci", "comtrade"})
  void anOldNumberMeansWhatItsPublisherSaysAndThatIsTold(String mapping) {
    var aliases = ObservationMappings.find(mapping).mapping().orElseThrow().aliases();
    var codes =
        new CountryCodes(
            Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")), aliases);

    assertThat(shipped.side("736", Codes.NUMERIC, 2005).code()).isNotEqualTo("SDN");
    assertThat(codes.side("736", Codes.NUMERIC, 2005)).isEqualTo(new Side("SDN", "736"));
    assertThat(codes.side("230", Codes.ANY, 1990)).isEqualTo(new Side("ETH", "230"));
    assertThat(codes.odd())
        .containsExactlyInAnyOrder(
            new OddCode("736", Meaning.FORMER, "SDN", 1),
            new OddCode("230", Meaning.FORMER, "ETH", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "ZAR, 1980, COD",
    "DDR, 1980, DEU",
    "SUN, 1980, SUN",
    "SVU, 1980, SUN",
    "YUG, 1980, YUG",
    "CS, 1980, CSK",
    "CS, 2004, SCG",
    "ROM, 2016, ROU"
  })
  void codesOfEarlierTimesAreKnown(String letters, int year, String code) {
    assertThat(shipped.side(letters, Codes.ANY, year).code()).isEqualTo(code);
  }
}
