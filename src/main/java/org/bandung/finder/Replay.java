package org.bandung.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.Folding;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Role;

/// Turns records of the past into questions: what was it about, who asked, who answered.
///
/// A directed record asks for its recipients and is answered by its providers; where a record tells
/// no direction, each of its countries asks in turn and the others answer. A source whose records
/// all have the same provider asks nothing: the answer would be known.
final class Replay {

  private static final int AT_ONCE = 500;
  private static final int SAME_TITLE = 60;

  private final Registry registry;
  private final Concepts concepts;
  private final Masking masking;
  private final Traits traits;

  Replay(Registry registry, Concepts concepts, Reference reference, Traits traits) {
    this.registry = registry;
    this.concepts = concepts;
    this.masking = new Masking(reference);
    this.traits = traits;
  }

  /// A question with its right answers.
  ///
  /// @param set the source, or the channel where many publishers share one
  /// @param hidden the record and those that tell the same
  /// @param sectors groups of sectors the record carries
  record Asked(
      String set,
      String record,
      String text,
      String language,
      CountryCode asking,
      Set<CountryCode> answers,
      Set<String> hidden,
      Set<String> sectors) {}

  private record Told(
      InitiativePage.Entry entry, String set, String language, String text, String sameness) {}

  List<Asked> questions() {
    var told = new ArrayList<Told>();
    for (var ids = registry.idsAfter("", AT_ONCE);
        !ids.isEmpty();
        ids = registry.idsAfter(ids.getLast(), AT_ONCE)) {
      registry.entries(ids).forEach(e -> told.add(told(e)));
    }
    var same = new HashMap<String, Set<String>>();
    told.forEach(t ->
        same.computeIfAbsent(t.sameness(), s -> new HashSet<>()).add(t.entry().summary().id()));
    var oneSided = oneSided(told);
    var questions = new ArrayList<Asked>();
    for (var one : told) {
      if (!oneSided.contains(one.set()) && !one.text().isBlank()) {
        questions.addAll(ask(one, same.getOrDefault(one.sameness(), Set.of())));
      }
    }
    questions.sort(
        Comparator.comparing(Asked::set).thenComparing(Asked::record).thenComparing(Asked::asking));
    return questions;
  }

  /// Sets whose providers are all the same country.
  private static Set<String> oneSided(List<Told> told) {
    var providers = new HashMap<String, Set<CountryCode>>();
    told.forEach(t -> {
      var held = providers.computeIfAbsent(t.set(), s -> new HashSet<>());
      held.addAll(in(t.entry(), Role::provides));
    });
    var sets = new HashSet<String>();
    providers.forEach((set, held) -> {
      if (held.size() == 1) {
        sets.add(set);
      }
    });
    return sets;
  }

  private Told told(InitiativePage.Entry entry) {
    var title = entry.summary().title();
    var given = title.byLanguage().keySet().stream().findFirst().orElse("en");
    var heading = title.byLanguage().getOrDefault(given, "");
    var whole = heading + ". " + entry.text().byLanguage().getOrDefault(given, "");
    var parts =
        given.equals(LocalizedText.UNDETERMINED)
            ? concepts.parts(whole, "en")
            : Map.of(given, whole);
    // Of a text and its translations the first asks, in one language as people do.
    var language =
        parts.keySet().stream()
            .filter(Concepts.languages()::contains)
            .findFirst()
            .orElseGet(() -> concepts.identify(whole, "en"));
    var folded = Folding.fold(heading);
    var sameness =
        folded.isEmpty()
            ? entry.summary().id()
            : folded.substring(0, Math.min(folded.length(), SAME_TITLE));
    return new Told(
        entry, set(entry), language, masking.mask(parts.getOrDefault(language, whole)), sameness);
  }

  /// Tables are sets of their own; of a channel with many publishers the channel is.
  private static String set(InitiativePage.Entry entry) {
    var source = entry.summary().sources().stream().sorted().findFirst().orElse("");
    return source.startsWith("table:") || source.indexOf(':') < 0
        ? source
        : source.substring(0, source.indexOf(':'));
  }

  private List<Asked> ask(Told told, Set<String> hidden) {
    var providers = south(in(told.entry(), Role::provides));
    var recipients = in(told.entry(), Role::receives);
    var questions = new ArrayList<Asked>();
    if (!providers.isEmpty() && !recipients.isEmpty()) {
      for (var asking : south(recipients)) {
        add(questions, told, hidden, asking, providers);
      }
    } else if (providers.isEmpty()) {
      var all = new TreeSet<>(recipients);
      all.addAll(in(told.entry(), r -> r == Role.IMPLEMENTER));
      for (var asking : south(all)) {
        add(questions, told, hidden, asking, south(all));
      }
    }
    return questions;
  }

  private static void add(
      List<Asked> questions,
      Told told,
      Set<String> hidden,
      CountryCode asking,
      Set<CountryCode> answers) {
    var others = new TreeSet<>(answers);
    others.remove(asking);
    if (!others.isEmpty()) {
      questions.add(
          new Asked(
              told.set(),
              told.entry().summary().id(),
              told.text(),
              told.language(),
              asking,
              others,
              hidden,
              sectors(told.entry())));
    }
  }

  private static Set<String> sectors(InitiativePage.Entry entry) {
    var sectors = new LinkedHashSet<String>();
    for (var facet : List.of(Facet.SECTOR, Facet.SDG)) {
      Facet.codes(facet.schemes().getFirst(), entry.tags()).stream()
          .filter(code -> !code.equals(Facet.NOT_REPORTED))
          .forEach(code -> sectors.add(facet.tag(code)));
    }
    return sectors;
  }

  private Set<CountryCode> south(Set<CountryCode> countries) {
    var south = new TreeSet<CountryCode>();
    countries.stream().filter(c -> traits.of(c).south()).forEach(south::add);
    return south;
  }

  private static Set<CountryCode> in(InitiativePage.Entry entry, Predicate<Role> role) {
    var countries = new TreeSet<CountryCode>();
    entry.summary().countries().stream()
        .filter(c -> role.test(c.role()))
        .forEach(c -> countries.add(c.country()));
    return countries;
  }
}
