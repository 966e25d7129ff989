package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Question;
import org.bandung.web.frame.Refusal;

/// What narrows a question, each part of which can be taken away.
public final class UsedFilters {

  private UsedFilters() {}

  /// A part of the question that can be taken away.
  public record Used(String name, String value, String href) {}

  static List<Used> of(String address, Question question, FigureWords words) {
    var used = new ArrayList<Used>();
    var parameters = QuestionText.parameters(question);
    question
        .filters()
        .forEach((dimension, codes) ->
            used.add(
                new Used(
                    words.dimension(dimension),
                    words.listed(
                        words.sorted(dimension, List.copyOf(codes)).stream()
                            .map(c -> words.code(dimension, c))
                            .toList()),
                    without(address, parameters, dimension.word()))));
    question
        .scope()
        .without()
        .ifPresent(country ->
            used.add(
                new Used(
                    words.text("figures.without"),
                    words.code(Dimension.COUNTRY, country),
                    without(address, parameters, "without"))));
    used.sort(Comparator.comparing(Used::name));
    return used;
  }

  private static String without(String address, Map<String, String> parameters, String name) {
    var fewer = new LinkedHashMap<>(parameters);
    fewer.remove(name);
    return FigureAddress.of(address, fewer);
  }

  /// The question that a request asks; a fault is refused.
  static Question understood(Statistics statistics, HttpServletRequest request) {
    return switch (statistics.text().read(request::getParameter)) {
      case Asked.Understood(var question) -> question;
      case Asked.Faulty(var faults) ->
          throw new Refusal.BadParameter(faults.getFirst().parameter());
    };
  }
}
