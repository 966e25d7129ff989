package org.bandung.exchange;

import java.util.ArrayList;
import org.bandung.registry.said.Content.Indicator;
import org.bandung.registry.said.Content.Measured;
import org.bandung.registry.said.Content.Result;
import org.jspecify.annotations.Nullable;

/// Results with their indicators; the values stay text, as half of them are no numbers.
final class IatiResultMapping {

  private IatiResultMapping() {}

  static Result result(IatiRecord record, IatiElement result) {
    var indicators = new ArrayList<Indicator>();
    for (var child : result.children()) {
      if (child.name().equals("indicator")) {
        indicators.add(indicator(record, child));
      }
    }
    return new Result(
        result.attribute("type"),
        result.narrativesOf("title"),
        result.narrativesOf("description"),
        indicators);
  }

  private static Indicator indicator(IatiRecord record, IatiElement indicator) {
    var periods = new ArrayList<Measured>();
    IatiElement baseline = null;
    for (var child : indicator.children()) {
      if (child.name().equals("period")) {
        periods.add(
            new Measured(
                record.period(child, "result/indicator/period"),
                value(child.child("target")),
                value(child.child("actual"))));
      } else if (child.name().equals("baseline") && baseline == null) {
        baseline = child;
      }
    }
    return new Indicator(
        indicator.narrativesOf("title"),
        indicator.attribute("measure"),
        baseline == null ? null : baseline.attribute("year"),
        value(baseline),
        periods);
  }

  private static @Nullable String value(@Nullable IatiElement element) {
    return element == null ? null : element.attribute("value");
  }
}
