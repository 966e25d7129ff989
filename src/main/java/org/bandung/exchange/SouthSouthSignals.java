package org.bandung.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Signal;
import org.jspecify.annotations.Nullable;

/// Finds what a source declares of South-South and triangular cooperation: the codes of
/// `exchange/south-south-codes.csv`, and words in texts of seven languages, in time linear in the
/// text.
///
/// Accents, case and the many hyphens do not count. The longest words of
/// `exchange/south-south-words.csv` win, so that "South-South zone", the part of a country, is not
/// taken for cooperation. Nearly all texts hold no such words and are ruled out by the first
/// letters of their words, before anything is decomposed or copied.
final class SouthSouthSignals {

  private static final String WORDS = "south-south-words.csv";
  private static final String CODES = "south-south-codes.csv";

  private static final int LATIN = 256;

  /// What `plain` makes of each of the first 256 characters: a letter, a digit or a space.
  private static final char[] FOLDED = folded();

  private record Code(String scheme, String code) {}

  private final Map<Code, String> codes = new HashMap<>();
  private final Step start = new Step();
  private boolean partsAreBeyondLatin = true;
  private final boolean[] startsAscii = new boolean[128];
  // Most words begin after a space: the letter behind it rules nearly all places out.
  private final boolean[] afterSpace = new boolean[128];

  SouthSouthSignals() {
    for (var row : ExchangeTables.read(CODES)) {
      codes.put(new Code(row.getField("scheme"), row.getField("code")), row.getField("signal"));
    }
    for (var row : ExchangeTables.read(WORDS)) {
      add(row.getField("words"), row.getField("match"));
    }
  }

  /// Changes when one of its files does.
  static String fingerprint() {
    return ExchangeTables.fingerprint(WORDS, CODES);
  }

  private void add(String words, String match) {
    var plain = plain(words).strip();
    var key =
        switch (match) {
          case "word", "not" -> " " + plain + " ";
          case "start" -> " " + plain;
          case "part" -> plain;
          default -> throw new IllegalStateException(WORDS + ": " + match);
        };
    partsAreBeyondLatin &= key.charAt(0) == ' ' || key.charAt(0) >= LATIN;
    if (key.charAt(0) < 128) {
      startsAscii[key.charAt(0)] = true;
    }
    if (key.charAt(0) == ' ' && key.charAt(1) < 128) {
      afterSpace[key.charAt(1)] = true;
    }
    var step = start;
    for (int i = 0; i < key.length(); i++) {
      step = step.next.computeIfAbsent(key.charAt(i), c -> new Step());
    }
    step.found = match.equals("not") ? "" : plain;
  }

  /// All that is declared, each once: by codes first, then by words.
  List<Signal> of(Iterable<Classification> classifications, Iterable<String> texts) {
    var signals = new LinkedHashSet<Signal>();
    for (var c : classifications) {
      var kind = codes.get(new Code(c.scheme(), c.code()));
      if (kind != null) {
        signals.add(new Signal(kind, c.code()));
      }
    }
    in(texts).forEach(words -> signals.add(new Signal("word", words)));
    return List.copyOf(signals);
  }

  /// The words found, in plain small letters, each once.
  Set<String> in(Iterable<String> texts) {
    var found = new LinkedHashSet<String>();
    for (var text : texts) {
      if (mayHold(text)) {
        search(plain(text), found);
      }
    }
    return found;
  }

  /// As `in`, without ruling anything out before: what the quick way is held against.
  Set<String> unhurried(String text) {
    var found = new LinkedHashSet<String>();
    search(plain(text), found);
    return found;
  }

  private static char[] folded() {
    var folded = new char[LATIN];
    for (char c = 0; c < LATIN; c++) {
      var plain = plain(String.valueOf(c)).strip();
      folded[c] = plain.isEmpty() ? ' ' : plain.charAt(0);
    }
    return folded;
  }

  /// Whether a word begins as one of ours does; letters beyond Latin-1 are left to the search.
  private boolean mayHold(String text) {
    boolean between = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= LATIN && !isPunctuation(c)) {
        return true;
      }
      char f = c < LATIN ? FOLDED[c] : ' ';
      if (f == ' ') {
        between = true;
      } else {
        if (between ? f >= 128 || (afterSpace[f] && begins(text, i)) : !partsAreBeyondLatin) {
          return true;
        }
        between = false;
      }
    }
    return false;
  }

  /// Whether the text goes on from here as one of our words.
  private boolean begins(String text, int from) {
    var step = start.next.get(' ');
    boolean space = false;
    for (int i = from; step != null && i < text.length(); i++) {
      char c = text.charAt(i);
      if (step.found != null || (c >= LATIN && !isPunctuation(c))) {
        return true;
      }
      char f = c < LATIN ? FOLDED[c] : ' ';
      if (f != ' ' || !space) {
        step = step.next.get(f);
      }
      space = f == ' ';
    }
    return step != null;
  }

  private static boolean isPunctuation(char c) {
    return c >= '\u2000' && c <= '\u206f';
  }

  private void search(String text, Set<String> found) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 && !startsAscii[c]) {
        continue;
      }
      if (c == ' ' && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        if (next < 128 && !afterSpace[next]) {
          continue;
        }
      }
      var step = start.next.get(c);
      String longest = null;
      for (int j = i + 1; step != null; j++) {
        longest = step.found != null ? step.found : longest;
        step = j < text.length() ? step.next.get(text.charAt(j)) : null;
      }
      if (longest != null && !longest.isEmpty()) {
        found.add(longest);
      }
    }
  }

  /// Small letters and digits, everything else one space, a space before and behind.
  private static String plain(String text) {
    var plain = new StringBuilder(text.length() + 2).append(' ');
    boolean space = true;
    var decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c < 128 ? isAsciiLetterOrDigit(c) : Character.isLetterOrDigit(c)) {
        plain.append(
            c < 128 ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c));
        space = false;
      } else if (!space && (c < 128 || Character.getType(c) != Character.NON_SPACING_MARK)) {
        plain.append(' ');
        space = true;
      }
    }
    if (!space) {
      plain.append(' ');
    }
    return plain.toString();
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static final class Step {
    private final Map<Character, Step> next = new HashMap<>(4);
    private @Nullable String found;
  }
}
