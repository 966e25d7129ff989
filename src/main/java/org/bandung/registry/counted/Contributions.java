package org.bandung.registry.counted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.counted.Countable.Given;
import org.bandung.registry.counted.Countable.Heard;
import org.bandung.registry.counted.Countable.Standing;
import org.bandung.registry.said.Content.Contribution;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// Takes every contribution once: of what one giver gave, the giver's own word counts; where it is
/// silent, the first word of another. What a partner replies to the other's figure is no second
/// contribution.
public final class Contributions {

  /// The scheme of marks on what is a reply to another's contribution.
  public static final String REPLY = "contribution-reply";

  /// The scheme of marks that tell whether who speaks gave or received.
  public static final String SIDE = "contribution-side";

  /// The mark of what the one who speaks gave itself.
  public static final String GIVEN = "given";

  /// The mark of what the one who speaks received.
  public static final String RECEIVED = "received";

  /// The scheme of marks that tell what a loan is by its terms: code of a sub-indicator of SDG
  /// indicator 17.3.1.
  public static final String TERMS = "sdg-17-3-1";

  /// The mark of a loan with a grant element of at least 35 % at a discount of 5 %.
  public static final String CONCESSIONAL = "b";

  /// The mark of a loan with less.
  public static final String NOT_CONCESSIONAL = "c";

  private final Function<OrganisationMention, Optional<CountryCode>> countries;

  /// @param countries the country for which an organisation acts, or whose name it bears
  public Contributions(Function<OrganisationMention, Optional<CountryCode>> countries) {
    this.countries = countries;
  }

  /// How far a word about a giver is from that giver; the nearest counts.
  private enum Distance {
    OWN,
    UNTOLD,
    RECEIVER
  }

  private record Word(Distance distance, List<Given> given) {}

  /// The contributions that count. Beside a partner's or publisher's word, what a third party wrote
  /// down adds nothing.
  ///
  /// @param voices in the order in which they are heard
  public List<Given> of(List<Heard> voices) {
    boolean own = voices.stream().anyMatch(Contributions::works);
    var marked = new LinkedHashMap<String, Word>();
    var others = new LinkedHashMap<String, Word>();
    for (var voice : voices) {
      if (!own || voice.speaker() != Statement.Speaker.COMPILATION) {
        words(voice)
            .forEach((giver, word) ->
                (word.distance() == Distance.UNTOLD ? others : marked)
                    .merge(giver, word, Contributions::nearer));
      }
    }
    // Where partners tell who gave and who received, reports on the same country add nothing.
    var told = new HashSet<CountryCode>();
    marked.values().stream()
        .flatMap(w -> w.given().stream())
        .forEach(g -> g.giver().ifPresent(told::add));
    others
        .values()
        .removeIf(
            w -> w.given().stream().anyMatch(g -> g.giver().filter(told::contains).isPresent()));
    return Revisions.standing(
        Stream.concat(marked.values().stream(), others.values().stream())
            .flatMap(w -> w.given().stream())
            .toList());
  }

  /// Whether it is the word of one who takes part or reports; a correction is no side of its own.
  private static boolean works(Heard voice) {
    return voice.speaker() != Statement.Speaker.COMPILATION
        && !voice.speaker().corrects(voice.content());
  }

  private static Word nearer(Word first, Word later) {
    return later.distance().compareTo(first.distance()) < 0 ? later : first;
  }

  /// What one voice says, by who gave.
  private Map<String, Word> words(Heard voice) {
    var words = new LinkedHashMap<String, Word>();
    var provider = onlyProvider(voice);
    for (var said : voice.content().contributions()) {
      if (mark(said, REPLY) == null) {
        var giver = said.provider() == null ? provider : country(said.provider());
        var receiver =
            Optional.ofNullable(said.recipientCountry()).or(() -> country(said.receiver()));
        var given = new Given(said, giver, receiver, voice.reporter());
        words.merge(
            key(said, giver, voice.reporter()),
            new Word(distance(said), List.of(given)),
            Contributions::both);
      }
    }
    return words;
  }

  private static Word both(Word one, Word more) {
    var all = new ArrayList<>(one.given());
    all.addAll(more.given());
    return new Word(
        one.distance().compareTo(more.distance()) <= 0 ? one.distance() : more.distance(), all);
  }

  private Optional<CountryCode> country(@Nullable OrganisationMention mention) {
    return mention == null ? Optional.empty() : countries.apply(mention);
  }

  /// The only country that gives, as the voice has it: who gave where nobody is named.
  private static Optional<CountryCode> onlyProvider(Heard voice) {
    var countries =
        voice.content().participants().stream()
            .filter(p -> p.role().provides())
            .flatMap(p -> Stream.ofNullable(p.country()))
            .distinct()
            .toList();
    return countries.size() == 1 ? Optional.of(countries.getFirst()) : Optional.empty();
  }

  /// By whom two voices know that they speak of one giver: its country, or its own reference or
  /// name; partners that mark their sides name each body.
  private static String key(Contribution said, Optional<CountryCode> country, String reporter) {
    var provider = said.provider();
    boolean marked = distance(said) != Distance.UNTOLD;
    if (!marked && country.isPresent()) {
      return "country " + country.get();
    }
    if (provider == null) {
      return "reporter " + reporter;
    }
    if (provider.reference() != null) {
      return "reference " + provider.reference();
    }
    var name = provider.name().in("en").map(n -> n.text().strip()).orElse("");
    return name.isEmpty() ? country.map(CountryCode::alpha3).orElse(reporter) : "name " + name;
  }

  private static Distance distance(Contribution said) {
    var side = mark(said, SIDE);
    return GIVEN.equals(side)
        ? Distance.OWN
        : RECEIVED.equals(side) ? Distance.RECEIVER : Distance.UNTOLD;
  }

  private static @Nullable String mark(Contribution said, String scheme) {
    for (var mark : said.classifications()) {
      if (mark.scheme().equals(scheme)) {
        return mark.code();
      }
    }
    return null;
  }

  /// Who stands behind what is said.
  public static Standing standing(List<Heard> voices) {
    boolean confirmed = false;
    for (var voice : voices) {
      for (var said : voice.content().contributions()) {
        var reply = mark(said, REPLY);
        if ("disputed".equals(reply)) {
          return Standing.DISPUTED;
        }
        confirmed |= "confirmed".equals(reply) || "reconciled".equals(reply);
      }
    }
    long own = voices.stream().filter(Contributions::works).map(Heard::reporter).distinct().count();
    if (own == 0) {
      boolean compiled =
          voices.isEmpty()
              || voices.stream().anyMatch(v -> v.speaker() == Statement.Speaker.COMPILATION);
      return compiled ? Standing.COMPILED : Standing.ONE_SIDE;
    }
    return confirmed || own > 1 ? Standing.BOTH_SIDES : Standing.ONE_SIDE;
  }
}
