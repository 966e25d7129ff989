package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.junit.jupiter.api.Test;

class ContentCodecTest {

  private static final Period OPEN = new Period(PartialDate.ofYear(2019), null, true);

  /// Everything a content can hold, each at least once.
  static Content everything(String words) {
    var text = new LocalizedText(Map.of("en", words, "ar", "آبار", "und", "?"));
    var mention = new Participant.OrganisationMention("QM-AMC-1", text, "10", "QM-7");
    var sector = new Content.Classification("dac-sector", "12220", "33.3", text);
    var period = new Period(OPEN.start(), PartialDate.parse("2021-05-03").orElseThrow(), false);
    return new Content(
        "project",
        text,
        LocalizedText.EMPTY,
        "2",
        OPEN,
        period,
        List.of(
            Participant.country(Role.DUAL, new CountryCode("QMM")),
            Participant.organisation(Role.FUNDER, mention),
            new Participant(Role.RECIPIENT, null, "Atlantis", "50", null)),
        List.of(sector),
        List.of(new Content.Place(text, new CountryCode("QNN"), "1.50", "-2")),
        List.of(
            new Content.Contribution(
                "commitment",
                "r1",
                OPEN,
                new ReportedAmount(new BigDecimal("1000.005"), "XOF"),
                PartialDate.ofYear(2020),
                new Quantity(new BigDecimal("12"), "person"),
                "reported-amount",
                true,
                mention,
                mention,
                new CountryCode("QOO"),
                "scholarship",
                List.of(sector),
                text)),
        List.of(
            new Content.Result(
                "1",
                text,
                text,
                List.of(
                    new Content.Indicator(
                        text,
                        "1",
                        "2019",
                        "<14",
                        List.of(new Content.Measured(OPEN, "10", null)))))),
        List.of(new Content.Milestone(text, OPEN, true)),
        List.of(new Content.Link("https://wells.example", text, "A01", false)),
        List.of(new Content.Relation("1", "QM-0")),
        List.of(new Content.Identifier("iati", "QM-1")),
        List.of(new Content.Signal("word", "south south")));
  }

  @Property(tries = 200)
  void whatIsStoredComesBackUnchanged(@ForAll String words) {
    var content = everything(words);

    assertThat(ContentCodec.unpackContent(ContentCodec.pack(content))).isEqualTo(content);
  }

  @Test
  void whatWasNotReportedStaysNotReported() {
    var empty = Samples.content("", "");

    assertThat(ContentCodec.unpackContent(ContentCodec.pack(empty))).isEqualTo(empty);
  }

  @Test
  void notesComeBackUnchanged() {
    var notes =
        List.of(
            new Note(3, "QM-1", Note.Severity.ERROR, "6.2.2", "sector", List.of("a", "b")),
            new Note(0, "", Note.Severity.ADVISORY, "bandung.x", "", List.of()));

    assertThat(ContentCodec.unpackNotes(ContentCodec.packNotes(notes))).isEqualTo(notes);
    assertThat(ContentCodec.unpackNotes(ContentCodec.packNotes(List.of()))).isEmpty();
  }
}
