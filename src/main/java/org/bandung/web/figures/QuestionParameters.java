package org.bandung.web.figures;

import java.util.List;
import java.util.stream.Stream;
import org.bandung.statistics.counting.Dimension;

/// The names of everything a question can hold.
public final class QuestionParameters {

  public static final List<String> ALL =
      Stream.concat(
              Stream.of(
                  "measure", "in", "rows", "columns", "southSouth", "compilations", "without"),
              Stream.of(Dimension.values()).map(Dimension::word))
          .toList();

  private QuestionParameters() {}
}
