package org.bandung.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XmlSlicerTest {

  @Test
  void cutsRecordsAsExactTextWithTheirLines() throws IOException {
    var file =
        SlicedFile.of(
            "<?xml version='1.0'?>\n<!-- <r> -->\n<root a='1>2'>\n <r>\n a</r><r/>\n</root>\n");

    assertThat(file.records).containsExactly("<r>\n a</r>", "<r/>");
    assertThat(file.lines).containsExactly(4, 5);
    assertThat(file.rootTag).isEqualTo("<root a='1>2'>");
    assertThat(file.remarks).isEmpty();
  }

  @Test
  void takesNoTagInCommentsSectionsOrAttributesForOne() throws IOException {
    var record = "<r a=\"</r>\"><!-- </r> --><![CDATA[</r>]] ></r>]]><?x </r>?><rr></rr></r>";
    // a '<' in an attribute is an error of the record alone, so here it is escaped
    var good = record.replace("\"</r>\"", "\"&lt;/r>\"");

    assertThat(SlicedFile.of("<root>" + good + "</root>").records).containsExactly(good);
  }

  @Test
  void countsEveryKindOfLineEnd() throws IOException {
    for (var end : new String[] {"\n", "\r\n", "\r"}) {
      var file = SlicedFile.of("<root>" + end + end + "<r>" + end + "</r>" + end + "<r/></root>");

      assertThat(file.lines).containsExactly(3, 5);
    }
  }

  @Test
  void refusesARecordWithoutEndTagAloneAndGoesOn() throws IOException {
    var file = SlicedFile.of("<root>\n<r>1</r>\n<r><a>2</a>\n<r>3</r>\n<r>4</root>");

    assertThat(file.records).containsExactly("<r>1</r>", "<r>3</r>");
    assertThat(file.refusals)
        .containsExactly("bandung.end-tag-missing@3", "bandung.end-tag-missing@5");
  }

  @Test
  void leavesUnclosedElementsInsideARecordToItsParser() throws IOException {
    var file = SlicedFile.of("<root><r><a></r><r b='></r><r>x</r></root>");

    assertThat(file.records).containsExactly("<r><a></r>", "<r b='></r>", "<r>x</r>");
  }

  @Test
  void keepsTheGoodRecordsOfATruncatedFile() throws IOException {
    var file = SlicedFile.of("<root>\n<r>1</r>\n<r>2");

    assertThat(file.records).containsExactly("<r>1</r>");
    assertThat(file.refusals).containsExactly("bandung.truncated@3");
    assertThat(SlicedFile.of("<root><r>1</r>").remarks).containsExactly("bandung.truncated-file@1");
  }

  @Test
  void passesOverAHundredThousandLevelsWithoutHarm() throws IOException {
    var deep = "<a>".repeat(100_000);
    var file = SlicedFile.of("<root><r>" + deep + "</r><r>x</r></root>");

    assertThat(file.records).containsExactly("<r>x</r>");
    assertThat(file.refusals).containsExactly("bandung.too-deep@1");
  }

  @Test
  void passesOverATwoGigabyteNarrativeInFlatMemory() throws IOException {
    var file = SlicedFile.of(new Narrative(2_000_000_000L));

    assertThat(file.records).containsExactly("<r>good</r>");
    assertThat(file.refusals).containsExactly("bandung.record-too-large@1");
  }

  @Test
  void ignoresDocumentTypesWhateverTheyHold() throws IOException {
    var file =
        SlicedFile.of(
            "<!DOCTYPE root [<!-- it's ]> --><!ENTITY a \"]><x>\"><?p ]>?>\n]>\n<root><r>&a;</r></root>");

    assertThat(file.records).containsExactly("<r>&a;</r>");
    assertThat(file.remarks).containsExactly("bandung.doctype-ignored@1");
  }

  @Test
  void refusesARecordWithCharactersThatXmlForbids() throws IOException {
    var file = SlicedFile.of("<root><r>a\u0000b</r><r>c</r></root>");

    assertThat(file.records).containsExactly("<r>c</r>");
    assertThat(file.refusals).containsExactly("bandung.illegal-character@1");
  }

  @Test
  void explainsWhatIsNoXmlInOneWord() {
    assertUnreadable("", "bandung.empty-file");
    assertUnreadable(" \n", "bandung.empty-file");
    assertUnreadable("{\"result\": []}", "bandung.json");
    assertUnreadable("<!DOCTYPE html><html><body>", "bandung.html");
    assertUnreadable("<HTML><p>no</HTML>", "bandung.html");
    assertUnreadable("a,b\n1,2\n", "bandung.not-xml");
    assertUnreadable("<root a='1'", "bandung.not-xml");
  }

  private static void assertUnreadable(String text, String code) {
    assertThatThrownBy(() -> SlicedFile.of(text))
        .isInstanceOfSatisfying(UnreadableInput.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void readsEveryUnicodeEncodingWithAndWithoutOrderMarks() throws IOException {
    var text = "<?xml version='1.0'?><root><r>é 中</r></root>";
    for (var name : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
      var charset = Charset.forName(name);
      assertThat(SlicedFile.of(text.getBytes(charset)).records).containsExactly("<r>é 中</r>");
      for (var marks : new String[] {"\uFEFF", "\uFEFF\uFEFF"}) {
        var file = SlicedFile.of((marks + text).getBytes(charset));
        assertThat(file.records).as(name).containsExactly("<r>é 中</r>");
        assertThat(file.remarks).isEmpty();
      }
    }
  }

  @Test
  void readsDeclaredEncodings() throws IOException {
    var text = "<?xml version='1.0' encoding='ISO-8859-5'?><root><r>Юг</r></root>";

    assertThat(SlicedFile.of(text.getBytes(Charset.forName("ISO-8859-5"))).records)
        .containsExactly("<r>Юг</r>");
    assertThat(SlicedFile.of(text.replace("ISO-8859-5", "klingon")).remarks)
        .containsExactly("bandung.wrong-encoding@1");
  }

  @Test
  void mendsSingleBytesOfWindows1252AmongUtf8() throws IOException {
    var bytes = "<root>\n<r>é\n~</r></root>".getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('~')] = (byte) 0x9c;

    var file = SlicedFile.of(bytes);

    assertThat(file.records).containsExactly("<r>é\nœ</r>");
    assertThat(file.remarks).containsExactly("bandung.transcoded@3");
  }

  @Test
  void saysWhatStandsBesideTheRecords() throws IOException {
    var file = SlicedFile.of("<root>x<other><r>1</r></other></root> y");

    assertThat(file.records).containsExactly("<r>1</r>");
    assertThat(file.remarks)
        .containsExactly(
            "bandung.stray-text@1",
            "bandung.unexpected-element@1",
            "bandung.unexpected-element@1",
            "bandung.after-end@1");
  }

  /// A file whose first record holds a very long text, never in memory.
  private static final class Narrative extends InputStream {
    private final byte[] head = "<root><r><narrative>".getBytes(StandardCharsets.US_ASCII);
    private final byte[] tail =
        "</narrative></r><r>good</r></root>".getBytes(StandardCharsets.US_ASCII);
    private final long length;
    private long at;

    Narrative(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("one by one is too slow");
    }

    @Override
    public int read(byte[] into, int from, int wanted) {
      if (at < head.length) {
        into[from] = head[(int) at++];
        return 1;
      }
      if (at < head.length + length) {
        int some = (int) Math.min(wanted, head.length + length - at);
        Arrays.fill(into, from, from + some, (byte) 'x');
        at += some;
        return some;
      }
      int behind = (int) (at - head.length - length);
      if (behind >= tail.length) {
        return -1;
      }
      into[from] = tail[behind];
      at++;
      return 1;
    }
  }

  @Test
  void keepsWhatCameBeforeAStreamBreaks() {
    var file = new SlicedFile();
    var whole = "<rs><r>one</r><r>two</r><r>thr".getBytes(StandardCharsets.UTF_8);
    var breaking =
        new SequenceInputStream(
            new ByteArrayInputStream(whole),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new EOFException("cut off");
              }
            });

    assertThatThrownBy(() -> new XmlSlicer(breaking, file).slice())
        .isInstanceOf(EOFException.class);

    assertThat(file.records).containsExactly("<r>one</r>", "<r>two</r>");
    assertThat(file.refusals).containsExactly("bandung.truncated@1");
  }
}
