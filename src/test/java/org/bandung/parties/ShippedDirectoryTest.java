package org.bandung.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.parties.Identity.Nature;
import org.bandung.reference.DataFiles;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Test;

/// The shipped files of the directory: reading them is the test, since a fault refuses them.
class ShippedDirectoryTest {

  private final Reference reference =
      Reference.shipped(new ReferenceSettings(Optional.<Path>empty(), "unctad"));
  private final Directory directory =
      Directory.read(DataFiles.onClassPath("/parties", Optional.empty()), reference);
  private final IdentityRules rules = new IdentityRules(directory, reference);

  @Test
  void namesUnitedNationsBodiesInSevenLanguages() {
    // Others have names in the languages in which they publish; more would be invented.
    assertThat(directory.all())
        .filteredOn(o -> o.kind().equals("un-body"))
        .allSatisfy(o ->
            assertThat(o.name().byLanguage().keySet()).as(o.id()).containsAll(Messages.LANGUAGES));
  }

  @Test
  void knowsTheNatureOfEveryType() {
    assertThat(reference.findScheme("organisation-type").orElseThrow().categories().keySet())
        .allSatisfy(type -> assertThat(directory.nature(type)).isNotEqualTo(Nature.UNKNOWN));
  }

  @Test
  void knowsTheReferencesOfMultilateralBodies() {
    assertThat(rules.identify(new Mention("XM-DAC-41114", LocalizedText.EMPTY, "10")))
        .satisfies(undp -> {
          assertThat(undp.organisation()).contains("undp");
          assertThat(undp.nature()).isEqualTo(Nature.MULTILATERAL);
        });
  }
}
