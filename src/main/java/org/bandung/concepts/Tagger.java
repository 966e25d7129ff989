package org.bandung.concepts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/// Finds the labels of one language in a text.
///
/// Words are compared by their stems, Chinese by its characters. Reading from the left, a label
/// counts unless it lies inside one that was found before it: of `early warning system` and
/// `warning system` only the longer counts, of `rural women` and `women's health` in `rural women's
/// health` both do. Labels do not reach over the end of a sentence or clause. Time is linear in the
/// text: at each word at most as many steps are taken as the longest label has words.
final class Tagger {

  /// A word begins, goes on, is parted here, or a clause ends.
  private static final byte LETTER = 1;

  private static final byte HAN = 2;
  private static final byte GAP = 3;
  private static final byte END = 4;
  private static final byte[] KIND = kinds();

  private final WordForms forms;
  private final Node root = new Node();

  /// A place in the tree of labels: a table from the number of the next word to the next place,
  /// open addressing, so that neither learning nor reading slows down where a vocabulary has very
  /// many labels that begin alike.
  private static final class Node {
    private static final int[] NO_NUMBERS = {};
    private static final Node[] NOWHERE = {};

    int[] numbers = NO_NUMBERS;
    Node[] next = NOWHERE;
    int count;
    @Nullable String concept;

    @Nullable Node step(int number) {
      return next.length == 0 ? null : next[place(number)];
    }

    Node grow(int number) {
      if (4 * (count + 1) > 3 * next.length) {
        widen();
      }
      int at = place(number);
      if (next[at] == null) {
        numbers[at] = number;
        next[at] = new Node();
        count++;
      }
      return next[at];
    }

    /// Where the number stands, or else would.
    private int place(int number) {
      int mask = next.length - 1;
      int spread = number * 0x9E3779B1;
      int at = (spread ^ spread >>> 15) & mask;
      while (next[at] != null && numbers[at] != number) {
        at = at + 1 & mask;
      }
      return at;
    }

    private void widen() {
      var oldNumbers = numbers;
      var oldNext = next;
      numbers = new int[Math.max(2, 2 * oldNext.length)];
      next = new Node[numbers.length];
      for (int i = 0; i < oldNext.length; i++) {
        if (oldNext[i] != null) {
          int at = place(oldNumbers[i]);
          numbers[at] = oldNumbers[i];
          next[at] = oldNext[i];
        }
      }
    }
  }

  /// Words of a text that may belong to a label, by number, with where they stand; a clause ends
  /// where a number is [WordForms#UNKNOWN].
  private static final class Words {
    int[] numbers = new int[64];
    int[] starts = new int[64];
    int[] ends = new int[64];
    int count;

    void add(int number, int start, int end) {
      if (number == WordForms.SILENT
          || (number == WordForms.UNKNOWN
              && (count == 0 || numbers[count - 1] == WordForms.UNKNOWN))) {
        return;
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      numbers[count] = number;
      starts[count] = start;
      ends[count] = end;
      count++;
    }
  }

  Tagger(Analyzer analyzer, String language, Collection<Concept> concepts) {
    this.forms = new WordForms(analyzer, ThesaurusFiles.ownStems(language));
    for (var concept : concepts) {
      for (var label : concept.labels().getOrDefault(language, List.of())) {
        learn(label, concept.counted());
      }
    }
  }

  private void learn(String label, String concept) {
    var node = root;
    var words = new Words();
    read(label, words, true);
    for (int i = 0; i < words.count; i++) {
      node = node.grow(words.numbers[i]);
    }
    if (node != root && node.concept == null) {
      node.concept = concept; // of two concepts with one label the first in the files keeps it
    }
  }

  /// The labels in a text, in its order.
  List<Tagging.Tag> tag(String text) {
    var words = new Words();
    read(text, words, false);
    var tags = new ArrayList<Tagging.Tag>();
    int covered = 0;
    for (int i = 0; i < words.count; i++) {
      int after = longest(words, i);
      if (after > Math.max(covered, i)) {
        tags.add(new Tagging.Tag(found(words, i, after), words.starts[i], words.ends[after - 1]));
        covered = after;
      }
    }
    return tags;
  }

  /// The place after the longest label that begins at a word; the word's own place if none does.
  private int longest(Words words, int from) {
    Node node = root;
    int end = from;
    for (int i = from; i < words.count; i++) {
      node = node.step(words.numbers[i]);
      if (node == null) {
        break;
      }
      if (node.concept != null) {
        end = i + 1;
      }
    }
    return end;
  }

  private String found(Words words, int from, int after) {
    Node node = root;
    for (int i = from; i < after; i++) {
      node = java.util.Objects.requireNonNull(node.step(words.numbers[i]));
    }
    return java.util.Objects.requireNonNull(node.concept);
  }

  private void read(String text, Words words, boolean learning) {
    int at = 0;
    int length = text.length();
    while (at < length) {
      char letter = text.charAt(at);
      switch (KIND[letter]) {
        case LETTER -> {
          int end = at + 1;
          while (end < length && KIND[text.charAt(end)] == LETTER) {
            end++;
          }
          if (!isElided(text, at, end)) {
            var word = text.substring(at, end).toLowerCase(Locale.ROOT);
            words.add(learning ? forms.learn(word) : forms.number(word), at, end);
          }
          at = end;
        }
        case HAN -> {
          // Characters stand above every number of a word.
          words.add(Integer.MAX_VALUE - letter, at, at + 1);
          at++;
        }
        case END -> words.add(WordForms.UNKNOWN, at, ++at);
        default -> at++;
      }
    }
  }

  /// The `l` of `l'eau` and the `s` of `women's`.
  private static boolean isElided(String text, int at, int end) {
    return (end - at <= 2 && end < text.length() && isApostrophe(text.charAt(end)))
        || (end - at == 1
            && at > 0
            && isApostrophe(text.charAt(at - 1))
            && Character.toLowerCase(text.charAt(at)) == 's');
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static byte[] kinds() {
    var kinds = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      kinds[c] = kind((char) c);
    }
    return kinds;
  }

  private static byte kind(char c) {
    if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
      return HAN;
    }
    if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      return LETTER;
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.DASH_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          GAP;
      default -> c == '\'' || c == '"' || c == '/' || c == '&' ? GAP : END;
    };
  }
}
