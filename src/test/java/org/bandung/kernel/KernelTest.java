package org.bandung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2019-05", "2019-05-03"})
  void aDateIsWrittenAsItWasRead(String text) {
    assertThat(PartialDate.parse(text).orElseThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "19",
        "2019-13",
        "2019-00",
        "2019-02-30",
        "2019-05-03x",
        "Present",
        "20190503",
        "٢٠١٩"
      })
  void whatIsNoDateIsNotGuessed(String text) {
    assertThat(PartialDate.parse(text)).isEmpty();
  }

  @Test
  void aTimeBehindTheDayDoesNotCount() {
    assertThat(PartialDate.parse("2019-05-03T10:00:00Z").orElseThrow()).hasToString("2019-05-03");
  }

  @Property
  void anyDayIsReadBack(@ForAll @IntRange(min = 1, max = 3_600_000) int epochDay) {
    var day = LocalDate.ofEpochDay(epochDay - 719_000L);
    if (day.getYear() >= 1 && day.getYear() <= 9999) {
      var date = PartialDate.of(day);
      assertThat(PartialDate.parse(date.toString())).contains(date);
      assertThat(date.earliest()).isEqualTo(day).isEqualTo(date.latest());
    }
  }

  @Test
  void aYearCanMeanAnyOfItsDays() {
    var year = PartialDate.ofYear(2020);

    assertThat(year.earliest()).isEqualTo("2020-01-01");
    assertThat(year.latest()).isEqualTo("2020-12-31");
    assertThat(new Period(year, year, false).mayContain(LocalDate.of(2020, 7, 1))).isTrue();
    assertThat(new Period(year, year, false).mayContain(LocalDate.of(2021, 1, 1))).isFalse();
    assertThat(new Period(year, null, true).mayContain(LocalDate.of(2031, 1, 1))).isTrue();
  }

  @Test
  void aTextIsShownInTheReadersLanguageElseInAnotherWithItsTag() {
    var text = new LocalizedText(Map.of("fr", "Puits", "en", "Wells"));

    assertThat(text.in("fr").orElseThrow().text()).isEqualTo("Puits");
    assertThat(text.in("ar").orElseThrow()).isEqualTo(new LocalizedText.Spoken("en", "Wells"));
    assertThat(LocalizedText.of("sw", "Visima").in("en").orElseThrow().language()).isEqualTo("sw");
    assertThat(LocalizedText.EMPTY.in("en")).isEmpty();
  }

  @Test
  void idsAreStableAndOpaque() {
    // First 80 bits of SHA-256 over "abc" and a zero byte, worked out with another program.
    assertThat(StableId.of("abc")).isEqualTo("vg8h9k8794abv1sc");
    assertThat(StableId.of("a", "bc")).isNotEqualTo(StableId.of("ab", "c"));
    assertThat(StableId.isWellFormed(StableId.of("x"))).isTrue();
    assertThat(StableId.isWellFormed("../../etc/passwd")).isFalse();
  }

  @Test
  void aCountryCodeHasThreeCapitals() {
    assertThatThrownBy(() -> new CountryCode("qmm")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountryCode("QMMM")).isInstanceOf(IllegalArgumentException.class);
  }
}
