package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bandung.statistics.QuestionText;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.counting.Measure;
import org.bandung.statistics.counting.Question;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Visit;
import org.springframework.ui.Model;

/// The form with which a reader asks for figures, and what it was asked with.
public final class FigureForm {

  private final String address;
  private final List<String> fields;
  private final Dictionary dictionary;

  /// @param address of the page, without what narrows it
  /// @param fields of the form; what else narrows the figures stays as it is
  public FigureForm(String address, List<String> fields, Dictionary dictionary) {
    this.address = address;
    this.fields = List.copyOf(fields);
    this.dictionary = dictionary;
  }

  /// What narrows the question, each part of which can be taken away.
  public List<UsedFilters.Used> used(Question question, FigureWords words) {
    return UsedFilters.of(address, question, words);
  }

  /// Choices of the form, what its fields held, and what else is kept.
  public void fill(HttpServletRequest request, Visit visit, FigureWords words, Model model) {
    var kept = new LinkedHashMap<String, String>();
    for (var parameter : QuestionText.names()) {
      var value = request.getParameter(parameter);
      if (value != null && !value.isEmpty() && !fields.contains(parameter)) {
        kept.put(parameter, value);
      }
    }
    model.addAttribute("kept", kept);
    model.addAttribute("given", given(request));
    model.addAttribute(
        "measures",
        Stream.of(Measure.values())
            .map(m -> new Dictionary.Choice(m.word(), words.measure(m)))
            .toList());
    model.addAttribute(
        "dimensions",
        Stream.of(Dimension.values())
            .map(d -> new Dictionary.Choice(d.word(), words.dimension(d)))
            .sorted(Comparator.comparing(Dictionary.Choice::name, visit.words().collator()))
            .toList());
    model.addAttribute("countries", dictionary.countries(visit.words()));
    model.addAttribute("modalities", dictionary.modalities(visit.words()));
    model.addAttribute("sectors", dictionary.sectors(visit.words()));
  }

  /// What the fields of the form held.
  private Map<String, String> given(HttpServletRequest request) {
    var given = new LinkedHashMap<String, String>();
    for (var field : fields) {
      given.put(field, Objects.requireNonNullElse(request.getParameter(field), ""));
    }
    return given;
  }
}
