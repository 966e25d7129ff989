package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.Collectors;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class IatiCorpusTest {

  private static final String CORPUS = "data/iati/corpus/dportal-covid-2021-05-26.tar.xz";

  private final ImportsUnderTest node = new ImportsUnderTest();

  @Test
  void readsEveryActivityOfTheCorpusAndNothingAgain() {
    var corpus = Corpus.data(CORPUS).toString();

    var first = node.run(corpus);
    var second = node.run(corpus);

    assertThat(first.files().stream().mapToInt(ImportSummary.File::read).sum()).isEqualTo(12_154);
    assertThat(first.files().stream().mapToInt(ImportSummary.File::refused).sum()).isZero();
    assertThat(second.files().stream().mapToInt(ImportSummary.File::created).sum()).isZero();
    System.out.printf(
        "corpus: %.1f s, unchanged: %.1f s, initiatives %d%n",
        first.seconds(), second.seconds(), node.registry.current.size());
    System.out.println(
        node.registry.reports.stream()
            .flatMap(r -> r.notes().stream())
            .collect(Collectors.groupingBy(n -> n.code(), Collectors.counting())));
    System.out.println(
        node.registry.current.values().stream()
            .flatMap(s -> s.content().signals().stream())
            .collect(
                Collectors.groupingBy(s -> s.kind() + " " + s.evidence(), Collectors.counting())));
    System.out.println(
        node.registry.current.values().stream()
            .collect(Collectors.groupingBy(s -> s.speaker(), Collectors.counting())));
  }

  @Test
  void readsEveryRealFile() {
    var summary = node.run(Corpus.data("data/iati/real").toString());

    assertThat(summary.exitValue()).isZero();
    assertThat(summary.files()).allMatch(f -> f.read() > 0);
    assertThat(summary.files().stream().mapToInt(ImportSummary.File::read).sum()).isEqualTo(914);
  }

  @Test
  void readsOrExplainsEveryEncoding() throws Exception {
    var folder = Corpus.data("data/iati/encodings/dataset-encoding");

    var summary = node.run(folder.toString());

    try (var files = Files.list(folder)) {
      assertThat(summary.files()).hasSize((int) files.count());
    }
    assertThat(summary.unreadable()).isEmpty();
    assertThat(summary.files()).allMatch(f -> f.read() > 0);
    assertThat(node.codes()).contains("bandung.transcoded");
  }
}
