package org.bandung.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of countries and peoples are taken out, topics stay.
class MaskingTest {

  private final Masking masking =
      new Masking(Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Brazilian experts train nurses in Angola|experts train nurses in",
        "Expertos brasileños capacitan en Perú|Expertos capacitan en",
        "Appui du Maroc aux agriculteurs sénégalais|Appui du aux agriculteurs",
        "Children, malaria, independent indicators and green growth|Children, malaria, independent indicators and green growth",
        "Chilean and Peruvian and Malawian and Chinese and Greek|and and and and",
        "Mariage, partage, services, pays partenaires, ressources marines|Mariage, partage, services, pays partenaires, ressources marines",
        "regional administration of specific grants|regional administration of specific grants",
        "school feeding with local farmers|school feeding with local farmers"
      })
  void takesNamesOutAndLeavesTopics(String text, String left) {
    var masked = masking.mask(text).strip().replaceAll("\\s+", " ");
    if (left != null) {
      assertThat(masked).isEqualTo(left);
    }
    assertThat(masked).doesNotContainIgnoringCase("bra").doesNotContainIgnoringCase("maroc");
  }
}
