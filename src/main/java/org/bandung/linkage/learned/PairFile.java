package org.bandung.linkage.learned;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Labelled pairs of records: one pair a line, `left TAB right TAB label`, a record as `COL name
/// VAL text COL name VAL text`, plain or in gzip.
///
/// @param skipped lines that could not be read, by number, the first hundred
public record PairFile(List<Pair> pairs, List<Integer> skipped) {

  private static final int LONGEST_LINE = 200_000;
  private static final int MOST_PAIRS = 2_000_000;
  private static final int MOST_TOLD = 100;

  public PairFile {
    pairs = List.copyOf(pairs);
    skipped = List.copyOf(skipped);
  }

  /// Two records and whether they are the same.
  public record Pair(Map<String, String> left, Map<String, String> right, boolean same) {}

  /// Reads a file; what is no pair is left out and told.
  public static PairFile read(Path file) throws IOException {
    var pairs = new ArrayList<Pair>();
    var skipped = new ArrayList<Integer>();
    // Equal records are one object: they stand in many pairs.
    var known = new LinkedHashMap<String, Map<String, String>>();
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (var in = open(file);
        var reader = new BufferedReader(new InputStreamReader(in, decoder))) {
      int number = 0;
      for (var line = next(reader); !line.end(); line = next(reader)) {
        number++;
        var parts = line.text().split("\t", -1);
        boolean good =
            parts.length == 3 && ("0".equals(parts[2].strip()) || "1".equals(parts[2].strip()));
        if (good && pairs.size() < MOST_PAIRS) {
          pairs.add(
              new Pair(
                  known.computeIfAbsent(parts[0], PairFile::record),
                  known.computeIfAbsent(parts[1], PairFile::record),
                  "1".equals(parts[2].strip())));
        } else if (!line.text().isBlank() && skipped.size() < MOST_TOLD) {
          skipped.add(number);
        }
      }
    }
    return new PairFile(pairs, skipped);
  }

  private record Line(String text, boolean end) {}

  /// A line; of one longer than the limit nothing is kept, so that it is skipped.
  private static Line next(BufferedReader reader) throws IOException {
    var text = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return new Line("", true);
    }
    long length = 0;
    while (c >= 0 && c != '\n') {
      if (length++ < LONGEST_LINE) {
        text.append((char) c);
      }
      c = reader.read();
    }
    return new Line(length > LONGEST_LINE ? "?" : text.toString(), false);
  }

  private static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in) : in;
  }

  /// The columns of a serialised record; text before the first column, or a text without any, is
  /// the column `text`.
  static Map<String, String> record(String serialised) {
    var columns = new LinkedHashMap<String, String>();
    var parts = (" " + serialised + " ").split(" COL ", -1);
    if (!parts[0].isBlank()) {
      columns.put("text", parts[0].strip());
    }
    for (int i = 1; i < parts.length; i++) {
      int at = (parts[i] + " ").indexOf(" VAL ");
      var name = at < 0 ? "text" : parts[i].substring(0, at).strip();
      var value = at < 0 ? parts[i] : (parts[i] + " ").substring(at + 5);
      columns.merge(name, value.strip(), (a, b) -> a + " " + b);
    }
    return Collections.unmodifiableMap(columns);
  }
}
