package org.bandung.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bandung.kernel.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Learnt on the training pairs, counted on the validation pairs, which nothing was chosen on. The
/// least that is asked are the floors; what we measured stands in docs/linkage.md.
@Tag("corpus")
class PairsCorpusTest {

  @ParameterizedTest
  @CsvSource({"Textual_Abt-Buy, .90", "Structured_Amazon-Google, .74", "Structured_DBLP-ACM, .97"})
  void findsTheSameProductsAndPapers(String set, double least) throws IOException {
    var train = PairFile.read(Corpus.data("data/linkage/er_" + set + "_train.txt.gz"));
    var valid = PairFile.read(Corpus.data("data/linkage/er_" + set + "_valid.txt.gz"));
    assertThat(train.skipped()).isEmpty();

    var result = PairsEvaluation.evaluate(train.pairs(), List.of(), valid.pairs());

    assertThat(result.f1()).isGreaterThanOrEqualTo(least);
  }
}
