package org.bandung.web.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;

/// Addresses of figures and of what stands behind them.
final class FigureAddress {

  static final String TABLE = "/statistics";
  static final String RECORDS = "/statistics/records";
  static final String CONTRIBUTIONS = "/statistics/contributions.csv";
  static final String CSV = "/statistics.csv";
  static final String SDMX = "/statistics.sdmx.csv";
  static final String JSON = "/api/v1/statistics";

  private FigureAddress() {}

  /// The question under a path.
  static String of(String path, Question question) {
    return of(path, QuestionText.parameters(question));
  }

  static String of(String path, Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// The records behind one cell.
  static String behind(Question question, Map<Dimension, String> cell) {
    var narrowed = question;
    for (var one : cell.entrySet()) {
      // A partner is a second country that takes part too.
      narrowed = narrowed.where(one.getKey(), one.getValue());
    }
    var parameters = new LinkedHashMap<>(QuestionText.parameters(narrowed.total()));
    return of(RECORDS, parameters);
  }
}
