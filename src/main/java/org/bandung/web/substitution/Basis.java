package org.bandung.web.substitution;

import org.bandung.economy.Told;
import org.bandung.observations.Observations;
import org.bandung.web.frame.Words;

/// What the figures of a page rest on, as it is shown below them.
///
/// @param sentence all of it in one line
/// @param notice that the data are of few reporters; empty if they are not
public record Basis(
    String dataset,
    String name,
    String unit,
    String nomenclature,
    String year,
    String sentence,
    String notice) {

  static Basis of(Told told, Observations observations, Words words) {
    var name =
        observations.find(told.dataset()).map(d -> d.name(words.language())).orElse(told.dataset());
    var unit = Numbers.unit(told.unit(), words);
    var year = Integer.toString(told.year());
    return new Basis(
        told.dataset(),
        name,
        unit,
        told.nomenclature(),
        year,
        words.text(
            "economy.basis",
            year,
            told.nomenclature().isEmpty()
                ? unit
                : unit + words.text("list.comma") + told.nomenclature(),
            Asking.definition(told.south(), words),
            told.reporters(),
            told.source()),
        told.partial() ? words.text("economy.partial", name, told.reporters()) : "");
  }
}
