package org.bandung.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.ImportRun;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// What two sources of the invented world state: thirty initiatives, on one of which they disagree.
public final class WorldStatements {

  static final String SHARED = "QM-AG-0/a b";

  private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
  private static final List<String> TITLES =
      List.of(
          "Seed banks for dry uplands",
          "=HYPERLINK(\"evil\") of nurses",
          "Solar <b>pumps</b> & wells",
          "Training of ferry engineers",
          "Community radio in island schools");

  private static final Participant.OrganisationMention AGENCY =
      new Participant.OrganisationMention(
          "QM-AG", LocalizedText.of("en", "Meridia Agency for Cooperation"), "10", null);

  private static final Participant.OrganisationMention SEED_HOUSE =
      new Participant.OrganisationMention(
          "QP-SH", LocalizedText.of("en", "Seed House of Pelaria"), "15", null);

  private WorldStatements() {}

  public static void receive(Registry registry) {
    try (var run = registry.beginImport("iati", "activities.xml")) {
      var statements = new ArrayList<Statement>();
      for (int i = 1; i < 30; i++) {
        statements.add(statement("QM-AG", Statement.Speaker.PUBLISHER, "QM-AG-" + i, content(i)));
      }
      statements.add(
          statement("QM-AG", Statement.Speaker.PARTY, SHARED, shared("Seed banks", 2024)));
      statements.add(
          statement(
              "book",
              Statement.Speaker.COMPILATION,
              SHARED,
              shared("Bancos de semillas <script>alert(1)</script>", 2025)));
      run.receive(statements);
      var note =
          new Note(
              12,
              "QM-AG-3",
              Note.Severity.ERROR,
              "6.2.2",
              "transaction/value",
              List.of("The value must have a date."));
      run.fileDone(
          new ImportRun.FileReport(
              "activities.xml", 1000, 32, 31, 0, 0, 1, 1, 0.5, "", List.of(note)));
      run.finish(false);
    }
  }

  private static Statement statement(
      String publisher, Statement.Speaker speaker, String id, Content content) {
    var hash =
        "%064x"
            .formatted(
                new java.math.BigInteger(
                    1, (publisher + id).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return new Statement(
        new Statement.Source("iati", publisher, LocalizedText.of("en", "Voice of " + publisher)),
        id,
        speaker,
        hash.substring(0, 64),
        Statement.Payload.compress("<invented/>"),
        NOON,
        NOON,
        content,
        List.of(
            new Note(
                4,
                id,
                Note.Severity.WARNING,
                "6.1.1",
                "sector",
                List.of("A sector should be given."))),
        "invented");
  }

  private static CountryCode country(String letter) {
    return new CountryCode("Q" + letter + letter);
  }

  private static Content content(int i) {
    var participants = new ArrayList<Participant>();
    participants.add(Participant.country(Role.PROVIDER, country("M")));
    participants.add(Participant.country(Role.RECIPIENT, country(i % 2 == 0 ? "N" : "P")));
    if (i % 3 == 0) {
      participants.add(Participant.country(Role.FACILITATOR, country("X")));
    }
    if (i == 7) {
      participants.add(Participant.organisation(Role.PROVIDER, AGENCY));
      participants.add(Participant.organisation(Role.RECIPIENT, SEED_HOUSE));
    }
    var title = LocalizedText.of(i % 5 == 3 ? "es" : "en", TITLES.get(i % 5));
    var period =
        new Period(
            PartialDate.ofYear(2015 + i % 9),
            i % 4 == 0 ? null : PartialDate.ofYear(2024),
            i % 4 == 0);
    return new Content(
        "project",
        title,
        LocalizedText.EMPTY,
        "2",
        Period.UNKNOWN,
        period,
        participants,
        List.of(
            new Content.Classification(
                "dac-sector", i % 2 == 0 ? "31120" : "12220", null, LocalizedText.EMPTY)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Content shared(String title, int end) {
    var text =
        "Farmers of both countries keep, exchange and multiply the seeds of dry uplands.\n\nTwelve seed banks are run by the villages themselves.";
    return new Content(
        "project",
        LocalizedText.of("en", title),
        LocalizedText.of("en", text),
        "2",
        Period.UNKNOWN,
        new Period(new PartialDate(2025, 5, 3), PartialDate.ofYear(end + 1), false),
        List.of(
            Participant.country(Role.PROVIDER, country("M")),
            Participant.organisation(Role.PROVIDER, AGENCY),
            Participant.country(Role.RECIPIENT, country("N")),
            Participant.country(Role.FACILITATOR, country("X"))),
        List.of(
            new Content.Classification("dac-sector", "31120", "100", LocalizedText.EMPTY),
            new Content.Classification("sdg", "2", null, LocalizedText.EMPTY)),
        List.of(
            new Content.Place(LocalizedText.of("en", "Upper valley"), country("N"), "1.5", "30.2")),
        List.of(
            contribution(
                "commitment", new ReportedAmount(new BigDecimal("1250000.50"), "USD"), null),
            contribution("disbursement", new ReportedAmount(new BigDecimal("300000"), "XTS"), null),
            contribution("disbursement", null, new Quantity(new BigDecimal("420"), "person-days"))),
        List.of(
            new Content.Result(
                "1",
                LocalizedText.of("en", "Seed banks at work"),
                LocalizedText.EMPTY,
                List.of(
                    new Content.Indicator(
                        LocalizedText.of("en", "Seed banks"),
                        null,
                        "2019",
                        "0",
                        List.of(
                            new Content.Measured(
                                new Period(
                                    PartialDate.ofYear(2020), PartialDate.ofYear(2021), false),
                                "12",
                                "<14")))))),
        List.of(
            new Content.Milestone(
                LocalizedText.of("en", "First harvest shared"),
                new Period(new PartialDate(2026, 6, 0), null, false),
                true)),
        List.of(
            new Content.Link(
                "https://example.org/report.pdf",
                LocalizedText.of("en", "Final report"),
                null,
                null),
            new Content.Link("javascript:alert(1)", LocalizedText.EMPTY, null, true)),
        List.of(new Content.Relation("1", "QM-AG-1"), new Content.Relation("1", "QM-AG-99")),
        List.of(),
        List.of(new Content.Signal("word", "Sur-Sur")));
  }

  private static Content.Contribution contribution(
      String kind, @Nullable ReportedAmount amount, @Nullable Quantity quantity) {
    return new Content.Contribution(
        kind,
        null,
        new Period(new PartialDate(2025, 3, 1), null, false),
        amount,
        null,
        quantity,
        null,
        quantity != null,
        AGENCY,
        AGENCY,
        country("N"),
        null,
        List.of(),
        LocalizedText.EMPTY);
  }
}
