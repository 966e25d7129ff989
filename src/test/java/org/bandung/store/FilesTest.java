package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("external-db")
class FilesTest {

  private static final String PNG =
      "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
          + "0000000b49444154789c63600000000200010048afa4710000000049454e44ae426082";

  private static TestDatabase store;
  private static Files files;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    store = TestDatabase.create();
    files = new Files(store.database());
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static StoredFile kept(String name, byte[] bytes) {
    return ((KeepOutcome.Kept) files.keep(name, bytes)).file();
  }

  private static String refused(byte[] bytes) {
    return files.keep("paper.pdf", bytes) instanceof KeepOutcome.Refused(var why) ? why : "kept";
  }

  static byte[] pdf(String body) {
    return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + body + " >>\nendobj\ntrailer <<>>\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] packed(String inside, String dictionary) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(utf8("%PDF-1.7\n1 0 obj\n<< " + dictionary + " >>\nstream\n"));
    var deflater = new Deflater();
    deflater.setInput(utf8(inside));
    deflater.finish();
    var buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    out.write(utf8("\nendstream\nendobj\n%%EOF\n"));
    return out.toByteArray();
  }

  static byte[] zip(String... namesAndTexts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] document(String... more) throws IOException {
    var all = new java.util.ArrayList<>(List.of("word/document.xml", "<w:document/>"));
    all.addAll(List.of(more));
    return zip(all.toArray(String[]::new));
  }

  @Test
  void theSameBytesTwiceAreOneFile() {
    var bytes = pdf("/Title (Minutes)");
    var first = kept("minutes.pdf", bytes);
    var second = kept("other.pdf", bytes);

    assertThat(first.mediaType()).isEqualTo("application/pdf");
    assertThat(second.sha256()).isEqualTo(first.sha256());
    assertThat(files.read(first.sha256())).isEqualTo(bytes);
    assertThat(files.find(first.sha256()))
        .hasValueSatisfying(f -> {
          assertThat(f.bytes()).isEqualTo(bytes.length);
          assertThat(f.name()).doesNotContain("minutes");
        });
    assertThat(
            store
                .database()
                .sql()
                .sql("select count(*) from store_file where sha256 = :h")
                .param("h", first.sha256())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(files.find("0".repeat(64))).isEmpty();
    assertThat(files.find("../../etc/passwd")).isEmpty();
    assertThatThrownBy(() -> files.read("0".repeat(64))).isInstanceOf(StoreException.class);
  }

  @Test
  void typesAreToldByContent() throws IOException {
    assertThat(kept("x.exe", HexFormat.of().parseHex(PNG)).mediaType()).isEqualTo("image/png");
    assertThat(kept("x", utf8("Réunion\nاجتماع\n")).mediaType()).isEqualTo("text/plain");
    assertThat(kept("x", HexFormat.of().parseHex("ffd8ffe000104a46ffd9")).mediaType())
        .isEqualTo("image/jpeg");
    assertThat(kept("x", document()).name()).isEqualTo("x.docx");
    var odt = zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>");
    assertThat(kept("x", odt).name()).isEqualTo("x.odt");
  }

  @Test
  void limitsAndDamage() throws IOException {
    assertThat(refused(new byte[0])).isEqualTo("empty");
    assertThat(refused(new byte[Files.LARGEST + 1])).isEqualTo("too-large");
    assertThat(refused(new byte[] {0, 1, 2})).isEqualTo("type");
    assertThat(refused(utf8("MZ\u0000"))).isEqualTo("type");
    assertThat(refused(new byte[] {(byte) 0xc3, (byte) 0x28})).isEqualTo("type");
    assertThat(refused(HexFormat.of().parseHex(PNG + "00"))).isEqualTo("type");
    assertThat(refused(HexFormat.of().parseHex(PNG.substring(0, 60)))).isEqualTo("type");
    assertThat(refused(utf8("%PDF-1.7 cut off"))).isEqualTo("type");
    assertThat(refused(zip("a.txt", "no document"))).isEqualTo("type");
    assertThat(refused(utf8("PK\u0003\u0004 damaged"))).isEqualTo("type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
        "/AA << /O << /S /J#61vaScript /J#53 (x) >> >>",
        "/OpenAction<</S/Launch/F(cmd.exe)>>",
        "/Names << /EmbeddedFiles 3 0 R >>",
        "/Type /EmbeddedFile",
        "/AcroForm << /XFA 3 0 R >>",
        "/Encrypt 9 0 R",
        "/JS (x)"
      })
  void papersThatActAreRefused(String body) {
    assertThat(refused(pdf(body))).isEqualTo("active");
  }

  @Test
  void whatAPaperHidesInItsStreamsIsFound() throws IOException {
    var script = "<< /S /JavaScript /JS (x) >>";
    assertThat(refused(packed(script, "/Type /ObjStm /Filter /FlateDecode"))).isEqualTo("active");
    assertThat(refused(packed("<</JS(x)>>", "/Type/Obj#53tm/Filter/FlateDecode")))
        .isEqualTo("active");
    assertThat(refused(packed("nothing", "/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]")))
        .isEqualTo("active");
    assertThat(refused(packed("nothing", "/Type /ObjStm /Filter /FlateDecode /DecodeParms 4 0 R")))
        .isEqualTo("active");
    assertThat(refused(packed("nothing", "/Type /ObjStm /Filter 4 0 R"))).isEqualTo("active");
    assertThat(refused(packed(script, "/Filter /FlateDecode"))).isEqualTo("active");
    assertThat(refused(packed("<< /Title (x) >>", "/Type /ObjStm /Filter /FlateDecode")))
        .isEqualTo("kept");
  }

  /// What once got through: a dictionary cut off by a word in it, by its length, or by a stream
  /// that is none; an end in the middle of what is packed.
  @Test
  void noWordInAPaperHidesWhatComesAfterIt() throws IOException {
    var script = "<< /S /JavaScript /JS (x) >>";
    var objects = "/Type /ObjStm /Filter /FlateDecode ";
    assertThat(refused(packed(script, objects + "/obj 1"))).isEqualTo("active");
    assertThat(refused(packed(script, objects + "/X (" + "x".repeat(30_000) + ")")))
        .isEqualTo("active");
    assertThat(refused(packed(script, "/X ( stream\n) " + objects))).isEqualTo("active");
    assertThat(refused(packed(script, "/X (stream\n) " + objects))).isEqualTo("active");
    assertThat(refused(packed(script, objects + "/X (\nstream\n1 0 )"))).isEqualTo("active");

    var out = new ByteArrayOutputStream();
    out.write(utf8("%PDF-1.7\n1 0 obj\n<< " + objects + ">>\nstream\n"));
    var deflater = new Deflater();
    var buffer = new byte[4096];
    deflater.setLevel(Deflater.NO_COMPRESSION);
    deflater.setInput(utf8("\nendstream\n"));
    out.write(buffer, 0, deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH));
    deflater.setLevel(Deflater.BEST_COMPRESSION);
    deflater.setInput(utf8(" ".repeat(500) + script + script));
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    out.write(utf8("\nendstream\nendobj\n%%EOF\n"));
    assertThat(out.toString(java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("JavaScript");
    assertThat(refused(out.toByteArray())).isEqualTo("active");
  }

  @Test
  void aPaperThatUnpacksToNoEndIsRefused() throws IOException {
    assertThat(refused(packed(" ".repeat(130 << 20), "/Filter /FlateDecode"))).isEqualTo("active");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>",
        "  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "Dear all, <SCRIPT>alert(1)</SCRIPT>",
        "\ufeff<html>"
      })
  void pagesAndPicturesThatRunAreRefused(String text) {
    assertThat(refused(utf8(text))).isEqualTo("active");
  }

  @ParameterizedTest
  @CsvSource({
    "word/vbaProject.bin, x, active",
    "word/embeddings/oleObject1.bin, x, active",
    "Basic/Standard/Module1.xml, x, active",
    "Scripts/python/x.py, x, active",
    "word/media/tool.bin, MZ123, active",
    "word/media/picture.png, PK\u0003\u0004inner, active",
    "[Content_Types].xml, application/vnd.ms-word.document.macroEnabled.main+xml, active",
    "word/_rels/settings.xml.rels, <R Type=\"http://x/attachedTemplate\" Target=\"http://evil\"/>, active",
    "word/_rels/settings.xml.rels, <R Type=\"http://x/attachedTemplat&#101;\" Target=\"http://evil\"/>, active",
    "word/_rels/settings.xml.rels, <R Type=\"http://x/attachedTemplat&#x65;\" Target=\"http://evil\"/>, active",
    "word/_rels/settings.xml.RELS, <R Type=\"http://x/attachedTemplate\" Target=\"http://evil\"/>, active",
    "word/settings, <R Type=\"http://x/attachedTemplate\" Target=\"http://evil\"/>, active",
    "word/x.xml, <!DOCTYPE a [<!ENTITY b 'c'>]>, active",
    "../../evil.xml, x, type",
    "/etc/passwd, x, type",
    "a\\..\\b, x, type",
    "C:/x, x, type",
    "word/styles.xml, <w:styles/>, kept"
  })
  void documentsAreLookedInto(String part, String text, String expected) throws IOException {
    assertThat(refused(document(part, text))).isEqualTo(expected);
  }

  @Test
  void packedBombsAreRefused() throws IOException {
    var blown = " ".repeat(40 << 20);
    assertThat(
            refused(
                document(
                    "a.xml", blown, "b.xml", blown, "c.xml", blown, "d.xml", blown, "e.xml", blown,
                    "f.xml", blown)))
        .isEqualTo("type");
    var many = new String[2 * 2_100];
    for (int i = 0; i < many.length; i++) {
      many[i] = "p" + i;
    }
    assertThat(refused(document(many))).isEqualTo("type");
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd.txt",
    "C:\\Users\\x\\letter.TXT, letter.txt",
    "invoice.pdf.exe, invoice.pdf.exe.txt",
    "'a\u202egnp.exe', agnp.exe.txt",
    "'x\u0000\u0007y.txt', xy.txt",
    "'<b>\"q\".txt', bq.txt",
    "'...', file.txt",
    "'', file.txt",
    "'.txt', file.txt",
    "Note verbale n° 3.txt, Note verbale n° 3.txt",
    "محضر.txt, محضر.txt"
  })
  void namesAreMadeHarmless(String given, String expected) {
    assertThat(kept(given, utf8("text")).name()).isEqualTo(expected);
  }

  @Test
  void longNamesAreCut() {
    assertThat(kept("x".repeat(500) + ".txt", utf8("text")).name()).hasSize(120).endsWith("x.txt");
  }

  @Test
  void aScannerThatSaysNoOrFailsOrSleepsIsHeard() {
    var bytes = utf8("a letter");
    assertThat(new FileScanner(List.of("true")).passes(bytes)).isTrue();
    assertThat(new FileScanner(List.of("false")).passes(bytes)).isFalse();
    assertThat(new FileScanner(List.of("/no/such/scanner")).passes(bytes)).isFalse();
    assertThat(new FileScanner(List.of("sleep", "20"), 1).passes(bytes)).isFalse();
    assertThat(new FileScanner(List.of("grep", "-q", "a letter")).passes(bytes)).isTrue();

    var strict = new Files(store.database(), new FileScanner(List.of("false")));
    assertThat(strict.keep("x", utf8("never kept"))).isEqualTo(new KeepOutcome.Refused("scanner"));
  }

  @Test
  void aBackupCarriesThem() throws IOException {
    var text = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      text.append("line\t\\N ").append(i).append('\n');
    }
    var file = kept("x.txt", utf8(text.toString()));
    var saved = folder.resolve("node.bandung");
    new Backups(store.database()).backup(saved);
    try (var other = TestDatabase.create()) {
      new Backups(other.database()).restore(saved, false);
      assertThat(new Files(other.database()).read(file.sha256())).isEqualTo(utf8(text.toString()));
    }
  }
}
