package org.bandung.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.parties.Identity;
import org.bandung.parties.Mention;
import org.bandung.parties.Parties;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Development;
import org.bandung.reference.Membership;
import org.bandung.reference.Reference;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;

/// Looks up what the decision table asks about the participants, and lets it decide.
final class Derivations {

  private final Reference reference;
  private final Parties parties;
  private final Map<GroupingDay, Set<CountryCode>> membersByDay = new ConcurrentHashMap<>();

  private record GroupingDay(String grouping, LocalDate day) {}

  Derivations(Reference reference, Parties parties) {
    this.reference = reference;
    this.parties = parties;
  }

  /// Changes when the derivation of the same content could give something else.
  String fingerprint() {
    return "5:" + reference.fingerprint() + ":" + parties.fingerprint();
  }

  /// With the groupings that the countries share, as a page shows it.
  Derivation explain(Content content) {
    return derive(content, true);
  }

  /// Without them, as lists need it.
  Derivation derive(Content content) {
    return derive(content, false);
  }

  private Derivation derive(Content content, boolean withGroupings) {
    var date = statusDate(content);
    var decision =
        ModalityRules.decide(
            actors(content), country -> traits(country, date), group -> members(group, date));
    var missing = new ArrayList<>(decision.missing());
    if (date.isEmpty()) {
      missing.add("date");
    }
    return new Derivation(
        decision.modality(),
        decision.rule(),
        decision.scope(),
        decision.sameSubregion(),
        withGroupings && decision.scope().isPresent()
            ? sharedGroupings(decision.countries(), date)
            : List.of(),
        date,
        reference.defaultStatusScheme(),
        decision.counted(),
        missing);
  }

  /// Actual start, else planned start, else the first date any contribution carries.
  static Optional<PartialDate> statusDate(Content content) {
    if (content.actual().start() != null) {
      return Optional.of(content.actual().start());
    }
    if (content.planned().start() != null) {
      return Optional.of(content.planned().start());
    }
    return content.contributions().stream()
        .flatMap(c -> Optional.ofNullable(c.period().start()).stream())
        .min(PartialDate::compareTo);
  }

  /// The countries that take part, themselves or through organisations: their codes.
  Set<String> countries(Content content) {
    var countries = new TreeSet<String>();
    derive(content).counted().stream()
        .flatMap(c -> c.country().stream())
        .forEach(c -> countries.add(c.alpha3()));
    content.participants().stream()
        .flatMap(p -> Stream.ofNullable(p.country()))
        .forEach(c -> countries.add(c.alpha3()));
    return countries;
  }

  private List<ModalityRules.Actor> actors(Content content) {
    var actors = new ArrayList<ModalityRules.Actor>();
    for (var participant : content.participants()) {
      var organisation = participant.organisation();
      if (organisation == null) {
        actors.add(
            new ModalityRules.Actor(
                participant.role(),
                Optional.ofNullable(participant.country()),
                Optional.empty(),
                false,
                Optional.empty()));
      } else {
        var identity = parties.identify(mention(organisation));
        actors.add(actor(participant, identity, name(organisation)));
      }
    }
    return actors;
  }

  /// The id of the organisation that takes part, if it has one.
  Optional<String> organisation(Participant participant) {
    var organisation = participant.organisation();
    return organisation == null
        ? Optional.empty()
        : parties.identify(mention(organisation)).organisation();
  }

  /// The country for which an organisation gives or receives, or whose name it bears; none of a
  /// body of many countries.
  Optional<CountryCode> countryOf(Participant.OrganisationMention organisation) {
    var identity = parties.identify(mention(organisation));
    if (identity.nature() == Identity.Nature.MULTILATERAL) {
      return Optional.empty();
    }
    return identity.country().or(() -> named(organisation));
  }

  private Optional<CountryCode> named(Participant.OrganisationMention organisation) {
    for (var name : organisation.name().byLanguage().values()) {
      if (reference.resolveCountryName(name) instanceof CountryResolution.Found found) {
        return Optional.of(found.country());
      }
    }
    return Optional.empty();
  }

  private static Mention mention(Participant.OrganisationMention organisation) {
    return new Mention(organisation.reference(), organisation.name(), organisation.type());
  }

  private static String name(Participant.OrganisationMention organisation) {
    return organisation
        .name()
        .in("en")
        .map(spoken -> spoken.text())
        .orElseGet(() -> organisation.reference() == null ? "" : organisation.reference());
  }

  private static ModalityRules.Actor actor(
      Participant participant, Identity identity, String name) {
    var country = Optional.ofNullable(participant.country()).or(identity::country);
    return new ModalityRules.Actor(
        participant.role(),
        actsForItsCountry(participant.role(), identity.nature()) ? country : Optional.empty(),
        Optional.of(name),
        identity.nature() == Identity.Nature.MULTILATERAL,
        identity.grouping());
  }

  /// A public body acts for its country; a private one does only as a named side, and not by money.
  private static boolean actsForItsCountry(Role role, Identity.Nature nature) {
    return switch (nature) {
      case GOVERNMENT -> true;
      case MULTILATERAL -> false;
      case OTHER, UNKNOWN -> role == Role.PROVIDER || role == Role.RECIPIENT || role == Role.DUAL;
    };
  }

  private ModalityRules.Traits traits(CountryCode code, Optional<PartialDate> date) {
    var country = reference.findCountry(code);
    if (country.isEmpty()) {
      return new ModalityRules.Traits(Development.UNKNOWN, "", "");
    }
    return new ModalityRules.Traits(
        development(code, date),
        country.get().region().orElse(""),
        country.get().subregion().orElse(""));
  }

  /// Without a date only a status that never changed is known.
  private Development development(CountryCode code, Optional<PartialDate> date) {
    if (date.isPresent()) {
      return reference.development(code, date.get().earliest());
    }
    var statuses = new HashSet<String>();
    reference.statusHistory(code).stream()
        .filter(m -> m.grouping().equals(reference.defaultStatusScheme()))
        .forEach(m -> statuses.add(m.status()));
    return statuses.size() == 1
        ? Development.valueOf(statuses.iterator().next().toUpperCase(java.util.Locale.ROOT))
        : Development.UNKNOWN;
  }

  private Set<CountryCode> members(String grouping, Optional<PartialDate> date) {
    var day = date.map(PartialDate::earliest).orElse(LocalDate.EPOCH);
    return membersByDay.computeIfAbsent(
        new GroupingDay(grouping, day),
        key -> {
          var members = new HashSet<CountryCode>();
          for (Membership m : reference.membersOf(key.grouping)) {
            if (m.isFull() && m.holdsOn(key.day)) {
              members.add(m.country());
            }
          }
          return Set.copyOf(members);
        });
  }

  private List<String> sharedGroupings(Set<CountryCode> countries, Optional<PartialDate> date) {
    var day = date.map(PartialDate::earliest).orElse(LocalDate.EPOCH);
    Set<String> shared = new HashSet<>();
    boolean first = true;
    for (var country : countries) {
      var own = new HashSet<String>();
      for (Membership m : reference.membershipsOf(country)) {
        if (m.isFull() && m.holdsOn(day)) {
          own.add(m.grouping());
        }
      }
      if (first) {
        shared = own;
        first = false;
      } else {
        shared.retainAll(own);
      }
    }
    return shared.stream().sorted().toList();
  }
}
