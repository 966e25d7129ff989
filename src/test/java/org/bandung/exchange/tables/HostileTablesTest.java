package org.bandung.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rows.TableFile;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.rows.TableRow;
import org.bandung.exchange.rows.TableSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Tables that somebody made to do harm, or that no program should have written.
@Timeout(30)
class HostileTablesTest {

  private static final String STYLED =
      "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";

  private final Told told = new Told();

  private static final class Told implements TableSink {
    private final List<TableRow> rows = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    @Override
    public void columns(List<String> columns) {}

    @Override
    public void row(TableRow row) {
      rows.add(row);
    }

    @Override
    public void refused(int line, String code, String... arguments) {
      codes.add(code);
    }

    @Override
    public void remark(int line, String code, String... arguments) {
      codes.add(code);
    }
  }

  private void read(byte[] bytes) throws IOException {
    TableFile.read(new ByteArrayInputStream(bytes), TableFormat.SEEN, TableOracle.NARROW, told);
  }

  private void read(String text) throws IOException {
    read(text.getBytes(StandardCharsets.UTF_8));
  }

  private void sheet(String rows) throws IOException {
    read(Workbooks.ofSheet(Workbooks.sheet(rows)));
  }

  private static String cell(String address, String text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String row(int number, String cells) {
    return "<row r=\"" + number + "\">" + cells + "</row>";
  }

  private static final String HEADER = row(1, cell("A1", "id") + cell("B1", "title"));

  private List<String> ids() {
    return told.rows.stream().map(r -> r.first("id")).collect(Collectors.toList());
  }

  private void unreadable(String code, String sheet) {
    assertThatThrownBy(() -> read(Workbooks.ofSheet(sheet)))
        .isInstanceOfSatisfying(UnreadableInput.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aBillionRowsClaimedAreNotBelieved() throws IOException {
    sheet(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>"
            + HEADER
            + row(1_048_576, cell("A1048576", "M-1"))
            + row(2_147_483_647, cell("A2147483647", "M-2"))
            + "</sheetData>");

    assertThat(ids()).startsWith("M-1");
  }

  @Test
  void aNumberWithABillionZerosIsNotWrittenOut() throws IOException {
    sheet(
        "<sheetData>"
            + HEADER
            + row(2, "<c r=\"A2\"><v>1e999999999</v></c>")
            + row(3, "<c r=\"A3\"><v>1E3</v></c>")
            + "</sheetData>");

    assertThat(ids()).containsExactly("1E+999999999", "1000");
  }

  @Test
  void aRowLongerThanARecordIsNotKept() {
    unreadable(
        "bandung.bomb",
        Workbooks.sheet("<sheetData>" + row(1, cell("A1", "x".repeat(9_000))) + "</sheetData>"));
  }

  @Test
  void aColumnThatCannotBeIsSeenThroughEncodingsAndReferences() {
    var far = "<sheetData>" + row(1, cell("AAAAAA1", "x")) + "</sheetData>";
    var hidden = "<sheetData>" + row(1, cell("&#65;AAAAAA1", "x")) + "</sheetData>";

    unreadable("bandung.workbook-broken", Workbooks.sheet(far));
    unreadable("bandung.workbook-broken", Workbooks.sheet(hidden));
    unreadable(
        "bandung.workbook-broken",
        new String(
            Workbooks.sheet(far).getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1));
  }

  @Test
  void emptyRowsThatReachFarCostNoTime() {
    var rows =
        IntStream.rangeClosed(2, 100_000)
            .mapToObj(n -> row(n, "<c r=\"ZZZ" + n + "\"/>"))
            .collect(Collectors.joining());

    unreadable("bandung.bomb", Workbooks.sheet("<sheetData>" + HEADER + rows + "</sheetData>"));
  }

  @Test
  void entitiesOfAWorkbookAreNeverExpanded() throws IOException {
    var bomb =
        "<!DOCTYPE w [<!ENTITY a \"0123456789\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    try {
      read(
          Workbooks.ofSheet(
              bomb
                  + Workbooks.sheet(
                      "<sheetData>"
                          + HEADER
                          + row(2, cell("A2", "M-1") + cell("B2", "&b;&f;"))
                          + "</sheetData>")));
    } catch (UnreadableInput e) {
      assertThat(e.code()).isEqualTo("bandung.workbook-broken");
    }

    assertThat(told.rows.toString()).doesNotContain("0123456789").doesNotContain("root:");
  }

  @Test
  void aDayOfNoCalendarCostsItsCellOnly() throws IOException {
    var styles =
        "=== xl/styles.xml\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>\n";
    var sheet =
        Workbooks.sheet(
            "<sheetData>"
                + HEADER
                + row(2, cell("A2", "M-1") + "<c r=\"B2\" s=\"1\"><v>1e15</v></c>")
                + row(3, cell("A3", "M-2"))
                + "</sheetData>");
    var workbook =
        Workbooks.BEFORE_SHEET
                .replace("=== xl/worksheets", styles + "=== xl/worksheets")
                .replace("</Types>", STYLED + "</Types>")
            + sheet;

    read(Workbooks.packed(workbook.getBytes(StandardCharsets.UTF_8)));

    assertThat(ids()).containsExactly("M-1", "M-2");
  }

  @Test
  void whatTheDatabaseCannotKeepIsReplaced() throws IOException {
    read("{\"id\":\"M\\u0000-1\",\"title\":\"\\ud83d\",\"a\\u001b[31m\":1}\n");
    read("id,title\n" + "x,y\n".repeat(2_000) + "z,\0\n");

    assertThat(told.rows.getFirst().cells().toString())
        .isEqualTo("{id=[M\uFFFD-1], title=[\uFFFD], a\uFFFD[31m=[1]}");
    assertThat(told.rows.toString()).doesNotContain("\0");
  }

  @Test
  void aRecordOfAnArrayHasAnEnd() throws IOException {
    var endless = "[{\"id\":\"M-1\"},{\"id\":\"M-2\"" + ",\"a\":\"b\"".repeat(10_000) + "}]";

    assertThatThrownBy(() -> read(endless))
        .isInstanceOfSatisfying(
            UnreadableInput.class, e -> assertThat(e.code()).isEqualTo("bandung.record-too-large"));
    assertThat(ids()).containsExactly("M-1");
  }

  @Test
  void aVisitorsRecordsDoNotBringColumnsWithoutEnd() throws IOException {
    var lines =
        IntStream.range(0, 400)
            .mapToObj(n -> "{\"title\":\"T" + n + "\",\"a" + n + "\":1}")
            .collect(Collectors.joining("\n"));
    var proposer = new Proposer(TableOracle.GROUND, c -> "bilateral");

    var proposal =
        proposer.proposeToVisitor(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

    assertThat(proposal.columns().size()).isLessThanOrEqualTo(300);
    assertThat(proposal.unreadable().map(n -> n.code())).contains("bandung.too-many-columns");
    assertThat(proposal.rows()).hasSize(20);
  }

  @Test
  void aColumnMayBeCalledNoAndAConstantBeADate() throws IOException {
    var mapping =
        """
        mapping: x
        source: {publisher: m, name: M, speaker: party}
        identity: No
        constants: [{to: actual-start, value: 2019-05-03}]
        columns:
          No: {to: title}
          007: {to: kind}
        """;
    var reading =
        MappingReader.read("x", new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)));

    assertThat(reading).isInstanceOf(MappingReader.Reading.Read.class);
    if (reading instanceof MappingReader.Reading.Read(var read)) {
      assertThat(read.identity()).containsExactly("No");
      assertThat(read.needed()).containsExactly("007", "No");
      assertThat(read.rules().getFirst().setting("value")).isEqualTo("2019-05-03");
    }
  }

  @Test
  void aMappingIsRefusedForTagsAndDelimitersThatCannotBe() throws IOException {
    for (var bad : List.of("x: !!int y", "x: !!binary aGk=", "x: !!java.net.URL [\"http://a\"]")) {
      assertThat(
              MappingReader.read(
                  "x", new ByteArrayInputStream(bad.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOfSatisfying(
              MappingReader.Reading.Faulty.class,
              f -> assertThat(f.faults().getFirst().code()).isEqualTo("mapping-not-read"));
    }
    for (var delimiter : List.of("'\"'", "'#'", "\"\\n\"")) {
      var mapping = "mapping: x\nformat: {delimiter: " + delimiter + "}\n";
      assertThat(
              MappingReader.read(
                  "x", new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOfSatisfying(
              MappingReader.Reading.Faulty.class,
              f -> assertThat(f.faults().toString()).contains("format: delimiter"));
    }
  }
}
