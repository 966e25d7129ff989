package org.bandung;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.money.Quote;
import org.bandung.reference.money.RateFile;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// Random statements of the invented world with money in several currencies, amounts that are split
/// and amounts that nobody can convert.
final class RandomRecords {

  private static final List<String> COUNTRIES = List.of("QMM", "QNN", "QPP");
  private static final List<String> KINDS =
      List.of("disbursement", "expenditure", "commitment", "budget", "contribution");
  private static final List<String> CURRENCIES = List.of("USD", "QMD", "EUR", "QND", "XTS");

  private final Random chance;

  RandomRecords(long seed) {
    this.chance = new Random(seed);
  }

  /// Rates of some months: of a crown in dollars, whose reciprocal never ends, and of the euro.
  static void rates(Rates rates) {
    rates.receive(
        to -> {
          for (int month = 1; month <= 12; month++) {
            for (var line : List.of("QMD 0.37" + month, "EUR 1.1" + month)) {
              var p = line.split(" ");
              to.accept(
                  new Quote(
                      p[0],
                      new PartialDate(2019, month, 0),
                      RateMethod.AVERAGE,
                      "USD",
                      new BigDecimal(p[1]),
                      false,
                      "crown-bank"));
            }
          }
          to.accept(
              new Quote(
                  "QND",
                  PartialDate.ofYear(2018),
                  RateMethod.AVERAGE,
                  "USD",
                  new BigDecimal("7.3"),
                  true,
                  "crown-bank"));
          return new RateFile(
              false, "crown-bank", "table", "rates.csv", "0".repeat(64), Instant.EPOCH, 0, 0);
        },
        false);
  }

  /// Statements of two sources, some about the same, some of a third party.
  List<Statement> statements(int number) {
    var all = new ArrayList<Statement>();
    for (int i = 0; i < number; i++) {
      var speaker =
          chance.nextInt(6) == 0 ? Statement.Speaker.COMPILATION : Statement.Speaker.PUBLISHER;
      all.add(statement("QM-RAND", "R-" + i, speaker, content("Title " + i)));
      if (chance.nextInt(4) == 0) {
        all.add(statement("QN-RAND", "R-" + i, Statement.Speaker.PARTY, content("Title " + i)));
      }
    }
    return all;
  }

  void receive(Registry registry, int number) {
    try (var run = registry.beginImport("iati", "random.xml")) {
      run.receive(statements(number));
      run.finish(false);
    }
  }

  Statement statement(String publisher, String id, Statement.Speaker speaker, Content content) {
    var hash =
        "%064x".formatted(new BigInteger(1, (publisher + id).getBytes(StandardCharsets.UTF_8)));
    return new Statement(
        new Statement.Source("iati", publisher, LocalizedText.of("en", "Voice of " + publisher)),
        id,
        speaker,
        hash.substring(hash.length() - 64),
        Statement.Payload.compress("<invented/>"),
        Instant.parse("2026-05-03T12:00:00Z"),
        null,
        content,
        List.of(),
        "invented");
  }

  Content content(String title) {
    int year = 2015 + chance.nextInt(7);
    var period =
        new Period(
            chance.nextInt(8) == 0 ? null : PartialDate.ofYear(year),
            chance.nextInt(4) == 0 ? null : PartialDate.ofYear(year + chance.nextInt(4)),
            chance.nextInt(8) == 0);
    var given = new ArrayList<Content.Contribution>();
    for (int i = chance.nextInt(6); i > 0; i--) {
      given.add(contribution(title));
    }
    return new Content(
        "project",
        LocalizedText.of("en", title),
        LocalizedText.of("en", "About " + title),
        "2",
        Period.UNKNOWN,
        period,
        participants(),
        List.of(
            new Content.Classification("dac-sector", "31120", null, LocalizedText.EMPTY),
            new Content.Classification("sdg", "2", null, LocalizedText.EMPTY)),
        List.of(),
        given,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private List<Participant> participants() {
    var all = new ArrayList<Participant>();
    all.add(Participant.country(Role.PROVIDER, new CountryCode("QMM")));
    if (chance.nextBoolean()) {
      all.add(Participant.country(Role.RECIPIENT, new CountryCode(any(COUNTRIES))));
    } else {
      boolean told = chance.nextBoolean();
      all.add(recipient("QNN", told ? "33.3" : null));
      all.add(recipient("QPP", told ? "66.7" : null));
    }
    return all;
  }

  private static Participant recipient(String country, @Nullable String percentage) {
    return new Participant(Role.RECIPIENT, new CountryCode(country), null, percentage, null);
  }

  private Content.Contribution contribution(String title) {
    var date =
        switch (chance.nextInt(4)) {
          case 0 -> null;
          case 1 -> PartialDate.ofYear(2018 + chance.nextInt(2));
          default ->
              new PartialDate(
                  2019 - chance.nextInt(2), 1 + chance.nextInt(12), 1 + chance.nextInt(28));
        };
    var amount =
        chance.nextInt(6) == 0
            ? null
            : new ReportedAmount(
                new BigDecimal(BigInteger.valueOf(chance.nextInt(90_000_000) - 1_000_000), 3),
                any(CURRENCIES));
    return new Content.Contribution(
        any(KINDS),
        null,
        date == null ? Period.UNKNOWN : new Period(date, date, false),
        amount,
        null,
        amount == null ? new Quantity(BigDecimal.TEN, "person-days") : null,
        null,
        false,
        null,
        null,
        chance.nextInt(3) == 0 ? new CountryCode(any(COUNTRIES)) : null,
        null,
        List.of(),
        LocalizedText.of("en", "For " + title));
  }

  private String any(List<String> of) {
    return of.get(chance.nextInt(of.size()));
  }
}
