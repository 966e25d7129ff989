package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Quantity;
import org.bandung.reference.InventedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryTablesTest {

  private final EntryTables tables = new EntryTables(InventedWorld.reference());

  private EntryTables.Sheet read(EntryKind kind, String csv) throws IOException {
    return tables.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), kind);
  }

  @Test
  void goodRowsAreTakenAndBadOnesToldWithTheirLines() throws IOException {
    var sheet =
        read(
            EntryKind.NEED,
            """
            ID,Title,Title (French),Quantity,Unit,Needed from,Plan link
            N-1,Wells,Puits,12,person,2027-03,https://plan.example.org/
            ,Without a key,,,,,
            N-2,Pumps,,twelve,person,soon,plan
            N-1,Wells again,,,,,
            """);

    assertThat(sheet.unreadable()).isEmpty();
    assertThat(sheet.rows()).extracting("line").containsExactly(2, 3, 4, 5);
    var first = sheet.rows().getFirst().entry().orElseThrow();
    assertThat(first.content().title().byLanguage()).containsEntry("fr", "Puits");
    assertThat(first.content().planned().start()).isEqualTo(new PartialDate(2027, 3, 0));
    assertThat(first.details())
        .isEqualTo(
            new Details.Need(
                LocalizedText.EMPTY,
                "https://plan.example.org/",
                new Quantity(new BigDecimal("12"), "person")));
    assertThat(sheet.rows().get(1).entry()).isEmpty();
    assertThat(sheet.rows().get(2).entry()).isPresent();
    assertThat(sheet.rows().get(2).notes())
        .extracting(Note::code)
        .contains("bandung.not-a-number", "bandung.date-not-a-date", "bandung.not-an-address");
    assertThat(sheet.rows().get(3).entry()).isEmpty();
    assertThat(sheet.rows().get(3).notes())
        .extracting(Note::code)
        .contains("bandung.identity-twice");
  }

  @Test
  void aTableWithoutKeysOrWithTooManyRowsIsTold() throws IOException {
    assertThat(read(EntryKind.NEED, "Title\nWells\n").unreadable().orElseThrow().code())
        .isEqualTo("bandung.mapping-column-missing");
    var many = new StringBuilder("ID,Title\n");
    for (int i = 0; i <= EntryTables.MOST_ROWS; i++) {
      many.append("N-").append(i).append(",Wells\n");
    }
    var sheet = read(EntryKind.NEED, many.toString());
    assertThat(sheet.rows()).hasSize(EntryTables.MOST_ROWS);
    assertThat(sheet.unreadable().orElseThrow().code()).isEqualTo("bandung.too-many-rows");
  }

  @ParameterizedTest
  @EnumSource(
      value = EntryKind.class,
      names = {"NEED", "OFFER", "SOLUTION", "EVENT"})
  void theTemplateOfEveryKindCanBeRead(EntryKind kind) throws IOException {
    var header = tables.header(kind);
    var sheet = read(kind, header + "\nX-1,A title\n");

    assertThat(sheet.unreadable()).isEmpty();
    assertThat(sheet.remarks()).isEmpty();
    assertThat(sheet.rows().getFirst().entry().orElseThrow().kind()).isEqualTo(kind);
  }
}
