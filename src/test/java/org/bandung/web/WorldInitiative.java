package org.bandung.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.Content;
import org.bandung.registry.Derivation;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Participant;
import org.bandung.registry.Role;
import org.bandung.registry.Statement;
import org.jspecify.annotations.Nullable;

/// One initiative of the invented world on which two sources disagree.
final class WorldInitiative {

  private WorldInitiative() {}

  static InitiativeView view(Optional<String> redirectedFrom) {
    var first = content("Seed banks for dry uplands", 2024);
    var second = content("Bancos de semillas <script>alert(1)</script>", 2025);
    return new InitiativeView(
        "i0",
        redirectedFrom,
        first,
        Map.of("participants", "iati:QM-AG#QM-AG-0", "description", "iati:QM-AG#QM-AG-0"),
        derivation(),
        List.of(
            statement("iati:QM-AG", Statement.Speaker.PARTY, first, Optional.empty()),
            statement(
                "starter:book",
                Statement.Speaker.COMPILATION,
                second,
                Optional.of(WorldRegistry.NOON))),
        List.of(
            new InitiativeView.Related("1", "QM-AG-1", Optional.of("i1")),
            new InitiativeView.Related("1", "QM-AG-99", Optional.empty())));
  }

  private static InitiativeView.StatementView statement(
      String source,
      Statement.Speaker speaker,
      Content content,
      Optional<java.time.Instant> withdrawn) {
    return new InitiativeView.StatementView(
        source + "#QM-AG-0",
        source,
        "QM-AG-0",
        speaker,
        Optional.of(WorldRegistry.NOON),
        WorldRegistry.NOON,
        withdrawn,
        2,
        content,
        List.of(
            new Note(
                4,
                "QM-AG-0",
                Note.Severity.WARNING,
                "bandung.no-sector",
                "sector",
                List.of("No sector was given."))));
  }

  private static Derivation derivation() {
    return new Derivation(
        "triangular",
        3,
        Optional.of("intraregional"),
        Optional.of(true),
        List.of("COMM"),
        Optional.of(PartialDate.ofYear(2019)),
        "invented",
        List.of(
            new Derivation.CountedAs(
                Optional.of(WorldRegistry.country("M")), Optional.empty(), Role.PROVIDER, "PS"),
            new Derivation.CountedAs(
                Optional.of(WorldRegistry.country("N")),
                Optional.of("Ministry of Uplands"),
                Role.RECIPIENT,
                "RS"),
            new Derivation.CountedAs(
                Optional.of(WorldRegistry.country("X")), Optional.empty(), Role.FACILITATOR, "F")),
        List.of("date", "status:QXX"));
  }

  private static Content content(String title, int end) {
    var agency =
        new Participant.OrganisationMention(
            "QM-AG", LocalizedText.of("en", "Mirador Agency for Cooperation"), "10", null);
    return new Content(
        "project",
        LocalizedText.of("es", title),
        LocalizedText.of(
            "en",
            "Farmers of both countries keep, exchange and multiply the seeds of dry uplands.\n\nTwelve seed banks are run by the villages themselves."),
        "2",
        Period.UNKNOWN,
        new Period(new PartialDate(2019, 5, 3), PartialDate.ofYear(end), false),
        List.of(
            Participant.country(Role.PROVIDER, WorldRegistry.country("M")),
            Participant.organisation(Role.PROVIDER, agency),
            Participant.country(Role.RECIPIENT, WorldRegistry.country("N")),
            Participant.country(Role.FACILITATOR, WorldRegistry.country("X"))),
        List.of(
            new Content.Classification("dac-sector", "31120", "100", LocalizedText.EMPTY),
            new Content.Classification("sdg", "2", null, LocalizedText.EMPTY)),
        List.of(
            new Content.Place(
                LocalizedText.of("en", "Upper valley"), WorldRegistry.country("N"), "1.5", "30.2")),
        contributions(agency),
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
                new Period(new PartialDate(2020, 6, 0), null, false),
                true)),
        List.of(
            new Content.Link(
                "https://example.org/report.pdf",
                LocalizedText.of("en", "Final report"),
                null,
                null),
            new Content.Link("javascript:alert(1)", LocalizedText.EMPTY, null, true)),
        List.of(),
        List.of(),
        List.of(new Content.Signal("word", "Sur-Sur")));
  }

  private static List<Content.Contribution> contributions(Participant.OrganisationMention agency) {
    return List.of(
        contribution(
            "commitment", new ReportedAmount(new BigDecimal("1250000.50"), "USD"), null, agency),
        contribution(
            "disbursement", new ReportedAmount(new BigDecimal("300000"), "XTS"), null, agency),
        contribution(
            "disbursement", null, new Quantity(new BigDecimal("420"), "person-day"), agency));
  }

  private static Content.Contribution contribution(
      String kind, @Nullable ReportedAmount amount, @Nullable Quantity quantity, Participant.OrganisationMention by) {
    return new Content.Contribution(
        kind,
        null,
        new Period(new PartialDate(2020, 3, 1), null, false),
        amount,
        null,
        quantity,
        null,
        quantity != null,
        by,
        by,
        WorldRegistry.country("N"),
        null,
        List.of(),
        LocalizedText.EMPTY);
  }
}
