package org.bandung.statistics.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bandung.kernel.LocalizedText;

/// A report: what it is called, and what each of its sections asks.
///
/// @param confirmed whether wording and rules were read in the text of the body that asks for it
public record Report(String code, LocalizedText name, boolean confirmed, List<Section> sections) {

  public Report {
    sections = List.copyOf(sections);
  }

  /// A part of a report.
  ///
  /// @param question parameters of a question, in which `{country}` and its like stand for what the
  ///   reader chooses
  public record Section(String code, LocalizedText name, String question) {

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    /// The parameters of the question; what the reader left open narrows nothing.
    ///
    /// @param chosen values by the names in braces
    public Map<String, String> asking(Map<String, String> chosen) {
      var parameters = new LinkedHashMap<String, String>();
      for (var part : question.split("&")) {
        int at = part.indexOf('=');
        var value = part.substring(at + 1);
        var blank = BLANK.matcher(value);
        var filled = blank.matches() ? chosen.getOrDefault(blank.group(1), "") : value;
        if (!filled.isEmpty()) {
          parameters.put(part.substring(0, at), filled);
        }
      }
      return parameters;
    }
  }

  /// What the reader can choose: the names in braces.
  public Set<String> blanks() {
    var blanks = new TreeSet<String>();
    for (var section : sections) {
      var blank = Section.BLANK.matcher(section.question);
      while (blank.find()) {
        blanks.add(blank.group(1));
      }
    }
    return blanks;
  }

  /// Whether it is of one country or grouping, which has to be chosen first.
  public boolean ofOne() {
    return sections.stream()
        .anyMatch(
            s -> s.question.contains("&country={country}") || s.question.contains("{grouping}"));
  }
}
