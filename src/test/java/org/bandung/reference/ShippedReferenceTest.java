package org.bandung.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.reference.CountryResolution.Found;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Every shipped file: reading it is the test, since a fault refuses it.
class ShippedReferenceTest {

  private final Reference reference =
      Reference.shipped(new ReferenceSettings(Optional.<Path>empty(), "unctad"));

  @Test
  void isOneServiceOfTheApplicationAndReadsTheRestWhenAsked() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(
          ReferenceSettings.class, () -> new ReferenceSettings(Optional.empty(), "unctad"));
      context.register(Reference.class);
      context.refresh();
      var service = context.getBean(Reference.class);

      assertThat(service.findGrouping("AU")).isPresent();
      assertThat(service.schemes()).hasSameSizeAs(reference.schemes());
      assertThat(service.fingerprint()).isEqualTo(reference.fingerprint());
    }
  }

  @Test
  void refusesAClassificationOfStatusThatNobodyKnows() {
    assertThatThrownBy(() -> Reference.shipped(new ReferenceSettings(Optional.empty(), "unktad")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("'unktad' is none of [m49-2021, unctad]");
  }

  @Test
  void namesCountriesRegionsGroupingsAndClassificationsInSevenLanguages() {
    reference.countries().forEach(c -> seven(c.name(), "country " + c.code()));
    reference.countries().stream()
        .flatMap(c -> c.region().stream())
        .distinct()
        .forEach(m49 -> seven(reference.findRegion(m49).orElseThrow().name(), "region " + m49));
    reference.groupings().forEach(g -> seven(g.name(), "grouping " + g.code()));
    reference.statusSchemes().forEach(s -> seven(s.name(), "status scheme " + s.code()));
    reference.schemes().forEach(s -> seven(s.name(), "scheme " + s.code()));
  }

  @Test
  void findsEveryCountryByEveryNameThatNoOtherCountryShares() {
    for (var country : reference.countries()) {
      for (var name : country.name().byLanguage().values()) {
        assertThat(reference.resolveCountry(name)).as(name).isEqualTo(new Found(country.code()));
      }
    }
  }

  @Test
  void findsCountriesByOldCodes() {
    for (var code : Set.of("BLX", "ROM", "ZAR", "TMP", "SCG", "ANT", "CSK")) {
      assertThat(reference.resolveCountry(code))
          .as(code)
          .isInstanceOfAny(Found.class, CountryResolution.Several.class);
    }
  }

  @Test
  void holdsAtLeastFiftyGroupings() {
    var withMembers =
        reference.groupings().stream()
            .filter(g -> !reference.membersOf(g.code()).isEmpty())
            .count();
    assertThat(withMembers).isGreaterThanOrEqualTo(50);
  }

  @Test
  void listsEveryFileOfASchemeInTheListOfSchemes() throws Exception {
    var folder =
        Path.of(Objects.requireNonNull(Reference.class.getResource("/reference/schemes")).toURI());
    assertThat(namesIn(folder))
        .isEqualTo(reference.schemes().stream().map(Scheme::code).collect(Collectors.toSet()));
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString().replace(".csv", ""))
          .collect(Collectors.toSet());
    }
  }

  private static void seven(LocalizedText name, String of) {
    assertThat(name.byLanguage().keySet()).as(of).containsAll(Messages.LANGUAGES);
  }
}
