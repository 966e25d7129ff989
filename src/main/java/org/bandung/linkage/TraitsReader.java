package org.bandung.linkage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.reference.Folding;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.jspecify.annotations.Nullable;

/// Reads statements into what is compared of them. A statement with titles in several languages has
/// a face in each, and is compared by the one that fits best.
final class TraitsReader {

  private static final int MOST_WORDS = 40;
  private static final int MOST_TOPICS = 20;
  private static final int LEAST_LETTERS = 4;
  private static final int MOST_IDENTIFIERS = 10;

  /// The most telling kind of contribution that a source reports is its amount: what was agreed
  /// before what was planned before what was paid.
  private static final List<Set<String>> KINDS =
      List.of(
          Set.of("commitment", "incoming-commitment"),
          Set.of("budget"),
          Set.of("disbursement", "expenditure"),
          Set.of("planned-disbursement"),
          Set.of("contribution", "pledge", "unspecified"));

  private static final String COMMON = "";

  private final Concepts concepts;
  private final Converter converter;
  final Pool.Names names = new Pool.Names();

  TraitsReader(Concepts concepts, Converter converter) {
    this.concepts = concepts;
    this.converter = converter;
  }

  List<Traits> faces(Told told) {
    var content = told.content();
    var shared = shared(told);
    var titles = content.title().isEmpty() ? Map.of("und", "") : content.title().byLanguage();
    var faces = new ArrayList<Traits>();
    titles.forEach((tag, title) -> {
      var text = content.description().byLanguage().getOrDefault(tag, "");
      var language = language(tag, title + ". " + text);
      faces.add(face(shared, title, text, language));
    });
    return faces;
  }

  private String language(String tag, String text) {
    var known = tag.length() >= 2 ? tag.substring(0, 2) : tag;
    return Messages.LANGUAGES.contains(known) || !tag.equals(LocalizedText.UNDETERMINED)
        ? known
        : concepts.identify(text, "en");
  }

  /// What does not hang on the language; the rest is put in by [#face].
  private Traits shared(Told told) {
    var content = told.content();
    var money = money(content);
    return new Traits(
        names.sources.number(told.source()),
        0,
        new int[0],
        0,
        new int[0],
        new int[0],
        countries(content),
        day(content.actual(), content.planned(), true),
        day(content.actual(), content.planned(), false),
        money.amount(),
        names.currencies.number(money.currency()),
        organisations(content),
        sectors(content),
        identifiers(content));
  }

  private Traits face(Traits shared, String title, String text, String language) {
    var folded = Folding.fold(title);
    var words = words(folded, 2);
    var topics = new LinkedHashSet<>(concepts.tag(title + ". " + text, language).counts().keySet());
    return new Traits(
        shared.source(),
        names.titles.number(withoutNumbers(folded)),
        numbers(names.titleWords, words.stream()),
        1 << languageBit(language),
        numbers(names.topics, topics.stream().limit(MOST_TOPICS)),
        numbers(names.words, words(Folding.fold(text), LEAST_LETTERS).stream().limit(MOST_WORDS)),
        shared.countries(),
        shared.start(),
        shared.end(),
        shared.amount(),
        shared.currency(),
        shared.organisations(),
        shared.sectors(),
        shared.identifiers());
  }

  private static int languageBit(String language) {
    int known = Messages.LANGUAGES.indexOf(language);
    // Languages beyond the seven share the remaining bits by their first two letters.
    return known >= 0 ? known : 7 + Math.floorMod(language.hashCode(), 24);
  }

  /// Repeats differ by a year or a number: the title without these.
  static String withoutNumbers(String folded) {
    return folded.replaceAll("\\b\\p{Nd}+\\b", " ").replaceAll(" +", " ").strip();
  }

  private static Set<String> words(String folded, int least) {
    var words = new LinkedHashSet<String>();
    for (var word : folded.split(" ", -1)) {
      boolean telling = word.length() >= least || (!word.isEmpty() && word.charAt(0) >= 0x2E80);
      if (telling) {
        words.add(word);
      }
    }
    return words;
  }

  private static int[] numbers(Lexicon lexicon, Stream<String> words) {
    return Traits.set(words.map(lexicon::number).toList());
  }

  private int[] countries(Content content) {
    return numbers(
        names.countries,
        Stream.concat(
                content.participants().stream().map(Participant::country),
                content.contributions().stream().map(Content.Contribution::recipientCountry))
            .filter(java.util.Objects::nonNull)
            .map(c -> c.alpha3()));
  }

  private int[] organisations(Content content) {
    var all = new ArrayList<String>();
    for (var participant : content.participants()) {
      var organisation = participant.organisation();
      if (organisation != null) {
        var reference = organisation.reference();
        if (reference != null && reference.length() >= LEAST_LETTERS) {
          all.add(reference.strip().toUpperCase(Locale.ROOT));
        }
        organisation.name().in("en").ifPresent(n -> all.add(Folding.fold(n.text())));
      }
    }
    return numbers(names.organisations, all.stream().filter(o -> !o.isEmpty()));
  }

  private int[] sectors(Content content) {
    return numbers(
        names.sectors,
        content.classifications().stream()
            .filter(c -> c.scheme().equals("dac-sector"))
            .map(Content.Classification::code));
  }

  /// Other ids and addresses of pages; the page of a whole site is none.
  private int[] identifiers(Content content) {
    var ids =
        content.identifiers().stream()
            .filter(i -> !i.scheme().equals("iati"))
            .map(i -> Folding.fold(i.value()))
            .filter(v -> v.length() > LEAST_LETTERS);
    var pages =
        content.links().stream()
            .map(l -> Folding.fold(l.url().replaceFirst("(?i)^https?:?//(www\\.)?", "")))
            .filter(u -> u.split(" ", -1).length > LEAST_LETTERS);
    return numbers(names.identifiers, Stream.concat(ids, pages).limit(MOST_IDENTIFIERS));
  }

  private static int day(Period actual, Period planned, boolean start) {
    var date = start ? actual.start() : actual.end();
    var found = date != null ? date : start ? planned.start() : planned.end();
    if (found == null) {
      return Traits.UNKNOWN;
    }
    return (int) (start ? found.earliest() : found.latest()).toEpochDay();
  }

  private record Money(double amount, String currency) {
    static final Money NONE = new Money(Double.NaN, COMMON);
  }

  /// The total of the most telling kind; none where it comes in several currencies that cannot be
  /// converted.
  private Money money(Content content) {
    for (var kinds : KINDS) {
      var sums = new TreeMap<String, Double>();
      for (var one : content.contributions()) {
        var amount = one.amount();
        if (kinds.contains(one.kind()) && amount != null) {
          var common = converter.inCommon(amount, when(one));
          var currency = common.isPresent() ? COMMON : String.valueOf(amount.currency());
          sums.merge(currency, common.orElse(value(amount.value())), Double::sum);
        }
      }
      sums.values().removeIf(v -> v <= 0);
      if (sums.size() == 1) {
        return new Money(sums.firstEntry().getValue(), sums.firstKey());
      }
    }
    return Money.NONE;
  }

  private static double value(BigDecimal value) {
    return value.doubleValue();
  }

  private static @Nullable PartialDate when(Content.Contribution contribution) {
    return contribution.valueDate() != null
        ? contribution.valueDate()
        : contribution.period().start();
  }

  /// The faces of all statements in one list, and which statement each belongs to.
  record Faces(List<Traits> traits, int[] statement) {}

  Faces read(List<Told> told) {
    var traits = new ArrayList<Traits>();
    var statement = new int[0];
    for (int t = 0; t < told.size(); t++) {
      for (var face : faces(told.get(t))) {
        if (traits.size() == statement.length) {
          statement = Arrays.copyOf(statement, 2 * statement.length + 16);
        }
        statement[traits.size()] = t;
        traits.add(face);
      }
    }
    return new Faces(traits, Arrays.copyOf(statement, traits.size()));
  }
}
