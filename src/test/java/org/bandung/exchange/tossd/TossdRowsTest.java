package org.bandung.exchange.tossd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bandung.InventedNode;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.bandung.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In whose file a contribution stands, and what is left empty.
class TossdRowsTest {

  private static final PartialDate DAY = new PartialDate(2014, 6, 1);

  @Test
  void whatIsPaidBackStandsInTheFileOfWhoLent(@TempDir Path home) throws Exception {
    try (var node = InventedNode.open(home)) {
      var registry = node.bean(Registry.class);
      try (var run = registry.beginImport("iati", "loans.xml")) {
        run.receive(
            List.of(
                statement("named", paid(mention("Norelia"), mention("Meridia"), "scholarship")),
                statement("silent", paid(null, null, "project")),
                statement("half", paid(mention("Norelia"), null, "project"))));
        run.finish(false);
      }
      node.bean(Statistics.class).catchUp();
      var extract = node.bean(TossdExtract.class);
      var lender = extract.of(new CountryCode("QMM"), 2014).rows();
      assertThat(lender).hasSize(3);
      for (var row : lender) {
        assertThat(cell(row, "usd_reflow")).isEqualTo(new BigDecimal("0.10000"));
        assertThat(cell(row, "recipient_name")).isEqualTo("Norelia");
        assertThat(cell(row, "usd_disbursement")).isNull();
      }
      assertThat(lender.stream().map(r -> cell(r, "modality_code")))
          .as("a scholarship is one of two modalities, and nobody said which")
          .containsExactlyInAnyOrder(null, "C01", "C01");
      assertThat(extract.of(new CountryCode("QNN"), 2014).rows()).isEmpty();
    }
  }

  private static @Nullable Object cell(List<@Nullable Object> row, String column) {
    return row.get(TossdColumn.names().indexOf(column));
  }

  private static OrganisationMention mention(String name) {
    return new OrganisationMention(null, LocalizedText.of("en", name), null, null);
  }

  private static Statement statement(String id, Content content) {
    return new Statement(
        new Statement.Source("iati", "QM-LOANS", LocalizedText.of("en", "Voice of loans")),
        id,
        Statement.Speaker.PUBLISHER,
        "%064x".formatted(id.hashCode() & 0xffff),
        Statement.Payload.compress("<invented/>"),
        Instant.parse("2026-05-03T12:00:00Z"),
        null,
        content,
        List.of(),
        "invented");
  }

  private static Content paid(
      @Nullable OrganisationMention from, @Nullable OrganisationMention to, String form) {
    var period = new Period(DAY, DAY, false);
    return new Content(
        "project",
        LocalizedText.of("en", "A loan"),
        LocalizedText.EMPTY,
        "2",
        Period.UNKNOWN,
        period,
        List.of(
            Participant.country(Role.PROVIDER, new CountryCode("QMM")),
            new Participant(Role.RECIPIENT, new CountryCode("QNN"), null, null, null)),
        List.of(new Content.Classification("cooperation-form", form, null, LocalizedText.EMPTY)),
        List.of(),
        List.of(
            new Content.Contribution(
                "loan-repayment",
                null,
                period,
                new ReportedAmount(new BigDecimal("100"), "USD"),
                null,
                null,
                null,
                false,
                from,
                to,
                null,
                null,
                List.of(),
                LocalizedText.EMPTY)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
