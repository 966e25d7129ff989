package org.bandung.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.bandung.store.FileContent.Judged;
import org.jspecify.annotations.Nullable;

/// Whether a packed document (OpenDocument, Office Open XML) only holds what is read: no macros, no
/// other files in it, nothing that is fetched from elsewhere to act.
final class OfficeContent {

  private static final int MOST_PARTS = 2_000;
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;
  private static final int MOST_READ = 32 * 1024 * 1024;

  private static final Map<String, FileType> MAIN_PARTS =
      Map.of(
          "word/document.xml", FileType.DOCX,
          "xl/workbook.xml", FileType.XLSX,
          "ppt/presentation.xml", FileType.PPTX);

  /// Parts that hold macros, controls or other files, by their names in small letters.
  private static final Pattern ACTING_PART =
      Pattern.compile(
          ".*(vba|macro|activex|embeddings/|oleobject|^basic/|^scripts/|^object ).*"
              + "|.*\\.(exe|dll|js|vbs|jar|class|bat|cmd|ps1|sh|zip|docm|xlsm|html?|svg|swf)");

  /// What in the text of a part acts or is fetched.
  private static final Pattern ACTING_TEXT =
      Pattern.compile(
          "macroenabled|vnd\\.sun\\.star\\.script|script:event-listener|attachedtemplate\""
              + "|ddeauto|oleobject|<!doctype|<!entity|javascript:");

  private static final Pattern NUMBERED =
      Pattern.compile("&#0*([0-9]{1,7}|[xX]0*[0-9a-fA-F]{1,6});");
  private static final Pattern MARK =
      Pattern.compile("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)");

  private boolean acts;
  private boolean damaged;
  private @Nullable FileType type;
  private long unpacked;
  private final HashSet<String> names = new HashSet<>();

  private OfficeContent() {}

  static Judged judge(byte[] bytes) {
    var content = new OfficeContent();
    try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
      for (var parts = zip.getEntries(); parts.hasMoreElements(); ) {
        content.look(zip, parts.nextElement());
        if (content.damaged || content.acts) {
          break;
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Judged.Unknown();
    }
    if (content.acts) {
      return new Judged.Active();
    }
    var found = content.type;
    return content.damaged || found == null ? new Judged.Unknown() : new Judged.Harmless(found);
  }

  private void look(ZipFile zip, ZipArchiveEntry part) throws IOException {
    var name = part.getName();
    if (!names.add(name)
        || names.size() > MOST_PARTS
        || tricky(name)
        || !zip.canReadEntryData(part)) {
      damaged = true;
      return;
    }
    if (ACTING_PART.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      acts = true;
      return;
    }
    if (part.isDirectory()) {
      return;
    }
    try (var in = zip.getInputStream(part)) {
      read(name, in);
    }
  }

  /// A name that leads out of the folder it is unpacked into.
  private static boolean tricky(String name) {
    return name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf(':') >= 0
        || name.indexOf('\0') >= 0
        || name.length() > 300
        || ("/" + name + "/").contains("/../");
  }

  private void read(String name, InputStream in) throws IOException {
    var head = in.readNBytes(MOST_READ);
    unpacked += head.length + in.skip(MOST_UNPACKED - unpacked);
    if (unpacked >= MOST_UNPACKED || in.read() >= 0) {
      damaged = true;
      return;
    }
    if (program(head)) {
      acts = true;
      return;
    }
    if (name.equals("mimetype")) {
      var said = new String(head, StandardCharsets.US_ASCII).strip();
      type =
          FileType.ALL.stream()
              .filter(t -> t.mediaType().equals(said) && said.contains("opendocument"))
              .findFirst()
              .orElse(type);
    } else if (MAIN_PARTS.containsKey(name)) {
      type = MAIN_PARTS.get(name);
    }
    var text = text(head);
    var small = name.toLowerCase(Locale.ROOT);
    boolean called = small.endsWith(".xml") || small.endsWith(".rels") || small.endsWith(".rdf");
    if (called || text.stripLeading().startsWith("<")) {
      acts |= ACTING_TEXT.matcher(spelled(text).toLowerCase(Locale.ROOT)).find();
    }
  }

  /// With the letters that are written as numbers (`&#101;`): XML reads them so.
  private static String spelled(String xml) {
    return NUMBERED
        .matcher(xml)
        .replaceAll(found -> {
          boolean hex = found.group(1).startsWith("x") || found.group(1).startsWith("X");
          int letter =
              Integer.parseInt(hex ? found.group(1).substring(1) : found.group(1), hex ? 16 : 10);
          return letter > ' ' && letter < 0x7f
              ? Matcher.quoteReplacement(String.valueOf((char) letter))
              : " ";
        });
  }

  private static String text(byte[] bytes) {
    // A part may be written in UTF-16: without its zero bytes and its mark it reads the same here.
    var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    return MARK.matcher(text).replaceFirst("");
  }

  /// A program or another archive, whatever its name.
  private static boolean program(byte[] head) {
    for (var magic :
        new String[] {"MZ", "PK\3\4", "\177ELF", "\u00d0\u00cf\u0011\u00e0", "%PDF-"}) {
      if (FileContent.begins(head, magic.getBytes(StandardCharsets.ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }
}
