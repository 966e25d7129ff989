package org.bandung.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Concepts concepts;
  private final Reference reference;
  private final Dictionary dictionary;

  FindPages(
      Finder finder,
      Registry registry,
      Concepts concepts,
      Reference reference,
      Dictionary dictionary) {
    this.finder = finder;
    this.registry = registry;
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
      Optional<Organisation> agency) {}

  /// A country with how many records on the topic.
  record Other(String code, String name, String records) {}

  @GetMapping("/find")
  String find(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(name = "for", defaultValue = "") String asking,
      @RequestParam(defaultValue = "") Set<String> must,
      @RequestParam Map<String, String> all,
      Visit visit,
      Model model) {
    if (!Wish.isText(text)) {
      throw new Refusal.BadParameter("text");
    }
    var words = visit.words();
    var factors = factors(all, words);
    var country = country(asking);
    var musts = musts(must);
    model.addAttribute("text", text.strip());
    model.addAttribute("asking", country.map(CountryCode::alpha3).orElse(""));
    model.addAttribute("must", must);
    model.addAttribute("factors", factors);
    model.addAttribute("adjusted", factors.stream().anyMatch(f -> !f.chosen().equals("1")));
    model.addAttribute("countries", dictionary.countries(words));
    model.addAttribute("musts", Arrays.stream(Wish.Must.values()).map(Wish.Must::code).toList());
    if (!text.isBlank()) {
      var weights =
          factors.stream().collect(Collectors.toMap(Factor::code, f -> Double.valueOf(f.chosen())));
      show(new Asked(text.strip(), country, musts, weights), visit, model);
    }
    return "find";
  }

  private record Asked(
      String text,
      Optional<CountryCode> country,
      Set<Wish.Must> musts,
      Map<String, Double> weights) {

    Wish wish(String language) {
      return new Wish(
          text, language, country, Set.of(), Set.of(), Set.of(), musts, Set.of(), Set.of(), weights,
          PARTNERS);
    }
  }

  private void show(Asked asked, Visit visit, Model model) {
    var words = visit.words();
    var proposal = finder.partnersFor(visit.reader(), asked.wish(words.language()));
    var records = registry.summaries(visit.reader(), named(proposal));
    model.addAttribute("proposal", proposal);
    model.addAttribute(
        "topics",
        proposal.topics().stream()
            .flatMap(t -> concepts.find(t).stream())
            .map(c -> c.label(words.language()))
            .toList());
    var partners = proposal.partners().stream().map(p -> shown(p, records, words)).toList();
    model.addAttribute("partners", partners.stream().filter(p -> !p.weak()).toList());
    model.addAttribute("weak", partners.stream().filter(Shown::weak).toList());
    model.addAttribute(
        "facilitators",
        proposal.facilitators().stream()
            .map(f -> other(f.country(), f.records().size(), words))
            .toList());
    model.addAttribute(
        "needs",
        proposal.needs().stream().map(n -> other(n.country(), n.records().size(), words)).toList());
    model.addAttribute("map", map(proposal, asked.country(), words));
  }

  private Optional<CountryCode> country(String asking) {
    var upper = asking.strip().toUpperCase(Locale.ROOT);
    if (upper.isEmpty()) {
      return Optional.empty();
    }
    if (!CountryCode.isWellFormed(upper)
        || reference.findCountry(new CountryCode(upper)).isEmpty()) {
      throw new Refusal.BadParameter("for");
    }
    return Optional.of(new CountryCode(upper));
  }

  private static Set<Wish.Must> musts(Set<String> given) {
    return given.stream()
        .map(word -> Wish.Must.ofCode(word).orElseThrow(() -> new Refusal.BadParameter("must")))
        .collect(Collectors.toSet());
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

  /// Those it provided in before the others.
  private static List<String> records(Proposal.Partner partner) {
    var all = new ArrayList<>(partner.evidence());
    all.addAll(partner.participation());
    return all;
  }

  private static Shown shown(
      Proposal.Partner partner, Map<String, InitiativePage.Summary> records, Words words) {
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
        partner.agency());
  }

  private static Other other(CountryCode country, int records, Words words) {
    return new Other(country.alpha3(), words.country(country), words.number(records));
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
