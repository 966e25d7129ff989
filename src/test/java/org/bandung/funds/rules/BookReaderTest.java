package org.bandung.funds.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bandung.funds.rules.BookReader.Read;
import org.junit.jupiter.api.Test;

class BookReaderTest {

  private static final String RULE =
      """
      {"id": "months", "kind": "eligibility", "asks": "months <= 24", "shows": ["months", "24"],
       "texts": {"asks": {"en": "At most {1} months"}, "found": {"en": "{0} of {1}", "es": "{0}/{1}"}},
       "source": "the board", "standing": "verified"}\
      """;

  private static String book(String... rules) {
    return "{\"id\": \"own\", \"version\": \"1\", \"title\": {\"en\": \"Own\"}, \"rules\": ["
        + String.join(",", rules)
        + "]}";
  }

  private static List<String> faults(String json) {
    return ((Read.Faulty) BookReader.read(json))
        .faults().stream()
            .map(f -> f.rule() + "/" + f.field() + "@" + f.position() + " " + f.code())
            .toList();
  }

  @Test
  void aFundWritesItsOwnRules() {
    var book = ((Read.Taken) BookReader.read(book(RULE))).book();
    var verdict = Eligibility.of(book, Facts.NONE.with("months", Value.of(30))).getFirst();

    assertThat(RuleWords.in("es", ZoneOffset.UTC).reason(verdict)).isEqualTo("30/24");
    assertThat(RuleWords.in("ru", ZoneOffset.UTC).asks(verdict)).isEqualTo("At most 24 months");
    assertThat(verdict.refuses()).isTrue();
  }

  @Test
  void allFaultsAreToldAtOnceEachWithItsPlace() {
    assertThat(
            faults(
                book(
                    RULE.replace("months <= 24", "moths <= 24"),
                    RULE.replace("\"shows\": [\"months\", \"24\"],", ""),
                    RULE.replace("verified", "sure").replace("\"months\"", "\"Months\""))))
        .containsExactly(
            "months/asks@1 unknown-name",
            "months/texts/found@0 too-few",
            "months/texts/found@0 too-few",
            "months/id@0 twice",
            "#3/id@0 id",
            "#3/standing@0 one-of",
            "#3/shows/0@1 unknown-name");
  }

  @Test
  void hostileTextsAreTextsAndNothingElse() {
    var hostile = RULE.replace("{0} of {1}", "{0,number,#.#E0} ${1} {9} '{0}");
    assertThat(faults(book(hostile))).containsExactly("months/texts/found@0 too-few");
    var odd = RULE.replace("{0} of {1}", "{0,choice,0#a} $1 \\\\ {1}");
    var book = ((Read.Taken) BookReader.read(book(odd))).book();
    var verdict = Eligibility.of(book, Facts.NONE.with("months", Value.of(3))).getFirst();
    assertThat(RuleWords.in("en", ZoneOffset.UTC).reason(verdict))
        .isEqualTo("{0,choice,0#a} $1 \\ 24");
  }

  @Test
  void whatIsNoBookIsRefused() {
    assertThat(faults("{")).containsExactly("/@0 json");
    assertThat(faults("{\"id\": \"a\", \"id\": \"b\"}")).containsExactly("/@0 json");
    assertThat(faults("[".repeat(5_000))).containsExactly("/@0 json");
    assertThat(faults(" ".repeat(BookReader.LONGEST + 1))).containsExactly("/@0 too-long");
    assertThat(faults("[]")).contains("/@0 object", "/rules@0 rules");
    assertThat(faults(book("7"))).contains("#1/@0 object");
    assertThat(faults(book(RULE.replace("\"kind\"", "\"kin\""))))
        .contains("months/kin@0 unknown-field");
    assertThat(Set.copyOf(faults(book(RULE.replace("\"verified\"", "\"not-found\"")))))
        .contains("months/asks@0 needless");
  }
}
