package org.bandung.economy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bandung.observations.Dataset;
import org.bandung.observations.Observations;
import org.springframework.stereotype.Component;

/// Which datasets answer which question, in the order they are asked for; `sources.csv` holds it.
@Component
public final class EconomySources {

  // From so many reporters on a dataset speaks of the world.
  private static final int WHOLE = 60;

  private final Observations observations;
  private final List<Row> rows;

  EconomySources(Observations observations) {
    this.observations = observations;
    rows = read();
  }

  private record Row(String question, String dataset, String series) {}

  /// A dataset that this node holds and that answers a question.
  ///
  /// @param series what of it; empty means all
  public record Source(Dataset dataset, String series) {}

  private static List<Row> read() {
    try (InputStream in =
            Objects.requireNonNull(
                EconomySources.class.getResourceAsStream("/economy/sources.csv"));
        var csv =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return csv.stream()
          .map(r -> new Row(r.getField("question"), r.getField("dataset"), r.getField("series")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("sources.csv", e);
    }
  }

  /// The questions there are, in the order of the file.
  public List<String> questions() {
    return rows.stream().map(Row::question).distinct().toList();
  }

  /// Those this node holds for a question, the first choice first. A dataset of few reporters is a
  /// part of a larger one: it comes after all others, for what it does not hold is not nothing.
  public List<Source> held(String question) {
    return rows.stream()
        .filter(r -> r.question().equals(question))
        .flatMap(this::held)
        .sorted(Comparator.comparing(s -> s.dataset().reporters() < WHOLE))
        .toList();
  }

  private Stream<Source> held(Row row) {
    return observations.find(row.dataset()).stream()
        .filter(d -> row.series().isEmpty() || d.series(row.series()).isPresent())
        .map(d -> new Source(d, row.series()));
  }

  /// The first choice, or the one that is named, if this node holds it.
  ///
  /// @param dataset its code; empty for the first choice
  public Optional<Source> find(String question, String dataset) {
    return held(question).stream()
        .filter(s -> dataset.isEmpty() || s.dataset().code().equals(dataset))
        .findFirst();
  }

  /// The first choice that holds the year.
  public Optional<Source> find(String question, String dataset, int year) {
    return held(question).stream()
        .filter(s -> dataset.isEmpty() || s.dataset().code().equals(dataset))
        .filter(s -> !observations.coverage(s.dataset().code()).in(year).isEmpty())
        .findFirst();
  }
}
