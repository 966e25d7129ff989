package org.bandung.web.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFormTest {

  private static FormReading.Read read(EntryKind kind, Map<String, List<String>> sent) {
    var form = EntryForm.sent(kind, "en", sent);
    return FormReading.read(form, FormReading.blank(kind));
  }

  private static Map<String, List<String>> sent(String... pairs) {
    var sent = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < pairs.length; i += 2) {
      sent.put(pairs[i], List.of(pairs[i + 1]));
    }
    return sent;
  }

  private static final Map<String, List<String>> FULL =
      Map.ofEntries(
          Map.entry("language", List.of("fr")),
          Map.entry("title", List.of("Maçons")),
          Map.entry("title.ar", List.of("بناؤون")),
          Map.entry("description", List.of("Douze villages\r\ncherchent")),
          Map.entry("plan", List.of("Plan eau")),
          Map.entry("planLink", List.of("https://plan.example.org/eau?x=1")),
          Map.entry("number", List.of("12.50")),
          Map.entry("unit", List.of("person-day")),
          Map.entry("from", List.of("2027")),
          Map.entry("until", List.of("2028-03")),
          Map.entry("validUntil", List.of("2027-12-31")),
          Map.entry("sector", List.of("140", "311")),
          Map.entry("sdg", List.of("6")),
          Map.entry("form", List.of("training")),
          Map.entry("spoken", List.of("fr", "ar")),
          Map.entry("place", List.of("Les collines")),
          Map.entry("person", List.of("Amina")),
          Map.entry("email", List.of("amina@example.org")),
          Map.entry("telephone", List.of("+99 1")),
          Map.entry("budget", List.of("10000")),
          Map.entry("currency", List.of("eur")));

  @Test
  void whatAFormSaysIsWhatItShowsAgain() {
    var read = read(EntryKind.NEED, FULL);

    assertThat(read.faults()).isEmpty();
    var content = read.wording().content();
    assertThat(content.title().byLanguage()).containsOnlyKeys("fr", "ar");
    assertThat(content.description().byLanguage().get("fr")).isEqualTo("Douze villages\ncherchent");
    assertThat(content.planned().end()).isEqualTo(new PartialDate(2028, 3, 0));
    assertThat(content.actual().end()).isEqualTo(new PartialDate(2027, 12, 31));
    assertThat(read.wording().details())
        .isEqualTo(
            new Details.Need(
                LocalizedText.of("fr", "Plan eau"),
                "https://plan.example.org/eau?x=1",
                new Quantity(new BigDecimal("12.50"), "person-day")));
    assertThat(read.wording().confidential().budget())
        .isEqualTo(new ReportedAmount(new BigDecimal("10000"), "EUR"));
    var shown = EntryForm.of(read.wording(), "fr");
    assertThat(FormReading.read(shown, read.wording()).wording()).isEqualTo(read.wording());
    assertThat(FormReading.read(shown, FormReading.blank(EntryKind.NEED)).wording())
        .isEqualTo(read.wording());
    var elsewhere = EntryForm.of(read.wording(), "ar");
    assertThat(elsewhere.value("title")).isEqualTo("بناؤون");
    assertThat(FormReading.read(elsewhere, read.wording()).wording().content().title())
        .isEqualTo(content.title());
  }

  @Test
  void everyKindCanBeEmpty() {
    for (var kind : Drafts.KINDS) {
      var read = read(kind, Map.of());
      assertThat(read.faults()).isEmpty();
      assertThat(read.wording()).isEqualTo(FormReading.blank(kind));
      assertThat(FormReading.read(EntryForm.of(read.wording(), "ru"), read.wording()).wording())
          .isEqualTo(read.wording());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "number, '1,5', not-a-number",
    "number, many, not-a-number",
    "number, -3, not-a-number",
    "number, 1e9, not-a-number",
    "from, soon, not-a-date",
    "until, 2027-13, not-a-date",
    "validUntil, 31.12.2027, not-a-date",
    "planLink, javascript:alert(1), not-an-address",
    "planLink, https://user:word@plan.example.org/, not-an-address",
    "planLink, plan.example.org, not-an-address",
    "budget, ten, not-a-number",
    "currency, euro, not-a-currency"
  })
  void whatCannotBeUnderstoodIsToldAndLeavesTheRest(String field, String typed, String fault) {
    var sent = new LinkedHashMap<>(FULL);
    sent.put(field, List.of(typed));
    var before = read(EntryKind.NEED, FULL).wording();
    var form = EntryForm.sent(EntryKind.NEED, "en", sent);
    var read = FormReading.read(form, before);

    assertThat(read.faults()).containsEntry(field, fault);
    assertThat(form.value(field)).isEqualTo(typed);
    assertThat(read.wording().content().title()).isEqualTo(before.content().title());
    if (!field.equals("currency")) {
      assertThat(read.wording()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"١٢, 12", "12 000, 12000", "०७, 7", "'  3 ', 3"})
  void digitsOfEveryScriptAreDigits(String typed, BigDecimal number) {
    var read = read(EntryKind.OFFER, sent("number", typed, "unit", "person"));
    assertThat(read.wording().details().howMuch().orElseThrow().number())
        .isEqualByComparingTo(number);
  }

  @Test
  void whatTheFormDoesNotShowStays() {
    var blank = FormReading.blank(EntryKind.OFFER);
    var link = new Content.Link("https://example.org/a", LocalizedText.EMPTY, null, null);
    var marker = new Content.Classification("iati-policy-marker", "1", null, LocalizedText.EMPTY);
    var old = blank.content();
    var base =
        new org.bandung.catalogue.drafts.Wording(
            new Content(
                null,
                old.title(),
                old.description(),
                null,
                old.planned(),
                old.actual(),
                List.of(),
                List.of(marker),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(link),
                List.of(),
                List.of(),
                List.of()),
            blank.details(),
            blank.confidential());
    var form = EntryForm.sent(EntryKind.OFFER, "en", sent("title", "Wells", "sector", "140"));
    var content = FormReading.read(form, base).wording().content();

    assertThat(content.links()).containsExactly(link);
    assertThat(content.classifications()).contains(marker).hasSize(2);
  }

  @Test
  void whatIsNoTextIsLeftOut() {
    var form =
        EntryForm.sent(
            EntryKind.NEED,
            "en",
            sent(
                "title", "We\u0000ll\u001bs",
                "title.<script>", "x",
                "title.en", "twice",
                "sector", "<b>",
                "language", "../en"));

    assertThat(form.value("title")).isEqualTo("Wells");
    assertThat(form.language()).isEqualTo("en");
    assertThat(form.others()).isEmpty();
    assertThat(form.ticks().get("sector")).isEmpty();
  }
}
