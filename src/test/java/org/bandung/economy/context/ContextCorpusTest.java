package org.bandung.economy.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.bandung.economy.Debts;
import org.bandung.economy.Wish;
import org.bandung.exchange.observations.ObservationsUnderTest;
import org.bandung.kernel.Corpus;
import org.bandung.observations.Observations;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Coverage by agreements and marks of estimates on the real files, the first counted a second time
/// in plain Java.
@Tag("corpus")
class ContextCorpusTest {

  private static final String TRADE = "data/trade/penppml_bilateral_trade_1964_2016.csv.gz";

  /// Countries whose codes never changed.
  private static final List<String> COUNTRIES = List.of("KEN", "BRA", "IDN", "MEX", "TUN");

  /// Exports of one country in 2008: all, and to partners of an agreement.
  private static double[] counted(String country) throws IOException {
    var values = new HashMap<String, Double>();
    var partners = new HashSet<String>();
    try (var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(Corpus.data(TRADE))),
                    StandardCharsets.UTF_8))) {
      for (var row : csv) {
        if (!row.getField("time").equals("2008")) {
          continue;
        }
        var exporter = row.getField("exp");
        var importer = row.getField("imp");
        boolean agreed = !row.getField("id").equals("0");
        if (exporter.equals(country) && !importer.equals(country)) {
          values.merge(importer, Double.parseDouble(row.getField("export")), Double::sum);
          if (agreed) {
            partners.add(importer);
          }
        } else if (importer.equals(country) && agreed) {
          partners.add(exporter);
        }
      }
    }
    var sums = new double[2];
    values.forEach((partner, value) -> {
      sums[0] += value;
      sums[1] += partners.contains(partner) ? value : 0;
    });
    return sums;
  }

  @Test
  void coverageIsWhatPlainCountingGives(@TempDir Path folder) throws IOException {
    try (var node = new ObservationsUnderTest(folder);
        var house = new AnnotationConfigApplicationContext()) {
      node.run("bilateral-totals", Corpus.data(TRADE));
      node.run("gstp", Corpus.data("data/trade/GSTP_participants_2025.csv"));
      node.run("cari-restructuring", Corpus.data("data/finance/CARI_restructuring.csv"));
      house.registerBean(Observations.class, node::observations);
      house.registerBean(
          Reference.class,
          () -> Reference.shipped(new ReferenceSettings(Optional.empty(), "unctad")));
      house.scan("org.bandung.economy");
      house.refresh();
      var agreements = house.getBean(AgreementsInForce.class);
      var in2008 = new Wish("", OptionalInt.of(2008), "");
      for (var country : COUNTRIES) {
        var counted = counted(country);
        var year = agreements.of(country, in2008).orElseThrow().years().getLast();

        assertThat(year.year()).isEqualTo(2008);
        assertThat(year.exports()).as(country).isCloseTo(counted[0], within(1e-6 * counted[0]));
        assertThat(year.coveredExports())
            .as(country)
            .isCloseTo(counted[1], within(1e-6 * counted[0]));
        assertThat(counted[1]).as(country).isPositive();
      }
      // Uruguay takes part through MERCOSUR alone.
      assertThat(agreements.of("URY", in2008).orElseThrow().globally().orElseThrow().stage())
          .isNotEmpty();
      assertThat(agreements.of("KEN", in2008).orElseThrow().globally().orElseThrow().stage())
          .isEmpty();
      assertThat(house.getBean(Debts.class).of("ETH", Wish.USUAL).orElseThrow().reliefs())
          .filteredOn(r -> r.event().equals("R.ET.01"))
          .singleElement()
          .satisfies(r -> assertThat(r.value().orElseThrow() + r.mark()).isEqualTo("2490.0*"));
    }
  }
}
