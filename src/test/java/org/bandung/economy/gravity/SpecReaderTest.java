package org.bandung.economy.gravity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bandung.kernel.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecReaderTest {

  @TempDir Path folder = Path.of("");

  private List<Fault> faults(String json) throws IOException {
    Files.writeString(folder.resolve("trade.csv"), "exporter,importer,trade\nQMM,QNN,1\n");
    var spec = Files.writeString(folder.resolve("spec.json"), json);
    return switch (Gravity.counterfactual(spec)) {
      case Gravity.CaseOutcome.Refused(var faults) -> faults;
      case Gravity.CaseOutcome other -> List.of();
    };
  }

  /// A specification that is right but for one key.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'colour': 'red' | /colour | unknown-key",
        "'fixedEfects': ['exporter'] | /fixedEfects | unknown-key-closest",
        "'a/b~': 1 | /a~1b~0 | unknown-key",
        "'method': 'gmm' | /method | one-of",
        "'years': ['old'] | /years/0 | not-number",
        "'years': [2000.5] | /years/0 | not-whole",
        "'years': {'from': 1} | /years | not-list",
        "'domestic': 'exclude' | /domestic | scenario-domestic",
        "'sigma': 1 | /sigma | out-of-range",
        "'sigma': 'seven' | /sigma | not-number",
        "'sigma': 1e999 | /sigma | out-of-range",
        "'iterations': 100000 | /iterations | out-of-range",
        "'errors': 'cluster' | /errors | errors-cluster",
        "'cluster': 'exporter', 'errors': 'hc1' | /errors | errors-cluster",
        "'method': 'ols' | /method | scenario-ppml",
        "'method': 'ddm' | /fixedEffects | ddm-effects",
        "'filter': 'trade >' | /filter | formula-ends",
        "'filter': 3 | /filter | not-text",
        "'fixedEffects': ['exporter', 7] | /fixedEffects/1 | not-text",
        "'costs': [{'name': 'x'}] | /costs/0/formula | required",
        "'costs': [{'name': 'x', 'formla': 'trade'}] | /costs/0/formla | unknown-key-closest",
        "'sensitivity': [5] | /sensitivity | not-object",
        "'sensitivity': {'sigmas': [5, 0]} | /sensitivity/sigmas/1 | out-of-range",
        "'add': {'agreements': [{'term': 'trade'}]} | /add/agreements/0 | members-or-where",
        "'add': {'agreements': [{'term': 'trade', 'members': ['QMM']}]} "
            + "| /add/agreements/0 | two-members",
        "'add': {'agreements': [{'term': 'tade', 'where': '1'}]} "
            + "| /add/agreements/0/term | no-term",
      })
  void tellsWhatIsWrongAndWhere(String member, String pointer, String code) throws IOException {
    var json =
        """
        {'data': 'trade.csv', 'flow': 'trade', 'terms': ['trade'], 'remove': {'terms': 'trade'}, %s}
        """
            .formatted(member)
            .replace('\'', '"');

    assertThat(faults(json))
        .extracting(Fault::pointer, Fault::code)
        .contains(org.assertj.core.groups.Tuple.tuple(pointer, code));
  }

  @Test
  void tellsAllAtOnce() throws IOException {
    assertThat(faults("{\"flow\": \"a +\", \"terms\": [\"b(\", \"c\", \"c\"], \"sigma\": 0}"))
        .extracting(Fault::pointer)
        .contains("/data", "/flow", "/terms/0", "/terms/2", "/sigma");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.org/trade.csv | data-url",
        "file:trade.csv | data-url",
        "//host/trade.csv | data-url",
        "../trade.csv | data-outside",
        "sub/../../trade.csv | data-outside",
        "link.csv | data-outside",
        "none.csv | data-missing",
        "/none/none.csv | data-missing",
        ". | data-missing",
      })
  void takesDataFromBelowOrFromAWholePathOnly(String path, String code) throws IOException {
    var outside = Files.createTempFile("outside", ".csv");
    Files.createSymbolicLink(folder.resolve("link.csv"), outside);

    assertThat(
            faults("{\"data\": \"%s\", \"flow\": \"trade\", \"terms\": [\"1\"]}".formatted(path)))
        .extracting(Fault::pointer, Fault::code)
        .contains(org.assertj.core.groups.Tuple.tuple("/data", code));
    Files.delete(outside);
  }

  @Test
  void refusesWhatIsMeantToHurt() throws IOException {
    assertThat(faults("[".repeat(100_000))).extracting(Fault::code).containsExactly("spec-limits");
    assertThat(faults("{\"data\": \"" + "x".repeat(20_000) + "\"}"))
        .extracting(Fault::code)
        .containsExactly("spec-limits");
    assertThat(faults(" ".repeat(300_000) + "{}"))
        .extracting(Fault::code)
        .containsExactly("spec-too-large");
    assertThat(faults("{\"data\": 1, \"data\": 2}"))
        .extracting(Fault::code)
        .containsExactly("key-twice");
    assertThat(faults("{\"data\": 1} {}")).extracting(Fault::code).containsExactly("not-json");
    assertThat(faults("data")).extracting(Fault::code).containsExactly("not-json");
    assertThat(faults("")).extracting(Fault::code).isNotEmpty();
    assertThat(faults("[1]")).extracting(Fault::code).contains("not-object");
    assertThat(faults("null")).extracting(Fault::code).contains("not-object");
  }

  @Test
  void everyFaultHasWordsInEveryLanguage() throws IOException {
    var words = Messages.of("gravity");
    var source = Path.of("src/main/java/org/bandung/economy/gravity");
    var codes = new java.util.TreeSet<String>();
    try (var files = Files.list(source)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var matcher =
            java.util.regex.Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"")
                .matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }

    assertThat(codes).hasSizeGreaterThan(40);
    for (var language : Messages.LANGUAGES) {
      assertThat(words.keys(language)).as(language).isEqualTo(words.keys("en"));
    }
    assertThat(codes).allSatisfy(code -> assertThat(words.has("fault." + code)).as(code).isTrue());
  }
}
