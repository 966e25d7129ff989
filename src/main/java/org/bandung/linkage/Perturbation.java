package org.bandung.linkage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;

/// How another source might tell of the same initiative: makes of a real statement what its partner
/// could have written. Equal seeds, equal results; what each kind does is told in
/// `docs/linkage.md`.
final class Perturbation {

  private static final List<String> OTHER_LANGUAGES = List.of("fr", "es", "pt");
  private static final BigDecimal RATE = new BigDecimal("7.1");

  private final Concepts concepts;
  private final Random random;

  Perturbation(Concepts concepts, long seed) {
    this.concepts = concepts;
    this.random = new Random(seed);
  }

  /// What is done to a record.
  enum Kind {
    TRANSLATION(Outcome.SAME),
    TOPICS_ONLY(Outcome.SAME),
    CURRENCY(Outcome.SAME),
    ROUNDING(Outcome.SAME),
    MISSING_SIDE(Outcome.SAME),
    SPLIT(Outcome.PART_OF),
    REPEAT(Outcome.RELATED);

    private final Outcome expected;

    Kind(Outcome expected) {
      this.expected = expected;
    }

    Outcome expected() {
      return expected;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A record as both sources tell it.
  ///
  /// @param first what stays of the real one
  /// @param second what the other source tells: several where it tells parts
  record Retold(Content first, List<Content> second) {}

  /// Empty where the record has nothing that this kind could change.
  Optional<Retold> retell(Content content, Kind kind) {
    return switch (kind) {
      case TRANSLATION -> translation(content);
      case TOPICS_ONLY -> topicsOnly(content);
      case CURRENCY -> money(content) ? one(content, otherCurrency(content)) : Optional.empty();
      case ROUNDING -> one(content, rounded(content));
      case MISSING_SIDE -> missingSide(content);
      case SPLIT -> money(content) ? split(content) : Optional.empty();
      case REPEAT -> repeat(content);
    };
  }

  private static Optional<Retold> one(Content first, Content second) {
    return Optional.of(new Retold(first, List.of(second)));
  }

  private static boolean money(Content content) {
    return content.contributions().stream()
        .anyMatch(c -> c.amount() != null && c.amount().value().signum() > 0);
  }

  /// Of a title that its source gives in several languages each side keeps one.
  private Optional<Retold> translation(Content content) {
    var languages = new ArrayList<>(content.title().byLanguage().keySet());
    languages.remove(LocalizedText.UNDETERMINED);
    if (languages.size() < 2
        || new java.util.HashSet<>(content.title().byLanguage().values()).size() < 2) {
      return Optional.empty();
    }
    var own = languages.contains("en") ? "en" : languages.getFirst();
    languages.remove(own);
    var other = languages.get(random.nextInt(languages.size()));
    return one(inLanguage(content, own), inLanguage(content, other));
  }

  private static Content inLanguage(Content content, String language) {
    return With.texts(
        content, only(content.title(), language), only(content.description(), language));
  }

  private static LocalizedText only(LocalizedText text, String language) {
    var own = text.byLanguage().get(language);
    return own == null ? LocalizedText.EMPTY : LocalizedText.of(language, own);
  }

  /// Where no translation is at hand: the labels of the topics found, in another language.
  private Optional<Retold> topicsOnly(Content content) {
    var title = content.title().in("en");
    if (title.isEmpty()) {
      return Optional.empty();
    }
    var language = OTHER_LANGUAGES.get(random.nextInt(OTHER_LANGUAGES.size()));
    var told = labels(title.get().text(), language);
    var text = content.description().in("en").map(d -> labels(d.text(), language)).orElse("");
    return told.isEmpty()
        ? Optional.empty()
        : one(
            content,
            With.texts(
                content,
                LocalizedText.of(language, told),
                text.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of(language, text)));
  }

  private String labels(String text, String language) {
    return concepts.tag(text, concepts.identify(text, "en")).counts().keySet().stream()
        .flatMap(id -> concepts.find(id).stream())
        .map(c -> c.label(language))
        .collect(Collectors.joining(", "));
  }

  /// Another currency, at a rate that nobody told, give or take 3 per cent.
  private Content otherCurrency(Content content) {
    var rate = RATE.multiply(BigDecimal.valueOf(0.97 + 0.06 * random.nextDouble()));
    return With.money(content, a -> new ReportedAmount(a.value().multiply(rate), "XTS"));
  }

  /// Money to two digits, days to years, one word of the title in five left out.
  private Content rounded(Content content) {
    var round = new MathContext(2);
    var money = With.money(content, a -> new ReportedAmount(a.value().round(round), a.currency()));
    var title =
        content.title().byLanguage().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> fewerWords(e.getValue())));
    return With.texts(
        With.periods(money, toYears(content.planned()), toYears(content.actual())),
        new LocalizedText(title),
        content.description());
  }

  private String fewerWords(String title) {
    var words = new ArrayList<>(List.of(title.split(" ", -1)));
    for (int i = words.size() / 5; i > 0; i--) {
      words.remove(random.nextInt(words.size()));
    }
    return String.join(" ", words);
  }

  private static Period toYears(Period period) {
    return new Period(toYear(period.start()), toYear(period.end()), period.ongoing());
  }

  private static @org.jspecify.annotations.Nullable PartialDate toYear(
      @org.jspecify.annotations.Nullable PartialDate date) {
    return date == null ? null : PartialDate.ofYear(date.year());
  }

  /// The other side names no organisation, only one of the countries, and leaves out the money, the
  /// text or the period.
  private Optional<Retold> missingSide(Content content) {
    var countries = content.participants().stream().filter(p -> p.country() != null).toList();
    var kept =
        countries.isEmpty()
            ? List.<Participant>of()
            : List.of(countries.get(random.nextInt(countries.size())));
    var bare =
        With.participants(
            content,
            kept.stream()
                .flatMap(p ->
                    Optional.ofNullable(p.country()).stream()
                        .map(c -> Participant.country(p.role(), c)))
                .toList());
    return one(
        content,
        switch (random.nextInt(3)) {
          case 0 -> With.contributions(bare, List.of());
          case 1 -> With.texts(bare, content.title(), LocalizedText.EMPTY);
          default -> With.periods(bare, Period.UNKNOWN, Period.UNKNOWN);
        });
  }

  /// Two to four parts with a share of the money each and a word of their own in the title.
  private Optional<Retold> split(Content content) {
    int parts = 2 + random.nextInt(3);
    var shares = new double[parts];
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      shares[i] = 0.3 + random.nextDouble();
      sum += shares[i];
    }
    var told = new ArrayList<Content>();
    for (int i = 0; i < parts; i++) {
      var share = BigDecimal.valueOf(shares[i] / sum);
      var money =
          With.money(content, a -> new ReportedAmount(a.value().multiply(share), a.currency()));
      var word = PARTS.get(random.nextInt(PARTS.size()));
      int number = i + 1;
      var title =
          content.title().byLanguage().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, e -> e.getValue() + ": " + word + " " + number));
      told.add(With.texts(money, new LocalizedText(title), content.description()));
    }
    return Optional.of(new Retold(content, told));
  }

  private static final List<String> PARTS =
      List.of("component", "training", "equipment", "study visits", "phase", "monitoring");

  /// The next one of its kind, as long, beginning the day after.
  private Optional<Retold> repeat(Content content) {
    var period = content.actual().end() != null ? content.actual() : content.planned();
    if (period.start() == null || period.end() == null) {
      return Optional.empty();
    }
    var start = period.start().earliest();
    var end = period.end().latest();
    long days = Math.max(1, ChronoUnit.DAYS.between(start, end));
    if (end.isBefore(start) || end.getYear() + days / 365 > 9_000) {
      return Optional.empty();
    }
    LocalDate next = end.plusDays(1);
    var after = new Period(PartialDate.of(next), PartialDate.of(next.plusDays(days)), false);
    var factor = BigDecimal.valueOf(0.8 + 0.5 * random.nextDouble());
    var money =
        With.money(content, a -> new ReportedAmount(a.value().multiply(factor), a.currency()));
    return one(content, With.periods(money, after, Period.UNKNOWN));
  }
}
