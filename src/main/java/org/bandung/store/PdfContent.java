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
  private static final int LONGEST_LINE = 200;
  private static final int MOST_STREAMS = 40_000;
  private static final int MOST_UNPACKED = 120 * 1024 * 1024;

  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);
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

  /// Every word `stream` is tried as the beginning of something packed, whatever stands around it;
  /// what is packed tells its own end, so that no `endstream` inside it cuts it short.
  private boolean acts() {
    int begin = 0;
    boolean open = false;
    int words = 0;
    for (int at = find(file, STREAM, 0); at >= 0; at = find(file, STREAM, at + STREAM.length)) {
      if (++words > MOST_STREAMS || packedActs(at + STREAM.length)) {
        return true;
      }
      if (ends(at)) {
        begin = at + STREAM.length;
        open = false;
      } else if (begins(at)) {
        // Where one begins before the other has ended, nobody can tell what belongs to which.
        if (open || acts(file, begin, at, true) || streamActs(names(file, begin, at), at)) {
          return true;
        }
        open = true;
      }
    }
    return acts(file, begin, file.length, !open);
  }

  private boolean ends(int stream) {
    return stream >= 3
        && file[stream - 3] == 'e'
        && file[stream - 2] == 'n'
        && file[stream - 1] == 'd';
  }

  /// Whether the word stands by itself at the end of a line, as where a stream begins.
  private boolean begins(int stream) {
    int after = stream + STREAM.length;
    while (after < file.length && (file[after] == ' ' || file[after] == '\t')) {
      after++;
    }
    boolean line = after < file.length && (file[after] == '\r' || file[after] == '\n');
    return line && (stream == 0 || file[stream - 1] <= ' ' || file[stream - 1] == '>');
  }

  /// Whether what begins here, or on the next line, unpacks to something that acts.
  private boolean packedActs(int after) {
    int here = afterLine(after);
    int next = after;
    while (next < file.length && next < after + LONGEST_LINE && file[next] != '\n') {
      next++;
    }
    return unpackedActs(here) || next + 1 != here && unpackedActs(next + 1);
  }

  private boolean unpackedActs(int from) {
    return from < file.length
        && inflated(from, file.length).map(b -> acts(b, 0, b.length, false)).orElse(false);
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

  /// @param dictionary the names since the stream before: at least those of its dictionary
  private boolean streamActs(List<String> dictionary, int stream) {
    int from = afterLine(stream + STREAM.length);
    int end = find(file, END_STREAM, from);
    int to = end < 0 ? file.length : end;
    boolean objects = dictionary.contains("ObjStm");
    var unpackers =
        dictionary.stream().filter(n -> n.endsWith("Decode") || n.equals("Fl")).distinct().toList();
    if (!objects) {
      return acts(file, from, to, false); // raw, too: what calls itself packed may not be
    }
    if (unpackers.isEmpty()) {
      boolean hidden = dictionary.contains("Filter") || dictionary.contains("F");
      return hidden || acts(file, from, to, true);
    }
    boolean flateOnly = unpackers.equals(List.of("FlateDecode")) || unpackers.equals(List.of("Fl"));
    if (!flateOnly || dictionary.contains("DecodeParms") || dictionary.contains("DP")) {
      return true;
    }
    return inflated(from, file.length).map(b -> acts(b, 0, b.length, true)).orElse(true);
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
