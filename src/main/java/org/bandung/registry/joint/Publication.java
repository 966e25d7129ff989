package org.bandung.registry.joint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bandung.access.fields.Circle;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.counted.Contributions;
import org.bandung.registry.joint.Joint.Standing;
import org.bandung.registry.joint.Joint.Stated;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.registry.loans.GrantElement;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.jspecify.annotations.Nullable;

/// What of a joint initiative is public: for each party that is a body here, its statement. Nothing
/// before each of them released the same version of the joint part; of a party's own statement,
/// what it released, as it stood then, and only fields marked public.
final class Publication {

  /// Names of countries are asked for like those of a scheme.
  static final String COUNTRY = "country";

  private final Joint joint;
  private final Map<String, Joint> released;
  private final BiFunction<String, String, LocalizedText> names;
  private final Function<Telling.Picture, Optional<Content.Picture>> pictures;

  private Publication(Joint joint, Map<String, Joint> released, Known known) {
    this.joint = joint;
    this.released = released;
    this.names = known.names();
    this.pictures = known.pictures();
  }

  /// What is known elsewhere.
  ///
  /// @param names what a code of a scheme is called
  /// @param pictures a picture as everybody may see it; empty if nobody may
  record Known(
      BiFunction<String, String, LocalizedText> names,
      Function<Telling.Picture, Optional<Content.Picture>> pictures) {}

  /// The statements that are public, by party.
  ///
  /// @param here the parties that are bodies of this node
  static Map<String, Content> of(List<Recorded> events, Set<String> here, Known known) {
    var now = JointHistory.fold(events);
    var version = publicVersion(now, here);
    if (version.isEmpty()) {
      return Map.of();
    }
    var joint = until(events, now.jointVersions().get(version.getAsInt() - 1));
    var released = new LinkedHashMap<String, Joint>();
    now.releases().own().forEach((party, sequence) -> released.put(party, until(events, sequence)));
    released.keySet().retainAll(here);
    var publication = new Publication(joint, released, known);
    var contents = new LinkedHashMap<String, Content>();
    for (var party : joint.beginning().parties()) {
      if (here.contains(party.id())) {
        contents.put(party.id(), publication.content(party.id()));
      }
    }
    return contents;
  }

  /// The newest version of the joint part that all have released; empty if there is none.
  static OptionalInt publicVersion(Joint j, Set<String> here) {
    if (here.isEmpty()) {
      return OptionalInt.empty();
    }
    var versions = new HashSet<Integer>();
    for (int v = 1; v <= j.jointVersion(); v++) {
      versions.add(v);
    }
    for (var party : here) {
      versions.retainAll(j.releases().joint().getOrDefault(party, Set.of()));
    }
    return versions.stream().mapToInt(v -> v).max();
  }

  private static Joint until(List<Recorded> events, long sequence) {
    return JointHistory.fold(events.subList(0, Math.toIntExact(sequence)));
  }

  private Content content(String party) {
    var own = released.get(party);
    var b = joint.beginning();
    return new Content(
        "project",
        b.title(),
        b.description().isEmpty() ? b.objective() : b.description(),
        joint.closed() ? "4" : joint.suspended() ? "6" : "2",
        b.period(),
        Period.UNKNOWN,
        b.parties().stream().map(Publication::participant).toList(),
        classifications(own, party),
        List.of(),
        own == null ? List.of() : contributions(own, party),
        own == null ? List.of() : results(own, party),
        joint.plan().items().stream()
            .filter(i -> i.kind() == Plan.Kind.MILESTONE)
            .map(Publication::milestone)
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Participant participant(JointParty party) {
    var country = country(party);
    return party.ofCountryItself() && country != null
        ? Participant.country(party.role(), country)
        : new Participant(party.role(), country, null, null, mention(party));
  }

  private static @Nullable CountryCode country(JointParty party) {
    return party.country() == null ? null : new CountryCode(party.country());
  }

  /// A country by its own name in every language, whoever acts for it.
  private OrganisationMention spoken(JointParty party) {
    return party.ofCountryItself()
        ? new OrganisationMention(null, names.apply(COUNTRY, party.id()), null, null)
        : mention(party);
  }

  private static OrganisationMention mention(JointParty party) {
    return new OrganisationMention(null, party.name(), null, null);
  }

  private List<Classification> classifications(@Nullable Joint own, String party) {
    var all = new LinkedHashSet<Classification>();
    for (var sector : joint.beginning().sectors()) {
      var scheme = sector.matches("[0-9]+") ? "dac-sector" : "dac-sector-group";
      all.add(new Classification(scheme, sector, null, LocalizedText.EMPTY));
    }
    if (own != null) {
      own.stated().values().stream()
          .filter(s -> s.by().equals(party) && isPublic(s) && s.said().form() != null)
          .forEach(s ->
              all.add(
                  new Classification(
                      "cooperation-form",
                      String.valueOf(s.said().form()),
                      null,
                      LocalizedText.EMPTY)));
    }
    return List.copyOf(all);
  }

  private static boolean isPublic(Stated stated) {
    return stated.said().visibility() == Contribution.Visibility.PUBLIC;
  }

  private static Content.Milestone milestone(Plan.Item item) {
    boolean reached = item.reached() != null;
    return new Content.Milestone(
        item.what(), new Period(reached ? item.reached() : item.due(), null, false), reached);
  }

  /// The party's own contributions, and its word on those of others that are public themselves.
  private List<Content.Contribution> contributions(Joint own, String party) {
    var all = new ArrayList<Content.Contribution>();
    for (var stated : own.stated().values()) {
      if (stated.by().equals(party) && isPublic(stated)) {
        all.add(contribution(stated, stated.said().figure(), null, ""));
      }
    }
    released.forEach((other, theirs) -> {
      for (var stated : theirs.stated().values()) {
        var mine = own.stated().get(stated.id());
        if (stated.by().equals(other)
            && !other.equals(party)
            && isPublic(stated)
            && mine != null
            && mine.version() == stated.version()) {
          var answer = mine.answers().get(party);
          if (answer != null) {
            all.add(contribution(stated, answer.figure(), answer.standing(), answer.reason()));
          }
        }
      }
    });
    return all;
  }

  /// @param reply how the party replies; null where it is its own contribution
  private Content.Contribution contribution(
      Stated stated, Figure figure, @Nullable Standing reply, String reason) {
    var said = stated.said();
    boolean priced = isPublic(said, SensitiveField.CONTRIBUTION_AMOUNT);
    boolean counted = isPublic(said, SensitiveField.CONTRIBUTION_QUANTITY);
    var rate = priced ? said.valuation().rate() : null;
    var marks = new ArrayList<Classification>();
    var side = stated.by().equals(said.giver()) ? Contributions.GIVEN : Contributions.RECEIVED;
    marks.add(
        reply != null
            ? new Classification(Contributions.REPLY, reply.code(), null, LocalizedText.EMPTY)
            : new Classification(Contributions.SIDE, side, null, LocalizedText.EMPTY));
    if (reply == null && priced) {
      terms(said).ifPresent(marks::add);
    }
    return new Content.Contribution(
        "contribution",
        stated.id(),
        said.period(),
        priced ? figure.amount() : null,
        rate == null ? null : rate.date(),
        counted ? figure.quantity() : null,
        reply == null && priced ? said.valuation().method() : null,
        priced && said.valuation().estimate(),
        mentioned(said.giver()),
        mentioned(said.receiver()),
        null,
        said.form(),
        marks,
        reply == Standing.DISPUTED ? LocalizedText.of("und", reason) : said.what(),
        hidden(!priced && figure.amount() != null, !counted && figure.quantity() != null));
  }

  /// What a loan is by the terms it was given on, whatever became of them: that is told, the terms
  /// are not.
  private static Optional<Classification> terms(Contribution said) {
    return Optional.ofNullable(said.loan())
        .map(loan ->
            GrantElement.concessional(loan.terms())
                ? Contributions.CONCESSIONAL
                : Contributions.NOT_CONCESSIONAL)
        .map(code -> new Classification(Contributions.TERMS, code, null, LocalizedText.EMPTY));
  }

  private static boolean isPublic(Contribution said, SensitiveField field) {
    return said.circle(field) == Circle.PUBLIC;
  }

  /// The figures that are stated and not for everybody: that they are withheld is said, or a reader
  /// would take them for not reported. Replies to them are withheld too: they would tell.
  private static List<String> hidden(boolean amount, boolean quantity) {
    var hidden = new ArrayList<String>();
    if (amount) {
      hidden.add(SensitiveField.CONTRIBUTION_AMOUNT.field());
    }
    if (quantity) {
      hidden.add(SensitiveField.CONTRIBUTION_QUANTITY.field());
    }
    return hidden;
  }

  private @Nullable OrganisationMention mentioned(String party) {
    return joint.beginning().party(party).map(this::spoken).orElse(null);
  }

  private List<Content.Result> results(Joint own, String party) {
    var told = own.told().get(party);
    if (told == null || told.visibility() != Contribution.Visibility.PUBLIC) {
      return List.of();
    }
    var telling = told.seenFrom(Circle.PUBLIC);
    var results = new ArrayList<Content.Result>();
    told(results, "results", telling.results(), List.of());
    told(results, "lessons", telling.lessons(), List.of());
    told(results, "gains", telling.gains(), List.of());
    told(results, "story", telling.story(), shown(telling.pictures()));
    return results;
  }

  private List<Content.Picture> shown(List<Telling.Picture> told) {
    return told.stream()
        .filter(Telling.Picture::presentable)
        .flatMap(p -> pictures.apply(p).stream())
        .toList();
  }

  private void told(
      List<Content.Result> results,
      String what,
      LocalizedText text,
      List<Content.Picture> pictures) {
    if (!text.isEmpty() || !pictures.isEmpty()) {
      results.add(
          new Content.Result(null, names.apply("joint-telling", what), text, List.of(), pictures));
    }
  }
}
