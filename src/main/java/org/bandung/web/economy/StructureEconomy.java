package org.bandung.web.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bandung.economy.Told;
import org.bandung.economy.structure.CountryStructure;
import org.bandung.economy.structure.CountryStructures;
import org.bandung.economy.structure.FoodTrade;
import org.bandung.economy.structure.Potentials;
import org.bandung.web.economy.EconomyPage.Field;
import org.bandung.web.economy.EconomyPage.Heading;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Option;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// How a country's exports are made up, what could come next, how far it feeds itself, what it
/// could sell where.
@Component
final class StructureEconomy {

  static final String MARKETS = "markets";
  static final String PRODUCTION = "foodProduction";

  private static final String TRADE = "products";
  private static final int LINES = 2_000;

  private final EconomyFrame frame;
  private final CountryStructures structures;
  private final Potentials potentials;

  StructureEconomy(EconomyFrame frame, CountryStructures structures, Potentials potentials) {
    this.frame = frame;
    this.structures = structures;
    this.potentials = potentials;
  }

  static String address(String country) {
    return "/countries/" + country + "/structure";
  }

  EconomyPage of(String country, EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var wish = frame.wish(form, TRADE);
    var production = production(form);
    var markets = markets(form);
    var structure = structures.of(country, wish, production);
    var potential = potentials.of(country, markets, wish, LINES);
    var parts = new ArrayList<Part>();
    var notes =
        potential.isPresent()
            ? new String[0]
            : new String[] {words.say("structure.potential.none")};
    structure.ifPresent(s -> parts(s, form, words, parts, notes));
    potential.ifPresent(p -> new PotentialParts(p, form, words).parts(parts));
    return new EconomyPage(
        address(country),
        form.query(),
        heading(country, structure, words),
        frame.form(
            form,
            words,
            TRADE,
            frame.years(TRADE, form.get("dataset")),
            markets(words, markets),
            new Field(
                PRODUCTION, words.say("form.food-production"), form.get(PRODUCTION), List.of())),
        structure.isPresent()
            ? null
            : frame.missing(
                words, TRADE, words.say("structure.missing", words.country(country)), "baci"),
        structure.map(s -> new StructureParts(s, form, words).figures()).orElse(List.of()),
        parts,
        told(structure, potential).map(t -> frame.facts(t, words)).orElse(List.of()),
        onward(country, words));
  }

  private static Optional<Told> told(
      Optional<CountryStructure> structure, Optional<Potentials.Found> potential) {
    return structure.map(CountryStructure::told).or(() -> potential.map(Potentials.Found::told));
  }

  private static void parts(
      CountryStructure structure,
      EconomyForm form,
      EconomyWords words,
      List<Part> parts,
      String... notes) {
    var own = new StructureParts(structure, form, words);
    parts.add(own.measures("measures", notes));
    parts.add(own.advantages());
    parts.add(own.next());
    structure.food().ifPresent(f -> parts.add(own.food(f)));
  }

  private static Heading heading(
      String country, Optional<CountryStructure> structure, EconomyWords words) {
    return new Heading(
        List.of(
            new Link("/economy", words.say("overview.name")),
            new Link(CountryEconomy.address(country), words.country(country))),
        words.say("structure.heading", words.country(country)),
        structure
            .map(s ->
                words.say(
                    "structure.lead",
                    Integer.toString(s.told().year()),
                    words.country(country),
                    s.lines().size(),
                    s.measure("diversification").value().orElse(0),
                    s.countries(),
                    s.products()))
            .orElse(""));
  }

  private List<Link> onward(String country, EconomyWords words) {
    return frame.onward(
        words,
        new Link(
            CountryEconomy.address(country), words.say("country.heading", words.country(country))),
        new Link("/economy/substitution?exporter=" + country, words.say("onward.openings")));
  }

  private static Field markets(EconomyWords words, String chosen) {
    return new Field(
        MARKETS,
        words.say("form.markets"),
        chosen,
        List.of(
            new Option("", words.say("form.markets.all")),
            new Option("south", words.say("side.south")),
            new Option("north", words.say("side.north"))));
  }

  private static String markets(EconomyForm form) {
    var markets = form.get(MARKETS);
    if (!markets.matches("(south|north)?")) {
      throw new Refusal.BadParameter(MARKETS);
    }
    return markets;
  }

  private static OptionalDouble production(EconomyForm form) {
    var stated = form.get(PRODUCTION);
    if (stated.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!stated.matches("[0-9]{1,15}([.][0-9]{1,6})?")
        || Double.parseDouble(stated) > FoodTrade.MOST_PRODUCTION) {
      throw new Refusal.BadParameter(PRODUCTION);
    }
    return OptionalDouble.of(Double.parseDouble(stated));
  }
}
