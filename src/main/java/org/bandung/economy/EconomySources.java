package org.bandung.economy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
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

  /// From so many reporters on a dataset speaks of the world.
  static final int WHOLE = (int) assumed("whole-reporters");

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
    return shipped("sources.csv").stream()
        .map(r -> new Row(r.getField("question"), r.getField("dataset"), r.getField("series")))
        .toList();
  }

  /// A number that figures rest on where nobody states another; `assumptions.csv` says why each is
  /// what it is.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public static double assumed(String name) {
    return shipped("assumptions.csv").stream()
        .filter(r -> r.getField("name").equals(name))
        .mapToDouble(r -> Double.parseDouble(r.getField("value")))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no assumption: " + name));
  }

  /// The rows of a data file of this module.
  static List<NamedCsvRecord> shipped(String file) {
    var found = EconomySources.class.getResourceAsStream("/economy/" + file);
    try (InputStream in = Objects.requireNonNull(found, file);
        var csv =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
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

  /// Those that hold what is wished: the dataset if one is named, the year if one is.
  List<Source> held(String question, Wish wish) {
    return held(question).stream()
        .filter(s -> wish.dataset().isEmpty() || s.dataset().code().equals(wish.dataset()))
        .filter(s -> wish.year().isEmpty() || holds(s, wish.year().getAsInt()))
        .toList();
  }

  /// The first choice among those that hold what is wished.
  Optional<Source> find(String question, Wish wish) {
    return held(question, wish).stream().findFirst();
  }

  /// The one with the most years among those that hold what is wished, for what is told over the
  /// years; one of few reporters only if there is no other.
  public Optional<Source> longest(String question, Wish wish) {
    return held(question, wish).stream()
        .sorted(
            Comparator.<Source, Boolean>comparing(s -> s.dataset().reporters() < WHOLE)
                .thenComparing(s -> -observations.coverage(s.dataset().code()).reporters().size()))
        .findFirst();
  }

  private boolean holds(Source source, int year) {
    return !observations.coverage(source.dataset().code()).in(year).isEmpty();
  }

  /// The first choice that holds the year.
  public Optional<Source> find(String question, String dataset, int year) {
    return held(question).stream()
        .filter(s -> dataset.isEmpty() || s.dataset().code().equals(dataset))
        .filter(s -> holds(s, year))
        .findFirst();
  }
}
