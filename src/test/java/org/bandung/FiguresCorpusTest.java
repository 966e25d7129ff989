package org.bandung;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.Imports;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.bandung.kernel.Corpus;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Figures over real records equal those of an independent reading of the same file.
@Tag("corpus")
class FiguresCorpusTest {

  private static final Question.Scope ALL = new Question.Scope(false, true, Optional.empty());

  @TempDir private static Path folder;

  private static ConfigurableApplicationContext house;
  private static Statistics statistics;
  private static Path file;

  @BeforeAll
  static void imports() {
    file = Corpus.data("data/cooperation/AidData_ChineseOfficialFinance_2000_2014_projects.csv");
    var environment =
        Map.of("BANDUNG_HOME", folder.resolve("home").toString(), "BANDUNG_STARTER", "no");
    house =
        Bandung.start(
            Settings.read(environment, folder), WebApplicationType.NONE, OptionalInt.empty());
    var mapping = ((MappingReader.Reading.Read) Mappings.find("aiddata-china")).mapping();
    house
        .getBean(Imports.class)
        .importTable(
            new ImportRequest(List.of(file.toString()), false, false, Optional.empty(), "en"),
            mapping,
            ImportProgress.SILENT);
    statistics = house.getBean(Statistics.class);
    statistics.catchUp();
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  private static List<NamedCsvRecord> rows() throws IOException {
    try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static Answer ask(Question question) {
    return statistics.ask(question.of(ALL)).orElseThrow();
  }

  @Test
  void totalsByYearAndRecipientAreThoseOfTheFile() throws IOException {
    var expected = new TreeMap<String, BigDecimal>();
    var currencies = new HashSet<String>();
    for (var row : rows()) {
      var recipient = row.getField("recipients_iso3");
      boolean known = row.getField("currency").matches("[A-Z]{3}"); // one is written otherwise
      if (known && !row.getField("amount").isEmpty() && recipient.length() == 3) {
        currencies.add(row.getField("currency"));
        expected.merge(
            String.join(" ", row.getField("currency"), recipient, row.getField("year")),
            new BigDecimal(row.getField("amount")),
            BigDecimal::add);
      }
    }
    assertThat(currencies).hasSizeGreaterThan(20);

    var counted = new TreeMap<String, BigDecimal>();
    for (var currency : currencies) {
      var question = Question.money(Measure.COMMITTED, currency, Dimension.RECIPIENT).of(ALL);
      var answer = ask(question.by(Dimension.YEAR));
      var cells = new TreeMap<String, BigDecimal>();
      for (var one : statistics.contributions(question)) {
        cells.merge(one.recipient() + " " + one.year(), one.counted(), BigDecimal::add);
        if (one.unit().equals(currency)) {
          // Others have a fixed rate to it, as the francs have to the euro.
          counted.merge(
              String.join(" ", currency, one.recipient(), one.year()),
              one.reported(),
              BigDecimal::add);
        }
      }
      cells.forEach((cell, sum) -> {
        var codes = cell.split(" ");
        assertThat(Measure.COMMITTED.figure(answer.at(codes[0], codes[1])))
            .as(currency + " " + cell)
            .hasValueSatisfying(f -> assertThat(f).isEqualByComparingTo(sum));
      });
    }

    counted.keySet().retainAll(expected.keySet());
    assertThat(counted.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (cell, sum) -> assertThat(counted.get(cell)).as(cell).isEqualByComparingTo(sum));
  }

  @Test
  void initiativesByRecipientAreThoseOfTheFile() throws IOException {
    var expected = new TreeMap<String, Long>();
    for (var row : rows()) {
      for (var recipient : Set.of(row.getField("recipients_iso3").split("\\|"))) {
        if (recipient.length() == 3) {
          expected.merge(recipient, 1L, Long::sum);
        }
      }
    }

    var answer = ask(Question.initiatives(Dimension.RECIPIENT));

    expected.forEach((recipient, count) ->
        assertThat(answer.at(recipient).value()).as(recipient).isEqualTo(count));
    assertThat(answer.total().value()).isEqualTo(3485);
  }
}
