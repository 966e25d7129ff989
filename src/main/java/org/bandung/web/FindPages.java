package org.bandung.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryPage;
import org.bandung.concepts.Concepts;
import org.bandung.finder.Finder;
import org.bandung.finder.Proposal;
import org.bandung.finder.Reasons;
import org.bandung.finder.Term;
import org.bandung.finder.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Organisation;
import org.bandung.reference.Reference;
import org.bandung.registry.CountryTies;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who can help: a need in the reader's own words, and the countries that have done such things.
@Controller
final class FindPages {

  private static final int PARTNERS = 12;
  private static final int RECORDS = 5;
  private static final List<String> FACTORS = List.of("0", "1", "3");

  private final Finder finder;
  private final Registry registry;
  private final Catalogue catalogue;
  private final Concepts concepts;
  private final Reference reference;
  private final Dictionary dictionary;

  FindPages(
      Finder finder,
      Registry registry,
      Catalogue catalogue,
      Concepts concepts,
      Reference reference,
      Dictionary dictionary) {
    this.finder = finder;
    this.registry = registry;
    this.catalogue = catalogue;
    this.concepts = concepts;
    this.reference = reference;
    this.dictionary = dictionary;
  }

  /// A term of the score with how much the reader lets it matter.
  record Factor(String code, String name, String chosen) {}

  /// A record as a reason names it.
  record Record(String id, Words.@Nullable Phrase title, String period) {}

  /// A partner as the page shows it.
  ///
  /// @param more how many records beside those shown
  record Shown(
      String code,
      String name,
      boolean weak,
      List<String> reasons,
      List<Record> records,
      int more,
      List<Listed> entries,
      List<Organisation> institutions,
      Optional<Organisation> agency) {}

  /// An entry of the catalogue that speaks for a partner.
  record Listed(String id, String kind, Words.@Nullable Phrase title) {}

  /// A country with how many records on the topic.
  ///
  /// @param open an open need of its own in the catalogue, if there is one
  record Other(String code, String name, String records, @Nullable String open) {}

  @GetMapping("/find")
  String find(
      @RequestParam(defaultValue = "") Set<String> must,
      @RequestParam Map<String, String> all,
      Visit visit,
      Model model) {
    var words = visit.words();
    var factors = factors(all, words);
    var form = FindForm.read(all, must, finder);
    model.addAttribute("form", form);
    model.addAttribute("must", must);
    model.addAttribute("factors", factors);
    model.addAttribute(
        "adjusted", form.limited() || factors.stream().anyMatch(f -> !f.chosen().equals("1")));
    model.addAttribute("countries", dictionary.countries(words));
    model.addAttribute("groupings", dictionary.groupings(words));
    model.addAttribute("sectors", dictionary.sectors(words));
    model.addAttribute("forms", dictionary.forms(words));
    model.addAttribute("goals", dictionary.goals(words));
    model.addAttribute("languages", dictionary.languages(words));
    model.addAttribute("musts", Arrays.stream(Wish.Must.values()).map(Wish.Must::code).toList());
    if (!form.text().isBlank()) {
      var weights =
          factors.stream().collect(Collectors.toMap(Factor::code, f -> Double.valueOf(f.chosen())));
      show(form.wish(words.language(), weights, PARTNERS), visit, model);
    }
    return "find";
  }

  private void show(Wish wish, Visit visit, Model model) {
    var words = visit.words();
    var proposal = finder.partnersFor(visit.reader(), wish);
    var records = registry.summaries(visit.reader(), named(proposal));
    var entries = catalogue.summaries(visit.reader(), listed(proposal));
    model.addAttribute("proposal", proposal);
    model.addAttribute(
        "topics",
        proposal.topics().stream()
            .flatMap(t -> concepts.find(t).stream())
            .map(c -> c.label(words.language()))
            .toList());
    var partners =
        proposal.partners().stream().map(p -> shown(p, records, entries, words)).toList();
    model.addAttribute("partners", partners.stream().filter(p -> !p.weak()).toList());
    model.addAttribute("weak", partners.stream().filter(Shown::weak).toList());
    model.addAttribute(
        "facilitators",
        proposal.facilitators().stream()
            .map(f -> other(f.country(), f.records().size(), List.of(), words))
            .toList());
    model.addAttribute(
        "needs",
        proposal.needs().stream()
            .map(n -> other(n.country(), n.records().size() + n.open().size(), n.open(), words))
            .toList());
    model.addAttribute("map", map(proposal, wish.asking().stream().findFirst(), words));
  }

  private static List<Factor> factors(Map<String, String> all, Words words) {
    var factors = new ArrayList<Factor>();
    for (var term : Term.values()) {
      var chosen = all.getOrDefault("weight-" + term.code(), "1");
      if (!FACTORS.contains(chosen)) {
        throw new Refusal.BadParameter("weight-" + term.code());
      }
      factors.add(new Factor(term.code(), Reasons.name(term, words.language()), chosen));
    }
    return factors;
  }

  private static Set<String> named(Proposal proposal) {
    var ids = new LinkedHashSet<String>();
    proposal.partners().forEach(p -> records(p).stream().limit(RECORDS).forEach(ids::add));
    return ids;
  }

  private static Set<String> listed(Proposal proposal) {
    var ids = new LinkedHashSet<String>();
    proposal
        .partners()
        .forEach(p -> p.entries().stream().limit(RECORDS).forEach(e -> ids.add(e.id())));
    return ids;
  }

  /// Those it provided in before the others.
  private static List<String> records(Proposal.Partner partner) {
    var all = new ArrayList<>(partner.evidence());
    all.addAll(partner.participation());
    return all;
  }

  private static Shown shown(
      Proposal.Partner partner,
      Map<String, InitiativePage.Summary> records,
      Map<String, EntryPage.Summary> entries,
      Words words) {
    var ids = records(partner);
    return new Shown(
        partner.country().alpha3(),
        words.country(partner.country()),
        partner.weak(),
        partner.reasons().stream().map(r -> Reasons.text(r, words.language())).toList(),
        ids.stream()
            .limit(RECORDS)
            .flatMap(id -> Optional.ofNullable(records.get(id)).stream())
            .map(s -> new Record(s.id(), words.phrase(s.title()), words.period(s.period())))
            .toList(),
        Math.max(0, ids.size() - RECORDS),
        partner.entries().stream()
            .flatMap(e -> Optional.ofNullable(entries.get(e.id())).stream())
            .map(e ->
                new Listed(
                    e.id(), words.label("entry-kind", e.kind().code()), words.phrase(e.title())))
            .toList(),
        partner.institutions().stream().map(Proposal.Institution::organisation).toList(),
        partner.agency());
  }

  private static Other other(CountryCode country, int records, List<String> open, Words words) {
    return new Other(
        country.alpha3(),
        words.country(country),
        words.number(records),
        open.stream().findFirst().orElse(null));
  }

  /// The proposed partners with a line to who asks.
  private @Nullable FlowMap map(Proposal proposal, Optional<CountryCode> asking, Words words) {
    if (asking.isEmpty()) {
      return null;
    }
    var flows =
        proposal.partners().stream()
            .filter(p -> !p.weak())
            .map(p ->
                new CountryTies.Flow(p.country(), asking.get(), "bilateral", records(p).size()))
            .toList();
    return flows.isEmpty()
        ? null
        : FlowMap.of(
            new CountryTies.Flows(flows.size(), flows.size(), flows),
            flows.size(),
            ListAddress.none(),
            reference,
            words);
  }
}
