package org.bandung.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.junit.jupiter.api.Test;

/// Status by date, on the shipped files.
class CountryStatusTest {

  private final Reference reference =
      Reference.shipped(new ReferenceSettings(Optional.<Path>empty(), "unctad"));

  @Test
  void showsTheGraduationsOf24November2026() {
    assertThat(ldcsOn(LocalDate.of(2026, 11, 23))).contains("BGD", "LAO", "NPL");
    assertThat(ldcsOn(LocalDate.of(2026, 11, 24))).doesNotContain("BGD", "LAO", "NPL");
  }

  @Test
  void marksWhatIsNotConfirmed() {
    assertThat(reference.categories(new CountryCode("BGD")))
        .filteredOn(row -> row.grouping().equals("LDC"))
        .extracting(Membership::certainty)
        .doesNotContain("confirmed");
  }

  private List<String> ldcsOn(LocalDate day) {
    return reference.countries().stream()
        .map(Country::code)
        .filter(code ->
            reference.categories(code).stream()
                .anyMatch(row -> row.grouping().equals("LDC") && row.holdsOn(day)))
        .map(CountryCode::alpha3)
        .toList();
  }
}
