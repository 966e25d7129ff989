package org.bandung.web.drafts;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.reference.Reference;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// What the fields of the form of an entry offer to choose from.
@Component
final class EntryChoices {

  private final Reference reference;
  private final Dictionary dictionary;

  EntryChoices(Reference reference, Dictionary dictionary) {
    this.reference = reference;
    this.dictionary = dictionary;
  }

  /// For each field of several codes, what can be ticked: what is offered to everybody and what the
  /// form holds already.
  Map<String, List<Dictionary.Choice>> ticks(EntryForm form, Words words) {
    var ticks = new LinkedHashMap<String, List<Dictionary.Choice>>();
    for (var tick : EntryForm.TICKS) {
      var offered =
          switch (tick) {
            case "sector" -> sectors();
            case "sdg" -> dictionary.goals(words).stream().map(Dictionary.Choice::code).toList();
            case "form" -> dictionary.forms(words).stream().map(Dictionary.Choice::code).toList();
            default -> dictionary.languages(words).stream().map(Dictionary.Choice::code).toList();
          };
      var codes = new TreeSet<>(offered);
      codes.addAll(form.ticks().getOrDefault(tick, java.util.Set.of()));
      ticks.put(
          tick,
          codes.stream()
              .map(c -> new Dictionary.Choice(c, name(tick, c, words)))
              .sorted(Comparator.comparing(Dictionary.Choice::name, words.collator()))
              .toList());
    }
    return ticks;
  }

  /// What a code of such a field is called.
  static String name(String tick, String code, Words words) {
    return switch (tick) {
      case "sector" -> words.sector(code);
      case "sdg" -> words.code(org.bandung.registry.Facet.SDG, code);
      case "form" -> words.label("cooperation-form", code);
      default -> words.languageName(code);
    };
  }

  /// The sectors of three digits: fine enough to be found by, few enough to be read.
  private List<String> sectors() {
    return codes("dac-sector").stream().filter(c -> c.length() == 3).toList();
  }

  List<Dictionary.Choice> units(Words words) {
    return named("unit-of-quantity", words);
  }

  List<Dictionary.Choice> eventTypes(Words words) {
    return named("event-type", words);
  }

  private List<Dictionary.Choice> named(String scheme, Words words) {
    return codes(scheme).stream()
        .map(c -> new Dictionary.Choice(c, words.label(scheme, c)))
        .sorted(Comparator.comparing(Dictionary.Choice::name, words.collator()))
        .toList();
  }

  private List<String> codes(String scheme) {
    return reference
        .findScheme(scheme)
        .map(s -> List.copyOf(s.categories().keySet()))
        .orElse(List.of());
  }
}
