package org.bandung.web.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.jspecify.annotations.Nullable;

/// The pictures that can be drawn of figures, and of which tables.
public enum PictureKind {
  /// Countries on a map, an arc from each provider to each recipient.
  FLOWS(Dimension.PROVIDER, Dimension.RECIPIENT),
  /// Providers by recipients, a field for each pair.
  MATRIX(Dimension.PROVIDER, Dimension.RECIPIENT),
  /// From providers through sectors to recipients.
  SANKEY(Dimension.PROVIDER, Dimension.SECTOR),
  /// Countries that give and receive, near to whom they work with.
  NETWORK(Dimension.PROVIDER, Dimension.RECIPIENT),
  /// A column for each year, by modality.
  YEARS(Dimension.YEAR, Dimension.MODALITY),
  /// A bar for each sector, by modality.
  SECTORS(Dimension.SECTOR, Dimension.MODALITY),
  /// An area for each goal.
  GOALS(Dimension.SDG, null);

  private final Dimension rows;
  private final @Nullable Dimension columns;

  PictureKind(Dimension rows, @Nullable Dimension columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /// The name in the address.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of that name.
  public static Optional<PictureKind> named(String word) {
    return Stream.of(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  /// The table that the picture is drawn of.
  public Question table(Question question) {
    return new Question(
        question.measure(),
        question.in(),
        Optional.of(rows),
        Optional.ofNullable(columns),
        question.filters(),
        question.scope(),
        question.prices());
  }

  /// The address of the picture, narrowed as the question is.
  public String address(Question question) {
    return FigureAddress.of("/pictures/" + word(), question.total());
  }

  /// Whether figures of a measure can be drawn: means cannot be put together.
  public static boolean drawn(Measure measure) {
    return measure.unit() != Measure.Unit.DAYS;
  }

  /// The pictures of a table, the fullest first; none if it is of other things.
  static List<PictureKind> of(Question question) {
    if (!drawn(question.measure())) {
      return List.of();
    }
    var asked = new ArrayList<Dimension>();
    question.rows().ifPresent(asked::add);
    question.columns().ifPresent(asked::add);
    var dimensions = Set.copyOf(asked);
    return Stream.of(values()).filter(k -> k.fits(dimensions)).toList();
  }

  private boolean fits(Set<Dimension> asked) {
    var own = Stream.of(rows, columns).filter(d -> d != null).collect(Collectors.toSet());
    return switch (this) {
      case YEARS, SECTORS -> asked.equals(own) || asked.equals(Set.of(rows));
      case GOALS -> asked.equals(own) || asked.equals(Set.of(rows, Dimension.MODALITY));
      case SANKEY ->
          asked.equals(own) || asked.equals(Set.of(Dimension.SECTOR, Dimension.RECIPIENT));
      case NETWORK ->
          asked.equals(own)
              || asked.equals(Set.of(Dimension.PARTNER))
              || asked.equals(Set.of(Dimension.PARTNER, Dimension.MODALITY));
      case FLOWS, MATRIX -> asked.equals(own);
    };
  }

  /// A picture that a table is offered as.
  public record Offer(String name, String href) {}

  /// The pictures of a table, as links.
  static List<Offer> offered(Question question, FigureWords words) {
    return of(question).stream()
        .map(k -> new Offer(words.text("pictures." + k.word()), k.address(question)))
        .toList();
  }
}
