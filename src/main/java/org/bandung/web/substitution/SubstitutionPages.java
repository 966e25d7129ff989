package org.bandung.web.substitution;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.economy.Shortlist;
import org.bandung.economy.Souths;
import org.bandung.economy.Substitutions;
import org.bandung.economy.Substitutions.Found;
import org.bandung.economy.Substitutions.Opened;
import org.bandung.economy.Wish;
import org.bandung.observations.Observations;
import org.bandung.reference.Reference;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// What an importer could buy in the South instead, and where the South would buy what an exporter
/// sells.
@Controller
final class SubstitutionPages {

  private static final String PATH = "/economy/substitution";
  private static final int ITEMS = 20;
  private static final int CANDIDATES = 3;
  private static final int ALL_CANDIDATES = 60;
  private static final int DEMANDS = 40;
  private static final int ITEMS_IN_FILE = 500;
  private static final int CANDIDATES_IN_FILE = 10;
  private static final int DEMANDS_IN_FILE = 2_000;

  private final Substitutions substitutions;
  private final Observations observations;
  private final Dictionary dictionary;
  private final Asking asking;

  SubstitutionPages(
      Substitutions substitutions,
      Observations observations,
      Souths souths,
      Reference reference,
      Dictionary dictionary) {
    this.substitutions = substitutions;
    this.observations = observations;
    this.dictionary = dictionary;
    asking = new Asking(reference, souths);
  }

  /// What is asked, checked.
  ///
  /// @param given the parameters that say something, as they go into an address
  record Asked(
      String importer,
      String exporter,
      String product,
      boolean growing,
      Wish wish,
      Map<String, String> given) {

    /// Whether an exporter alone is named, who looks for a demand.
    public boolean mirror() {
      return importer.isEmpty() && !exporter.isEmpty();
    }

    public boolean empty() {
      return importer.isEmpty() && exporter.isEmpty();
    }

    String address(String path, String... more) {
      var address = UriComponentsBuilder.fromPath(path);
      given.forEach(address::queryParam);
      for (int i = 0; i < more.length; i += 2) {
        address.replaceQueryParam(more[i], more[i + 1]);
      }
      return address.encode().build().toUriString();
    }

    /// As the API has it: the country is in its path.
    String program() {
      var address =
          UriComponentsBuilder.fromPath(
              mirror()
                  ? "/api/v1/economy/countries/" + exporter + "/openings"
                  : "/api/v1/economy/countries/" + importer + "/substitution");
      given.forEach((name, value) -> {
        if (!name.equals("importer") && !(mirror() && name.equals("exporter"))) {
          address.queryParam(name, value);
        }
      });
      return address.encode().build().toUriString();
    }
  }

  private Asked asked(Map<String, String> all) {
    var importer = asking.country("importer", all.getOrDefault("importer", ""));
    var exporter = asking.country("exporter", all.getOrDefault("exporter", ""));
    if (!importer.isEmpty() && importer.equals(exporter)) {
      throw new Refusal.BadParameter("exporter");
    }
    var product = Asking.product(all.getOrDefault("product", ""));
    boolean growing = Asking.flag("growing", all.getOrDefault("growing", ""));
    var wish =
        asking.wish(
            all.getOrDefault("dataset", ""),
            all.getOrDefault("year", ""),
            all.getOrDefault("south", ""));
    var given = new LinkedHashMap<String, String>();
    given.put("importer", importer);
    given.put("exporter", exporter);
    given.put("product", product);
    given.put("year", wish.year().isPresent() ? Integer.toString(wish.year().getAsInt()) : "");
    given.put("south", wish.south());
    given.put("dataset", wish.dataset());
    given.put("growing", growing ? "true" : "");
    given.values().removeIf(String::isEmpty);
    return new Asked(importer, exporter, product, growing, wish, given);
  }

  @GetMapping(PATH)
  String show(@RequestParam Map<String, String> all, Visit visit, Model model) {
    var words = visit.words();
    var asked = asked(all);
    model.addAttribute("asked", asked);
    model.addAttribute("countries", dictionary.countries(words));
    model.addAttribute("souths", asking.definitions(words));
    model.addAttribute("weights", weights(words));
    model.addAttribute("held", false);
    if (asked.mirror()) {
      substitutions
          .openings(asked.exporter(), asked.product(), asked.wish(), DEMANDS)
          .ifPresent(opened -> show(opened, asked, words, model));
    } else if (!asked.empty()) {
      find(asked, ITEMS, asked.product().isEmpty() ? CANDIDATES : ALL_CANDIDATES)
          .ifPresent(found -> show(found, asked, words, model));
    }
    return "economy-substitution";
  }

  /// A term with its weight in percent of all.
  record Weight(String name, String share) {}

  private List<Weight> weights(Words words) {
    var terms = substitutions.terms();
    double whole = terms.values().stream().mapToDouble(Double::doubleValue).sum();
    return terms.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(t -> new Weight(t.getKey(), Numbers.share(t.getValue() / whole, words)))
        .toList();
  }

  private java.util.Optional<Found> find(Asked asked, int items, int candidates) {
    return substitutions.of(
        asked.importer(),
        asked.product(),
        asked.wish(),
        new Shortlist.Wish(asked.growing(), asked.exporter(), items, candidates));
  }

  private void show(Found found, Asked asked, Words words, Model model) {
    var list = found.shortlist();
    var rows = new Candidates(found.told(), words);
    model.addAttribute("held", true);
    model.addAttribute("basis", Basis.of(found.told(), observations, words));
    model.addAttribute("list", list);
    model.addAttribute("subject", words.country(asked.importer()));
    model.addAttribute(
        "items",
        list.items().stream()
            .map(i ->
                rows.item(asked.importer(), i, asked.address(PATH, "product", i.line().product())))
            .toList());
    files(asked, model);
  }

  private void show(Opened opened, Asked asked, Words words, Model model) {
    var rows = new Candidates(opened.told(), words);
    model.addAttribute("held", true);
    model.addAttribute("basis", Basis.of(opened.told(), observations, words));
    model.addAttribute("opened", opened);
    model.addAttribute("subject", words.country(asked.exporter()));
    model.addAttribute(
        "demands", opened.openings().stream().map(o -> rows.demand(asked.exporter(), o)).toList());
    files(asked, model);
  }

  private static void files(Asked asked, Model model) {
    model.addAttribute("csv", asked.address(PATH + ".csv"));
    model.addAttribute("xlsx", asked.address(PATH + ".xlsx"));
    model.addAttribute("json", asked.program());
  }

  @GetMapping(PATH + ".csv")
  void csv(@RequestParam Map<String, String> all, Visit visit, HttpServletResponse response)
      throws IOException {
    table(asked(all), visit.words()).csv(response, "substitution");
  }

  @GetMapping(PATH + ".xlsx")
  void xlsx(@RequestParam Map<String, String> all, Visit visit, HttpServletResponse response)
      throws IOException {
    table(asked(all), visit.words()).xlsx(response, "substitution");
  }

  private FlatTable table(Asked asked, Words words) {
    if (asked.mirror()) {
      var opened =
          substitutions
              .openings(asked.exporter(), asked.product(), asked.wish(), DEMANDS_IN_FILE)
              .orElseThrow(Refusal.NotFound::new);
      return SubstitutionTable.of(opened, Basis.of(opened.told(), observations, words), words);
    }
    if (asked.empty()) {
      throw new Refusal.BadParameter("importer");
    }
    var found = find(asked, ITEMS_IN_FILE, CANDIDATES_IN_FILE).orElseThrow(Refusal.NotFound::new);
    return SubstitutionTable.of(found, Basis.of(found.told(), observations, words), words);
  }
}
