package org.bandung.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bandung.kernel.Corpus;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What we take for a code of IATI is one.
@Tag("corpus")
class IatiCodesCorpusTest {

  private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>");

  private final Reference reference =
      Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad"));
  private final IatiCodes codes =
      new IatiCodes(
          new IatiCodes.Known() {
            @Override
            public Optional<String> country(CountryCode country) {
              return Optional.empty();
            }

            @Override
            public boolean has(String scheme, String code) {
              return reference.findScheme(scheme).orElseThrow().categories().containsKey(code);
            }
          });

  private static Set<String> official(String list) throws IOException {
    var found = new TreeSet<String>();
    var matcher =
        CODE.matcher(
            Files.readString(Corpus.data("data/iati/codelists/non-embedded/xml/" + list + ".xml")));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void sectorsAreThoseOfTheList() throws IOException {
    var ours = reference.findScheme("dac-sector").orElseThrow().categories().keySet();

    assertThat(official("Sector"))
        .containsAll(ours.stream().filter(codes::isSector).toList())
        .contains("99810");
    assertThat(official("SectorCategory"))
        .containsAll(ours.stream().filter(codes::isSectorGroup).toList());
  }

  @Test
  void goalsAndTargetsAreThoseOfTheLists() throws IOException {
    assertThat(official("UNSDG-Goals")).allMatch(IatiCodes::isGoal).hasSize(17);
    var targets = official("UNSDG-Targets");
    assertThat(targets).allMatch(IatiCodes::isTarget);
    for (int goal = 1; goal <= 17; goal++) {
      for (int target = 1; target < 25; target++) {
        var code = goal + "." + target;
        assertThat(IatiCodes.isTarget(code)).as(code).isEqualTo(targets.contains(code));
      }
      for (char letter = 'a'; letter < 'g'; letter++) {
        var code = goal + "." + letter;
        assertThat(IatiCodes.isTarget(code)).as(code).isEqualTo(targets.contains(code));
      }
    }
  }

  @Test
  void languagesAndCurrenciesAreThoseOfTheLists() throws IOException {
    var languages = official("Language");
    for (var language : Locale.getISOLanguages()) {
      IatiCodes.language(language).ifPresent(code -> assertThat(languages).contains(code));
    }
    var currencies = official("Currency");
    Currency.getAvailableCurrencies().stream()
        .map(Currency::getCurrencyCode)
        .filter(IatiCodes::isCurrency)
        .forEach(code -> assertThat(currencies).contains(code));
  }

  @Test
  void regionsAreThoseOfTheList() throws IOException {
    assertThat(official("Region")).allMatch(IatiCodes::isRegion).hasSize(26);
  }
}
