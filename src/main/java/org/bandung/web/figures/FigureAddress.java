package org.bandung.web.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Question;
import org.jspecify.annotations.Nullable;

/// Addresses of figures and of what stands behind them.
public final class FigureAddress {

  public static final String TABLE = "/statistics";
  public static final String RECORDS = "/statistics/records";
  public static final String PAIRS = "/statistics/pairs";
  public static final String CONTRIBUTIONS = "/statistics/contributions.csv";
  public static final String CSV = "/statistics.csv";
  public static final String SDMX = "/statistics.sdmx.csv";
  public static final String JSON = "/api/v1/statistics";

  private FigureAddress() {}

  /// The question under a path.
  public static String of(String path, Question question) {
    return of(path, QuestionText.parameters(question));
  }

  public static String of(String path, Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// The records behind the total of a question.
  static String records(Question question) {
    return of(RECORDS, question.total());
  }

  /// The pairs that may be one behind the total of a question.
  static String pairs(Question question) {
    return of(PAIRS, question.total());
  }

  /// The same with what only third parties wrote down, where nothing fits without it; else null.
  static @Nullable String wider(String path, Question question, boolean empty) {
    var scope = question.scope();
    return empty && !scope.compilations()
        ? of(path, question.of(new Question.Scope(scope.southSouth(), true, scope.without())))
        : null;
  }
}
