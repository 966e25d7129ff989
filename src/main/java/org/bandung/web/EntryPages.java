package org.bandung.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.EntryView;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.StableId;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One entry of the catalogue: what it says, who says so, whom to ask, what next.
@Controller
final class EntryPages {

  private final Catalogue catalogue;
  private final Registry registry;

  EntryPages(Catalogue catalogue, Registry registry) {
    this.catalogue = catalogue;
    this.registry = registry;
  }

  /// Countries that have the same part in an entry.
  record Side(String heading, List<InitiativeRow.Named> countries) {}

  /// A short fact beside the texts.
  record Fact(String name, String value) {}

  @GetMapping(CataloguePages.PATH + "/{id}")
  String show(@PathVariable String id, Visit visit, Model model) {
    if (!StableId.isWellFormed(id)) {
      throw new Refusal.NotFound();
    }
    var view = catalogue.find(visit.reader(), id).orElseThrow(Refusal.NotFound::new);
    var words = visit.words();
    model.addAttribute("view", view);
    model.addAttribute("kind", words.label("entry-kind", view.kind().code()));
    model.addAttribute("heading", words.phrase(view.content().title()));
    model.addAttribute("sides", sides(view, words));
    model.addAttribute("facts", facts(view, words));
    model.addAttribute("texts", texts(view, words));
    model.addAttribute("stale", view.stale(LocalDate.now(ZoneOffset.UTC)));
    model.addAttribute(
        "planLink", view.details() instanceof Details.Need(var _, var link, var _) ? link : null);
    model.addAttribute(
        "needed",
        view.kind() == EntryKind.NEED || view.kind() == EntryKind.OFFER
            ? period(view.content().planned(), words)
            : null);
    model.addAttribute("codes", codes(view.content(), words));
    model.addAttribute("source", source(view.sourceKey(), visit));
    model.addAttribute("initiative", initiative(view));
    model.addAttribute("find", find(view, words));
    return "entry";
  }

  private static List<Side> sides(EntryView view, Words words) {
    var byRole = new LinkedHashMap<Role, List<InitiativeRow.Named>>();
    for (var participant : view.content().participants()) {
      var country = participant.country();
      if (country != null) {
        byRole
            .computeIfAbsent(participant.role(), r -> new ArrayList<>())
            .add(new InitiativeRow.Named(country.alpha3(), words.country(country)));
      }
    }
    return byRole.entrySet().stream()
        .map(e -> new Side(heading(view.kind(), e.getKey(), words), e.getValue()))
        .toList();
  }

  /// What a country's part is called; in the catalogue nobody is a recipient yet.
  private static String heading(EntryKind kind, Role role, Words words) {
    var key = "entry.side." + kind.code();
    if (role == kind.usualRole() && words.has(key)) {
      return words.text(key);
    }
    return kind == EntryKind.SOLUTION && role.receives()
        ? words.text("entry.applied")
        : words.role(role);
  }

  private static List<Fact> facts(EntryView view, Words words) {
    var facts = new ArrayList<Fact>();
    var period = words.period(view.content().actual());
    if (view.kind().isDated() || !view.content().actual().equals(Period.UNKNOWN)) {
      facts.add(
          new Fact(
              words.text(view.kind() == EntryKind.EVENT ? "entry.when" : "entry.valid"), period));
    }
    view.details()
        .howMuch()
        .ifPresent(q -> facts.add(new Fact(words.text("entry.quantity"), words.quantity(q))));
    if (view.details() instanceof Details.Event(var type, var _, var seats, var applyBy)) {
      if (type != null) {
        facts.add(new Fact(words.text("entry.type"), words.label("event-type", type)));
      }
      if (seats != null) {
        facts.add(new Fact(words.text("entry.seats"), words.number(seats)));
      }
      if (applyBy != null) {
        facts.add(new Fact(words.text("entry.apply-by"), words.date(applyBy)));
      }
    }
    if (view.details() instanceof Details.Expert(var given, var _)) {
      facts.add(new Fact(words.text("entry.consent"), words.day(given)));
    }
    return facts;
  }

  /// When it is needed or can be had, which differs from how long the entry holds.
  private static @Nullable String period(Period period, Words words) {
    return period.equals(Period.UNKNOWN) ? null : words.period(period);
  }

  private static Map<String, Words.Phrase> texts(EntryView view, Words words) {
    var texts = new LinkedHashMap<String, Words.Phrase>();
    view.texts()
        .forEach((field, text) -> {
          var phrase = words.phrase(text);
          if (phrase != null) {
            texts.put(field, phrase);
          }
        });
    return texts;
  }

  /// Sectors, goals, forms and languages, by the name of their facet.
  private static Map<String, List<FacetList.Door>> codes(Content content, Words words) {
    var doors = new LinkedHashMap<String, List<FacetList.Door>>();
    for (var one : content.classifications()) {
      var facet =
          switch (one.scheme()) {
            case "dac-sector", "dac-sector-group" -> "sector";
            case "sdg" -> "sdg";
            case "cooperation-form" -> "form";
            case "language" -> "language";
            default -> "";
          };
      if (!facet.isEmpty()) {
        doors
            .computeIfAbsent(facet, f -> new ArrayList<>())
            .add(
                new FacetList.Door(
                    name(facet, one.code(), words),
                    ListAddress.none().with(facet, one.code()).under(CataloguePages.PATH),
                    "",
                    false));
      }
    }
    return doors;
  }

  private static String name(String facet, String code, Words words) {
    return switch (facet) {
      case "sector" -> words.sector(code);
      case "sdg" -> words.code(org.bandung.registry.Facet.SDG, code);
      case "form" -> words.label("cooperation-form", code);
      default -> words.languageName(code);
    };
  }

  private String source(String key, Visit visit) {
    return registry
        .findSource(visit.reader(), key)
        .flatMap(s -> s.name().in(visit.words().language()))
        .map(LocalizedText.Spoken::text)
        .orElse(key);
  }

  /// The initiative that a solution was made from.
  private static @Nullable String initiative(EntryView view) {
    return view.details()
            instanceof Details.Solution(var _, var _, var _, var _, var _, var initiative)
        ? initiative
        : null;
  }

  /// A need leads to who can help with it.
  private static @Nullable String find(EntryView view, Words words) {
    var title = view.content().title().in(words.language());
    if (view.kind() != EntryKind.NEED || title.isEmpty()) {
      return null;
    }
    var asked = new LinkedHashMap<String, String>();
    asked.put("text", title.get().text());
    asked.put("for", country(view).map(CountryCode::alpha3).orElse(""));
    return ListAddress.address("/find", asked);
  }

  private static Optional<CountryCode> country(EntryView view) {
    return view.content().participants().stream()
        .flatMap(p -> Optional.ofNullable(p.country()).stream())
        .findFirst();
  }
}
