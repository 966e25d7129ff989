package org.bandung.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bandung.store.FileContent.Judged;

/// Whether a PDF only shows something. It is not parsed: every name in it is read, with its escapes
/// undone, in the open parts and in what it holds packed; a file whose names cannot be read this
/// way is not kept.
final class PdfContent {

  /// Names of what acts, or carries other files.
  private static final Set<String> ACTING =
      Set.of(
          "JavaScript",
          "Launch",
          "EmbeddedFile",
          "EmbeddedFiles",
          "RichMedia",
          "Rendition",
          "ImportData",
          "SubmitForm",
          "GoToE",
          "XFA");

  /// Too short to be looked for in packed pictures, where they come about by chance.
  private static final Set<String> ACTING_SHORT = Set.of("JS", "Encrypt");

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_DICTIONARY = 20_000;
  private static final int MOST_STREAMS = 20_000;
  private static final int MOST_UNPACKED = 120 * 1024 * 1024;

  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

  private final byte[] file;
  private int unpacked;

  private PdfContent(byte[] file) {
    this.file = file;
  }

  static Judged judge(byte[] file) {
    if (find(file, END, Math.max(0, file.length - 2048)) < 0) {
      return new Judged.Unknown();
    }
    return new PdfContent(file).acts() ? new Judged.Active() : new Judged.Harmless(FileType.PDF);
  }

  private boolean acts() {
    int at = 0;
    int streams = 0;
    while (at < file.length) {
      int stream = find(file, STREAM, at);
      int open = stream < 0 ? file.length : stream;
      if (acts(file, at, open, true)) {
        return true;
      }
      if (stream < 0) {
        return false;
      }
      int from = afterLine(stream + STREAM.length);
      int end = find(file, END_STREAM, from);
      int to = end < 0 ? file.length : end;
      if (++streams > MOST_STREAMS || streamActs(dictionary(stream), from, to)) {
        return true;
      }
      at = end < 0 ? file.length : end + END_STREAM.length;
    }
    return false;
  }

  private int afterLine(int at) {
    int after = at;
    if (after < file.length && file[after] == '\r') {
      after++;
    }
    if (after < file.length && file[after] == '\n') {
      after++;
    }
    return after;
  }

  /// The names in the dictionary before a stream.
  private List<String> dictionary(int stream) {
    int from = Math.max(0, stream - LONGEST_DICTIONARY);
    int begin = from;
    for (int at = find(file, OBJECT, from); at >= 0 && at < stream; ) {
      begin = at + OBJECT.length;
      at = find(file, OBJECT, begin);
    }
    return names(file, begin, stream);
  }

  private boolean streamActs(List<String> dictionary, int from, int to) {
    boolean objects = dictionary.contains("ObjStm");
    var unpackers =
        dictionary.stream().filter(n -> n.endsWith("Decode") || n.equals("Fl")).distinct().toList();
    if (unpackers.isEmpty()) {
      boolean hidden = objects && (dictionary.contains("Filter") || dictionary.contains("F"));
      return hidden || acts(file, from, to, objects);
    }
    boolean flateOnly = unpackers.equals(List.of("FlateDecode")) || unpackers.equals(List.of("Fl"));
    if (!objects) {
      // Raw, too: what calls itself packed may not be.
      return acts(file, from, to, false)
          || unpackers.contains("FlateDecode")
              && inflated(from, to).map(b -> acts(b, 0, b.length, false)).orElse(false);
    }
    if (!flateOnly || dictionary.contains("DecodeParms") || dictionary.contains("DP")) {
      return true;
    }
    return inflated(from, to).map(b -> acts(b, 0, b.length, true)).orElse(true);
  }

  /// Empty if it is not packed so, or unpacks to more than a file may hold.
  private Optional<byte[]> inflated(int from, int to) {
    var inflater = new Inflater();
    var out = new java.io.ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    try {
      inflater.setInput(file, from, to - from);
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        unpacked += n;
        if (unpacked > MOST_UNPACKED) {
          return Optional.of("/JavaScript ".getBytes(StandardCharsets.US_ASCII)); // not looked into
        }
        out.write(buffer, 0, n);
      }
      return Optional.of(out.toByteArray());
    } catch (DataFormatException e) {
      return out.size() == 0 ? Optional.empty() : Optional.of(out.toByteArray());
    } finally {
      inflater.end();
    }
  }

  private static boolean acts(byte[] bytes, int from, int to, boolean openly) {
    return names(bytes, from, to).stream()
        .anyMatch(n -> ACTING.contains(n) || (openly && ACTING_SHORT.contains(n)));
  }

  /// Every name, its escapes (`/J#53`) undone.
  private static List<String> names(byte[] bytes, int from, int to) {
    var names = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      if (bytes[i] == '/') {
        var name = name(bytes, i + 1, to);
        if (ofInterest(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean ofInterest(String name) {
    return ACTING.contains(name)
        || ACTING_SHORT.contains(name)
        || name.endsWith("Decode")
        || Set.of("ObjStm", "Filter", "F", "Fl", "DecodeParms", "DP").contains(name);
  }

  private static String name(byte[] bytes, int from, int to) {
    var name = new StringBuilder();
    for (int i = from; i < to && name.length() < LONGEST_NAME; i++) {
      int c = bytes[i] & 0xff;
      if (c <= ' ' || "()<>[]{}/%".indexOf(c) >= 0) {
        break;
      }
      if (c == '#' && i + 2 < to) {
        int high = Character.digit(bytes[i + 1], 16);
        int low = Character.digit(bytes[i + 2], 16);
        if (high >= 0 && low >= 0) {
          c = high * 16 + low;
          i += 2;
        }
      }
      name.append((char) c);
    }
    return name.toString();
  }

  private static int find(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      int j = 0;
      while (j < wanted.length && bytes[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}
