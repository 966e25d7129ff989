package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bandung.economy.EconomySources;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.South;
import org.bandung.economy.Souths;
import org.bandung.economy.Told;
import org.bandung.economy.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.observations.Observations;
import org.bandung.reference.Reference;
import org.bandung.web.economy.EconomyPage.Fact;
import org.bandung.web.economy.EconomyPage.Field;
import org.bandung.web.economy.EconomyPage.Form;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Missing;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// What all pages of the economy share: the data they can be asked of, what they rest on.
@Component
final class EconomyFrame {

  private final EconomySources sources;
  private final Souths souths;
  private final Observations observations;
  private final Reference reference;

  EconomyFrame(
      EconomySources sources, Souths souths, Observations observations, Reference reference) {
    this.sources = sources;
    this.souths = souths;
    this.observations = observations;
    this.reference = reference;
  }

  EconomyWords speaking(Words words) {
    return new EconomyWords(words, reference, observations, souths);
  }

  List<Source> held(String question) {
    return sources.held(question);
  }

  List<South> souths() {
    return souths.all();
  }

  /// What is asked for, if it can be asked of the data for a question.
  Wish wish(EconomyForm form, String question) {
    return form.wish(held(question), souths());
  }

  Form form(
      EconomyForm form,
      EconomyWords words,
      String question,
      Collection<Integer> years,
      Field... more) {
    return form.form(words, held(question), souths(), years, more);
  }

  /// Years of all data for a question; those of one if it is chosen.
  List<Integer> years(String question, String dataset) {
    var years = new TreeSet<Integer>();
    held(question).stream()
        .filter(s -> dataset.isEmpty() || s.dataset().code().equals(dataset))
        .forEach(s -> years.addAll(observations.coverage(s.dataset().code()).reporters().keySet()));
    return List.copyOf(years);
  }

  /// A country of the reference data, in capitals.
  String country(String code) {
    var upper = code.toUpperCase(Locale.ROOT);
    if (!CountryCode.isWellFormed(upper)
        || reference.findCountry(new CountryCode(upper)).isEmpty()) {
      throw new Refusal.NotFound();
    }
    return upper;
  }

  /// A grouping or category of the reference data.
  String grouping(String code) {
    if (reference.findGrouping(code).isEmpty()) {
      throw new Refusal.NotFound();
    }
    return code;
  }

  /// Nothing is held that could answer, or nothing of what was asked.
  Missing missing(EconomyWords words, String question, String nothingOfIt, String mapping) {
    return held(question).isEmpty()
        ? new Missing(
            words.say("missing.none"), "./bandung import observations FILE --mapping " + mapping)
        : new Missing(nothingOfIt, "");
  }

  /// What figures rest on, with what those by product rest on if that is something else.
  List<Fact> facts(Told told, Optional<Told> structure, EconomyWords words) {
    var facts = new ArrayList<>(facts(told, words));
    structure
        .filter(s -> !s.dataset().equals(told.dataset()))
        .ifPresent(s -> {
          facts.add(
              new Fact(
                  "structure",
                  words.say("fact.structure"),
                  words.say(
                      "fact.structure.value",
                      words.dataset(s.dataset()),
                      Integer.toString(s.year()),
                      s.reporters()),
                  "/economy/data/" + s.dataset()));
          if (s.partial() && !told.partial()) {
            facts.add(partial(s, words));
          }
        });
    return facts;
  }

  private static Fact partial(Told told, EconomyWords words) {
    return new Fact(
        EconomyPage.PARTIAL,
        words.say("fact.partial"),
        words.say("partial", words.dataset(told.dataset()), told.reporters()),
        null);
  }

  /// What figures rest on.
  List<Fact> facts(Told told, EconomyWords words) {
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact(
            "dataset",
            words.say("fact.dataset"),
            words.dataset(told.dataset()),
            "/economy/data/" + told.dataset()));
    facts.add(
        new Fact(
            "year",
            words.say("fact.year"),
            words.say("fact.year.value", Integer.toString(told.year()), told.reporters()),
            null));
    facts.add(new Fact("unit", words.say("fact.unit"), words.unit(told.unit()), null));
    if (!told.nomenclature().isEmpty()) {
      facts.add(
          new Fact("nomenclature", words.say("fact.nomenclature"), told.nomenclature(), null));
    }
    facts.add(
        new Fact(
            "south",
            words.say("fact.south"),
            words.say(
                "fact.south.value", words.south(told.south()), words.south(told.otherSouth())),
            null));
    facts.add(new Fact("source", words.say("fact.source"), told.source(), null));
    if (told.partial()) {
      facts.add(partial(told, words));
    }
    return facts;
  }

  /// Where to go from here.
  List<Link> onward(EconomyWords words, Link... own) {
    return Stream.concat(
            Stream.of(own), Stream.of(new Link("/economy", words.say("onward.overview"))))
        .toList();
  }
}
