package org.bandung.exchange.iati;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// Statements of the invented world in which every field is used, with values that sources really
/// send and values that only somebody hostile would.
public final class Everything {

  private static final List<String> TEXTS =
      List.of(
          "Seed banks on the coast",
          "Bancos de semillas",
          "بنوك البذور",
          "种子库",
          "]]> &amp; <b>bold</b> \u0001\u0007",
          "a lone half \ud83d and \udc00",
          " spaces \t and\r\nlines ",
          "   ",
          "x".repeat(3_000));

  private static final List<String> LANGUAGES =
      List.of("en", "es", "ar", "zh", "und", "pt-br", "tet");
  private static final List<String> COUNTRIES = List.of("QMM", "QNN", "QOO", "QPP", "QXX", "QVV");
  private static final List<String> REFERENCES =
      List.of("QM-AG", "XM-DAC-41114", "N/A", "with space", "a/b|c?", "", "QN-1\u0002");
  private static final List<String> DATES =
      List.of("2019", "2019-05", "2019-05-03", "1999-12-31", "2098", "2098-02-01");

  private static final Map<String, List<String>> CODES =
      Map.ofEntries(
          Map.entry("dac-sector", List.of("12220", "11110", "122", "99999", "x y")),
          Map.entry("sdg", List.of("4", "17.6", "3.b", "17.99", "0", "x")),
          Map.entry("iati-collaboration-type", List.of("8", "1", "5", "77")),
          Map.entry("iati-flow-type", List.of("10", "50", "nothing")),
          Map.entry("iati-finance-type", List.of("110", "421", "0")),
          Map.entry("iati-aid-type", List.of("C01", "D02", "Z9")),
          Map.entry("iati-tied-status", List.of("5", "9")),
          Map.entry("iati-activity-scope", List.of("4", "40")),
          Map.entry("iati-policy-marker-significance/1", List.of("2", "9")),
          Map.entry("iati-region", List.of("298", "998", "12")),
          Map.entry("m49-region", List.of("202", "x")),
          Map.entry("cooperation-form", List.of("training", "no such form")),
          Map.entry("iati-humanitarian", List.of("1")),
          Map.entry("iati-tag-vocabulary/99", List.of("own", "\u0003")),
          Map.entry("un domain", List.of("social")));

  private final Random random;

  public Everything(long seed) {
    this.random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private LocalizedText text() {
    return chance(20)
        ? LocalizedText.EMPTY
        : chance(50)
            ? LocalizedText.of(one(LANGUAGES), one(TEXTS))
            : new LocalizedText(Map.of("en", one(TEXTS), one(LANGUAGES.subList(1, 7)), one(TEXTS)));
  }

  private @Nullable PartialDate date() {
    return chance(30) ? null : PartialDate.parse(one(DATES)).orElseThrow();
  }

  private Period period() {
    return new Period(date(), date(), chance(10));
  }

  private @Nullable String maybe(List<String> of) {
    return chance(30) ? null : one(of);
  }

  private @Nullable OrganisationMention mention() {
    return chance(30)
        ? null
        : new OrganisationMention(
            maybe(REFERENCES), text(), maybe(List.of("10", "40", "99", "x")), maybe(REFERENCES));
  }

  private Participant participant() {
    var role = one(List.of(Role.values()));
    var country = chance(20) ? null : new CountryCode(one(COUNTRIES));
    var organisation = chance(50) ? mention() : null;
    return new Participant(
        role,
        country,
        chance(20) ? one(List.of("298", "Atlantis", " ", "ZZ\u0001")) : null,
        maybe(List.of("50", "33.3", "100", "-1", "half", "1e2")),
        organisation);
  }

  private Content.Classification classification() {
    var scheme = one(List.copyOf(CODES.keySet().stream().sorted().toList()));
    return new Content.Classification(
        scheme,
        one(CODES.getOrDefault(scheme, List.of("1"))),
        maybe(List.of("50", "25.5", "x")),
        chance(20) ? text() : LocalizedText.EMPTY);
  }

  /// Read from a class file, a record's nested annotated type looks as if it could not be null.
  @SuppressWarnings("NullAway")
  private Content.Contribution contribution() {
    var kinds =
        List.of(
            "budget",
            "planned-disbursement",
            "commitment",
            "disbursement",
            "pledge",
            "contribution",
            "unspecified");
    return new Content.Contribution(
        one(kinds),
        maybe(REFERENCES),
        period(),
        chance(20)
            ? null
            : new ReportedAmount(
                one(
                    List.of(
                        new BigDecimal("12.3400"), new BigDecimal("-5"), new BigDecimal("1E+9"))),
                maybe(List.of("USD", "EUR", "QMD", "XXX", "euro"))),
        date(),
        chance(50)
            ? null
            : new Quantity(new BigDecimal("12.5"), one(List.of("person-day", "a unit \u0004"))),
        maybe(List.of("market", "own")),
        chance(20),
        mention(),
        mention(),
        chance(50) ? null : new CountryCode(one(COUNTRIES)),
        maybe(List.of("training", "scholarship")),
        chance(30) ? List.of(classification()) : List.of(),
        text(),
        chance(20) ? List.of("amount") : List.of());
  }

  private Content.Result result() {
    return new Content.Result(
        maybe(List.of("1", "2", "9", "7")),
        text(),
        text(),
        chance(40)
            ? List.of()
            : List.of(
                new Content.Indicator(
                    text(),
                    maybe(List.of("1", "2", "5", "8")),
                    maybe(List.of("2019", "20", "0000")),
                    maybe(List.of("5", "n/a", "36%")),
                    List.of(
                        new Content.Measured(
                            period(), maybe(List.of("5", "TBD")), maybe(List.of("<14", "7.5")))))),
        chance(20)
            ? List.of(new Content.Picture("ab".repeat(32), text(), text(), 640, 480))
            : List.of());
  }

  private <T> List<T> some(java.util.function.Supplier<T> maker, int most) {
    return java.util.stream.Stream.generate(maker).limit(random.nextInt(most + 1)).toList();
  }

  public Content content() {
    return new Content(
        maybe(List.of("project", "action", "programme")),
        chance(90) ? LocalizedText.of(one(LANGUAGES), one(TEXTS)) : LocalizedText.EMPTY,
        text(),
        maybe(List.of("1", "2", "4", "9")),
        period(),
        period(),
        some(this::participant, 6),
        some(this::classification, 8),
        some(
            () ->
                new Content.Place(
                    text(),
                    chance(50) ? null : new CountryCode(one(COUNTRIES)),
                    maybe(List.of("5.25", "-91", "x")),
                    maybe(List.of("10", "181", "NaN"))),
            3),
        some(this::contribution, 5),
        some(this::result, 3),
        some(() -> new Content.Milestone(text(), period(), chance(50)), 2),
        some(
            () ->
                new Content.Link(
                    one(
                        List.of(
                            "https://example.org/a.pdf",
                            "http://example.org/page",
                            "javascript:alert(1)",
                            "www.example.org/no scheme",
                            "https://example.org/a file.pdf")),
                    text(),
                    maybe(List.of("A02", "Z99")),
                    chance(50) ? null : chance(50)),
            3),
        some(
            () ->
                new Content.Relation(
                    one(List.of("1", "2", "99")), one(List.of("QM-AG-9", " ", "a b"))),
            2),
        some(
            () ->
                new Content.Identifier(
                    one(List.of("agreement", "own scheme")), one(List.of("1/2019", "№ 7"))),
            2),
        some(() -> new Content.Signal("word", "Sur-Sur"), 1));
  }

  /// A statement as a table or a desk hands it in.
  public Statement statement(String channel, String publisher, String id) {
    var content = ContentCodec.unpackContent(ContentCodec.pack(content()));
    var time = Instant.parse("2021-03-04T05:06:07Z").plusSeconds(random.nextInt(100_000_000));
    return new Statement(
        new Statement.Source(channel, publisher, text()),
        id,
        one(List.of(Statement.Speaker.values())),
        "%064x".formatted(random.nextLong() & Long.MAX_VALUE),
        Statement.Payload.compress(ContentCodec.json(content)),
        chance(30) ? null : time,
        chance(50) ? null : time.plusSeconds(60),
        content,
        List.of(),
        "test");
  }
}
