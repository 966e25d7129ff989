package org.bandung.consultation.differences;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/// Two texts side by side: first by paragraphs, then, where paragraphs differ, by words. The pieces
/// that stay and go are the text before, those that stay and come the text after, to the letter.
public final class TextDifference {

  /// Comparing takes up to the product of both numbers: what is longer is shown as replaced.
  private static final int MOST_PARAGRAPHS = 4000;

  private static final int MOST_WORDS = 4000;

  private TextDifference() {}

  /// What became of a piece of text.
  public enum Fate {
    STAYS,
    GOES,
    COMES
  }

  /// A piece of text.
  public record Piece(Fate fate, String text) {}

  /// The pieces of both texts in their order.
  ///
  /// @param language of the texts: what a word is depends on it
  public static List<Piece> of(String before, String after, String language) {
    var pieces = new ArrayList<Piece>();
    var from = paragraphs(before);
    var to = paragraphs(after);
    if (from.size() > MOST_PARAGRAPHS || to.size() > MOST_PARAGRAPHS) {
      replaced(pieces, before, after);
      return List.copyOf(pieces);
    }
    for (var run : Run.of(from, to)) {
      if (run.goes().isEmpty() || run.comes().isEmpty()) {
        whole(pieces, run);
      } else {
        words(pieces, joined(run.goes()), joined(run.comes()), language);
      }
    }
    return List.copyOf(pieces);
  }

  private static void words(List<Piece> pieces, String before, String after, String language) {
    var from = tokens(before, language);
    var to = tokens(after, language);
    if (from.size() > MOST_WORDS || to.size() > MOST_WORDS) {
      replaced(pieces, before, after);
      return;
    }
    Run.of(from, to).forEach(run -> whole(pieces, run));
  }

  private static void whole(List<Piece> pieces, Run<String> run) {
    add(pieces, Fate.STAYS, joined(run.stays()));
    add(pieces, Fate.GOES, joined(run.goes()));
    add(pieces, Fate.COMES, joined(run.comes()));
  }

  private static void replaced(List<Piece> pieces, String before, String after) {
    if (before.equals(after)) {
      add(pieces, Fate.STAYS, before);
      return;
    }
    add(pieces, Fate.GOES, before);
    add(pieces, Fate.COMES, after);
  }

  /// One piece where the last one had the same fate.
  private static void add(List<Piece> pieces, Fate fate, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!pieces.isEmpty() && pieces.getLast().fate() == fate) {
      pieces.add(new Piece(fate, pieces.removeLast().text() + text));
    } else {
      pieces.add(new Piece(fate, text));
    }
  }

  private static String joined(List<String> parts) {
    return String.join("", parts);
  }

  /// Lines with their ends.
  private static List<String> paragraphs(String text) {
    var paragraphs = new ArrayList<String>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      paragraphs.add(text.substring(from, to));
      from = to;
    }
    return paragraphs;
  }

  /// Words, and what stands between them.
  private static List<String> tokens(String text, String language) {
    var words = BreakIterator.getWordInstance(ULocale.forLanguageTag(language));
    words.setText(text);
    var tokens = new ArrayList<String>();
    int from = words.first();
    for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
      tokens.add(text.substring(from, to));
      from = to;
    }
    return tokens;
  }
}
