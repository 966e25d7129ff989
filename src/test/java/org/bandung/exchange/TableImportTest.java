package org.bandung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bandung.exchange.tables.MappingFault;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.said.Participant;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableImportTest {

  private static final Path FIXTURES = Path.of("src/test/resources/exchange/tables");

  private final ImportsUnderTest node = new ImportsUnderTest();
  @TempDir Path folder = Path.of("");

  private static String fixture(String name) {
    return FIXTURES.resolve(name).toString();
  }

  private ImportSummary read(String file) {
    return node.table(TableCorpusTest.mapping(fixture("three-columns.yaml")), file);
  }

  private Statement held(String id) {
    return node.registry.current.entrySet().stream()
        .filter(e -> e.getKey().endsWith(" " + id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsTheExampleByItsMapping() {
    var mapping = TableCorpusTest.mapping(fixture("register-of-meridia.yaml"));

    var summary = node.table(mapping, fixture("register-of-meridia.csv"));

    assertThat(summary.exitValue()).isZero();
    assertThat(summary.files().getFirst().created()).isEqualTo(3);
    assertThat(summary.unmapped()).isEmpty();
    var first = held("M-1").content();
    assertThat(first.participants())
        .contains(
            Participant.country(Role.PROVIDER, new CountryCode("QMM")),
            Participant.country(Role.RECIPIENT, new CountryCode("QNN")));
    assertThat(first.contributions().getFirst().amount())
        .hasToString("ReportedAmount[value=120000, currency=USD]");
    assertThat(held("M-2").content().actual().ongoing()).isTrue();
    var third = held("M-3");
    assertThat(third.content().actual().start()).hasToString("2021-05-03");
    assertThat(third.content().participants())
        .anyMatch(p -> "Atlantis-beyond".equals(p.countryAsReported()));
    assertThat(third.notes())
        .extracting(n -> n.code())
        .containsExactlyInAnyOrder("bandung.country-unknown", "bandung.currency-missing");
    assertThat(third.toString()).doesNotContain("ana@meridia.example");
  }

  @Test
  void changesNothingTheSecondTimeAndUpdatesWhenTheMappingChanges() throws IOException {
    var file = fixture("register-of-meridia.csv");
    var text = Files.readString(FIXTURES.resolve("register-of-meridia.yaml"));
    var changed = folder.resolve("changed.yaml");
    Files.writeString(changed, text.replace("language: en", "language: fr"));
    var mapping = TableCorpusTest.mapping(fixture("register-of-meridia.yaml"));

    node.table(mapping, file);
    var again = node.table(mapping, file).files().getFirst();
    var after = node.table(TableCorpusTest.mapping(changed.toString()), file).files().getFirst();

    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(after.updated()).isEqualTo(3);
  }

  @Test
  void keepsWhatStandsBeforeAQuoteThatIsNeverClosed() {
    var summary = read(fixture("quote-never-closed.csv"));

    assertThat(summary.files().getFirst().created()).isEqualTo(1);
    assertThat(summary.files().getFirst().refused()).isEqualTo(1);
    assertThat(node.codes()).contains("bandung.quote-open");
  }

  @Test
  void numbersColumnsThatAreCalledTheSame() {
    var summary = read(fixture("header-names-one-twice.csv"));

    assertThat(summary.files().getFirst().created()).isEqualTo(1);
    assertThat(summary.unmapped().getFirst().columns()).containsExactly("Project (2)", "column 4");
    assertThat(node.codes()).contains("bandung.column-twice", "bandung.column-unmapped");
  }

  @Test
  void readsAnyLineEndDelimiterAndEncoding() {
    assertThat(read(fixture("two-marks-mixed-line-ends.csv")).files().getFirst().created())
        .isEqualTo(3);
    assertThat(read(fixture("utf16-without-mark.tsv")).exitValue()).isZero();
    read(fixture("windows-1252-among-utf-8.csv"));

    assertThat(held("M-1").content().title().byLanguage()).containsEntry("und", "Formação");
    assertThat(held("M-2").content().title().byLanguage()).containsEntry("und", "Formão");
    assertThat(node.codes()).contains("bandung.transcoded");
  }

  @Test
  void takesAFormulaInTextForText() {
    read(fixture("formula-as-text.csv"));

    assertThat(held("M-1").content().title().byLanguage().get("und")).startsWith("=HYPERLINK(");
  }

  @Test
  void refusesOneBrokenLineOfJsonAndGoesOn() {
    var summary = read(fixture("second-line-broken.jsonl"));

    assertThat(summary.files().getFirst().created()).isEqualTo(2);
    assertThat(summary.files().getFirst().refused()).isEqualTo(2);
    assertThat(held("M-1").content().participants()).hasSize(2);
  }

  @Test
  void keepsWhatStandsBeforeTheEndOfAnArrayCutOff() {
    var summary = read(fixture("array-cut-off.json"));

    assertThat(summary.files().getFirst().created()).isEqualTo(2);
    assertThat(summary.unreadable().getFirst().code()).isEqualTo("bandung.json-broken");
  }

  @Test
  void tellsWhichColumnsThereAreAndWhichIsClose() throws IOException {
    var file = folder.resolve("other.csv");
    Files.writeString(file, "Ref,Projekt,Provider\nM-1,One,QM\n");

    var summary = read(file.toString());

    var why = summary.unreadable().getFirst();
    assertThat(why.code()).isEqualTo("bandung.mapping-column-missing");
    assertThat(why.arguments()).containsExactly("Project", "Projekt", "Ref, Projekt, Provider");
  }

  @Test
  void refusesTenThousandColumnsHugeCellsAndDeepJson() throws IOException {
    var wide = folder.resolve("wide.csv");
    Files.writeString(wide, "a,".repeat(10_000) + "z\n1\n");
    var huge = folder.resolve("huge.csv");
    Files.writeString(
        huge, "Ref,Project,Provider\nM-1," + "x".repeat(1_100_000) + ",QM\nM-2,Two,QM\n");
    var deep = folder.resolve("deep.jsonl");
    Files.writeString(deep, "{\"Ref\":\"M-9\",\"a\":" + "[".repeat(500) + "]".repeat(500) + "}\n");

    assertThat(read(wide.toString()).unreadable().getFirst().code())
        .isEqualTo("bandung.too-many-columns");
    var counted = read(huge.toString()).files().getFirst();
    assertThat(counted.created()).isEqualTo(1);
    assertThat(counted.refused()).isEqualTo(1);
    assertThat(read(deep.toString()).files().getFirst().refused()).isEqualTo(1);
  }

  @Test
  void readsAWorkbookWithItsDatesAndFormulas() throws IOException {
    var file = workbook("book.xlsx", "<dimension ref=\"A1:XFD1048576\"/>", "");

    var summary = read(file.toString());

    assertThat(summary.exitValue()).as(summary.unreadable().toString()).isZero();
    assertThat(held("M-1").content().title().byLanguage()).containsEntry("und", "42");
    assertThat(node.codes()).contains("bandung.formula");
  }

  @Test
  void refusesHostileWorkbooksWithOneLine() throws IOException {
    var far = workbook("far.xlsx", "", "<c r=\"ZZZZZZ3\"><v>1</v></c>");
    var bomb = workbook("bomb.xlsx", "", "<!--" + " ".repeat(40 << 20) + "-->");
    var cut = folder.resolve("cut.xlsx");
    var whole = Files.readAllBytes(workbook("whole.xlsx", "", ""));
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    var locked = folder.resolve("locked.xlsx");
    var ole = new ByteArrayOutputStream();
    ole.writeBytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
    ole.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
    Files.write(locked, ole.toByteArray());

    assertThat(why(far)).isEqualTo("bandung.workbook-broken");
    assertThat(why(bomb)).isEqualTo("bandung.bomb");
    assertThat(why(cut)).isEqualTo("bandung.workbook-broken");
    assertThat(why(locked)).isEqualTo("bandung.workbook-encrypted");
  }

  private String why(Path file) {
    return read(file.toString()).unreadable().getFirst().code();
  }

  private Path workbook(String name, String dimension, String inRow) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
              + "</Types>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
              + "</Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              + "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
              + dimension
              + "<sheetData><row r=\"1\">"
              + text("A1", "Ref")
              + text("B1", "Project")
              + text("C1", "Provider")
              + "</row><row r=\"2\">"
              + text("A2", "M-1")
              + "<c r=\"B2\"><f>6*7</f><v>42</v></c>"
              + text("C2", "QM")
              + inRow
              + "</row></sheetData></worksheet>");
    }
    return file;
  }

  private static String text(String address, String text) {
    return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void namesWhatIsWrongInAMapping() {
    assertThat(faults("misspelt.yaml"))
        .contains(
            "mapping: the key \"colums\" is not known. Close to it: columns",
            "source: the key \"speker\" is not known. Close to it: speaker",
            "The mapping lacks: source: speaker");
    assertThat(faults("alias-bomb.yaml")).hasSize(1).first().asString().contains("YAML");
    assertThat(Mappings.find("undp-20233"))
        .isEqualTo(
            new MappingReader.Reading.Faulty(
                List.of(
                    new MappingFault(
                        "mapping-no-such",
                        List.of("undp-20233", "undp-2023", String.join(", ", Mappings.SHIPPED))))));
  }

  private static List<String> faults(String mapping) {
    return switch (Mappings.find(fixture(mapping))) {
      case MappingReader.Reading.Read read -> throw new AssertionError(read);
      case MappingReader.Reading.Faulty(var faults) ->
          faults.stream().map(f -> f.told("en")).toList();
    };
  }
}
