package org.bandung.web.scenarios;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.web.frame.Words;

/// Scenarios of an invented world to begin with, one of each model.
final class ScenarioExamples {

  private ScenarioExamples() {}

  /// A link that fills the form and calculates it.
  public record Example(String name, String href) {}

  static List<Example> all(Words words) {
    return List.of(
        example(words.text("scenarios.example.preference"), preference(words)),
        example(words.text("scenarios.example.union"), union(words)));
  }

  private static Example example(String name, Map<String, String> fields) {
    fields.put("name", name);
    return new Example(name, ScenarioPages.ADDRESS + ScenarioPages.query(fields));
  }

  private static Map<String, String> preference(Words words) {
    var fields = about("smart", words);
    fields.put(
        "lines",
        """
        QNN QMM beans 4200 20
        QXX QMM beans 9800 20
        QYY QMM beans 1500 5
        QNN QMM rice 300 35
        QXX QMM rice 5100 35\
        """);
    fields.put("change", "preference");
    fields.put("countries", "QNN");
    fields.put("margin", "50");
    return fields;
  }

  private static Map<String, String> union(Words words) {
    var fields = about("gsim", words);
    fields.put(
        "lines",
        """
        QNN QMM rice 2300 30
        QXX QMM rice 5100 30
        QMM QMM rice 6000
        QMM QNN rice 400 10
        QXX QNN rice 1800 10
        QNN QXX rice 900 5
        QMM QXX rice 350 5\
        """);
    fields.put("change", "customs-union");
    fields.put("countries", "QMM QNN");
    fields.put("external", "weighted-mean");
    return fields;
  }

  private static Map<String, String> about(String model, Words words) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("model", model);
    fields.put("name", "");
    fields.put("unit", words.text("scenarios.example.unit"));
    fields.put("source", words.text("scenarios.example.source"));
    fields.put("tariffs", words.text("scenarios.example.source"));
    return fields;
  }
}
