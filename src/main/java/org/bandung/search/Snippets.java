package org.bandung.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.bandung.concepts.Concepts;

/// Cuts the piece out of a text that shows best why it was found.
///
/// Marked are the words of the question by their stems, and the labels of its topics, so that a
/// text in another language shows what was recognised in it.
final class Snippets {

  private static final int LENGTH = 240;
  private static final int LEAD = 60;
  private static final int READ = 6_000;

  private final Concepts concepts;

  Snippets(Concepts concepts) {
    this.concepts = concepts;
  }

  /// The stems of a question in a language.
  static Set<String> stems(String text, Analyzer analyzer) throws IOException {
    var stems = new HashSet<String>();
    try (var words = analyzer.tokenStream("", text)) {
      var term = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        stems.add(term.toString());
      }
      words.end();
    }
    return stems;
  }

  List<Found.Part> snippet(
      String whole, String language, Analyzer analyzer, Set<String> stems, Set<String> topics)
      throws IOException {
    var text = whole.length() <= READ ? whole : whole.substring(0, READ);
    var marked = new BitSet(text.length());
    try (var words = analyzer.tokenStream("", text)) {
      var term = words.addAttribute(CharTermAttribute.class);
      var place = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        if (stems.contains(term.toString())) {
          marked.set(place.startOffset(), place.endOffset());
        }
      }
      words.end();
    }
    for (var tag : concepts.tag(text, language).tags()) {
      if (topics.contains(tag.concept())) {
        marked.set(tag.start(), tag.end());
      }
    }
    int from = begin(text, best(marked, text.length()));
    return parts(text, marked, from, Math.min(text.length(), from + LENGTH));
  }

  /// Where the stretch begins that holds most marked letters.
  private static int best(BitSet marked, int length) {
    int best = 0;
    int most = 0;
    for (int at = marked.nextSetBit(0); at >= 0; at = marked.nextSetBit(marked.nextClearBit(at))) {
      int held = marked.get(at, Math.min(length, at + LENGTH - LEAD)).cardinality();
      if (held > most) {
        most = held;
        best = at;
      }
    }
    return best;
  }

  /// The beginning of a word some way before.
  private static int begin(String text, int at) {
    if (at <= LEAD) {
      return 0;
    }
    int from = at - LEAD;
    while (from < at && !Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return from == at ? at : from + 1;
  }

  private static List<Found.Part> parts(String text, BitSet marked, int from, int to) {
    var parts = new ArrayList<Found.Part>();
    if (from > 0) {
      parts.add(new Found.Part("… ", false));
    }
    int at = from;
    while (at < to) {
      boolean mark = marked.get(at);
      int end = mark ? marked.nextClearBit(at) : marked.nextSetBit(at);
      end = end < 0 ? to : Math.min(end, to);
      parts.add(new Found.Part(text.substring(at, end), mark));
      at = end;
    }
    if (to < text.length()) {
      parts.add(new Found.Part(" …", false));
    }
    return parts;
  }
}
