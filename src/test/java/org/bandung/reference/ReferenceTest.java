package org.bandung.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.reference.InventedWorld.QMM;
import static org.bandung.reference.InventedWorld.QNN;
import static org.bandung.reference.InventedWorld.QOO;
import static org.bandung.reference.InventedWorld.QPP;
import static org.bandung.reference.InventedWorld.QQQ;
import static org.bandung.reference.InventedWorld.QRR;
import static org.bandung.reference.InventedWorld.QVV;
import static org.bandung.reference.InventedWorld.QXX;
import static org.bandung.reference.InventedWorld.QYY;

import java.time.LocalDate;
import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.CountryResolution.Aggregate;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.CountryResolution.Several;
import org.bandung.reference.CountryResolution.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Reference world = InventedWorld.reference();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QMM",
        "qmm",
        "QM",
        "qm",
        " QM ",
        "Meridia",
        "MERIDIA",
        "Méridie",
        "meridie",
        "ميريديا",
        "梅里迪亚",
        "МЕРИДИЯ",
        "Republic of Meridia",
        "the Republic of Meridia",
        "La Meridia"
      })
  void findsACountryByAnyOfItsCodesAndNames(String text) {
    assertThat(world.resolveCountry(text)).isEqualTo(new Found(QMM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yarrow & the Isles", "Yarrow and Isles", "Yarrow et les Îles"})
  void passesOverArticlesAndTheWordsForAnd(String text) {
    assertThat(world.resolveCountry(text)).isEqualTo(new Found(QYY));
  }

  @Test
  void findsACountryInSpiteOfPunctuation() {
    assertThat(world.resolveCountry("Norelia, United Shores of")).isEqualTo(new Found(QNN));
  }

  @Test
  void findsTheCountriesThatFollowedAFormerCode() {
    assertThat(world.resolveCountry("QZZ")).isEqualTo(new Several("QZZ", List.of(QMM, QNN)));
    assertThat(world.resolveCountry("qz")).isEqualTo(new Several("QZ", List.of(QMM, QNN)));
    assertThat(world.resolveCountry("QZA")).isEqualTo(new Found(QOO));
    assertThat(world.resolveCountry("Ancient Osmara")).isEqualTo(new Found(QOO));
  }

  @Test
  void takesAFormerCodeThatWasGivenTwiceForItsLastUse() {
    assertThat(world.resolveCountry("QZB")).isEqualTo(new Found(QRR));
  }

  @Test
  void tellsAnAggregateFromACountry() {
    assertThat(world.resolveCountry("QWW")).isEqualTo(new Aggregate("QWW"));
    assertThat(world.resolveCountry("Southern countries, unspecified"))
        .isEqualTo(new Aggregate("QWW"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "QTT", "QT", "Atlantis", "Southern Shore", "-", "the"})
  void knowsNothingOfOtherTextsNorOfNamesThatTwoCountriesShare(String text) {
    assertThat(world.resolveCountry(text)).isInstanceOf(Unknown.class);
  }

  @Test
  void neverTakesANameForACode() {
    assertThat(world.resolveCountryName("QM")).isInstanceOf(Unknown.class);
    assertThat(world.resolveCountryName("Osmara")).isEqualTo(new Found(QOO));
  }

  @ParameterizedTest
  @CsvSource({
    "QMM,2020-01-01,SOUTH", "QXX,2020-01-01,NORTH",
    "QQQ,1990-06-30,TRANSITION", "QQQ,1990-07-01,SOUTH",
    "QTT,2020-01-01,UNKNOWN"
  })
  void tellsTheStatusOfADay(String country, LocalDate day, Development expected) {
    assertThat(world.development(new CountryCode(country), day)).isEqualTo(expected);
  }

  @Test
  void tellsTheStatusUnderAnotherClassification() {
    assertThat(world.development(QRR, LocalDate.of(2014, 12, 31), "harbour"))
        .isEqualTo(Development.SOUTH);
    assertThat(world.development(QRR, LocalDate.of(2015, 1, 1), "harbour"))
        .isEqualTo(Development.NORTH);
    assertThat(world.development(QPP, TODAY, "harbour")).isEqualTo(Development.UNKNOWN);
    assertThat(world.development(QRR, TODAY, "no such")).isEqualTo(Development.UNKNOWN);
    assertThat(world.defaultStatusScheme()).isEqualTo("world");
    assertThat(world.statusHistory(QRR)).hasSize(3);
  }

  @Test
  void showsWhatIsOnlyScheduled() {
    var row = world.categories(QPP).getFirst();

    assertThat(row.certainty()).isEqualTo("scheduled");
    assertThat(row.holdsOn(LocalDate.of(2026, 11, 23))).isTrue();
    assertThat(row.holdsOn(LocalDate.of(2026, 11, 24))).isFalse();
  }

  @Test
  void knowsFullMembersOfADay() {
    assertThat(world.isMember("COMM", QMM, TODAY)).isTrue();
    assertThat(world.isMember("COMM", QMM, LocalDate.of(1975, 5, 27))).isFalse();
    assertThat(world.isMember("OLDC", QMM, LocalDate.of(1975, 5, 27))).isTrue();
    assertThat(world.isMember("COMM", QVV, TODAY)).as("an associate").isFalse();
    assertThat(world.isMember("SHORE", QPP, TODAY)).as("left in 2010").isFalse();
    assertThat(world.isMember("no such", QMM, TODAY)).isFalse();
    assertThat(world.membersOf("COMM"))
        .extracting(Membership::country)
        .containsExactly(QMM, QNN, QOO, QVV);
    assertThat(world.membershipsOf(QXX)).hasSize(1);
    assertThat(world.findGrouping("OLDC").orElseThrow().successor()).contains("COMM");
  }

  @Test
  void namesCountriesAndCodesForTheReader() {
    assertThat(world.countryName(QQQ, "pt")).isEqualTo("Ilhas Quillara");
    assertThat(world.countryName(new CountryCode("QTT"), "pt")).isEqualTo("QTT");
    assertThat(world.label("dac-sector", "140", "fr")).isEqualTo("Eau");
    assertThat(world.label("dac-sector", "310", "fr")).as("falls back").isEqualTo("Farming");
    assertThat(world.label("dac-sector", "999", "fr")).isEqualTo("999");
    assertThat(world.label("no such", "1", "fr")).isEqualTo("1");
  }

  @Test
  void leadsFromOneClassificationToAnother() {
    assertThat(world.crosswalk("dac-sector", "111", "un-domain"))
        .containsExactly("social", "technical");
    assertThat(world.crosswalk("dac-sector", "999", "un-domain")).isEmpty();
    assertThat(world.findScheme("sdg").orElseThrow().categories().values())
        .anySatisfy(category -> {
          assertThat(category.code()).isEqualTo("6.1");
          assertThat(category.parent()).contains("6");
        });
  }

  @Test
  void knowsWhereACountryLies() {
    var quillara = world.findCountry(QQQ).orElseThrow();

    assertThat(quillara.region()).contains("802");
    assertThat(world.findRegion("811").orElseThrow().parent()).contains("801");
    assertThat(world.countries()).hasSize(9);
    assertThat(world.findCountry(QVV).orElseThrow().kind()).isEqualTo(Country.Kind.TERRITORY);
  }
}
