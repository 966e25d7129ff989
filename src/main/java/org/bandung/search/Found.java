package org.bandung.search;

import java.util.List;
import java.util.Optional;
import org.bandung.registry.Facets;

/// The answer to a question.
///
/// @param hits of this page, the best first
/// @param total of all pages
/// @param facets how the initiatives among them fall
/// @param language the language the text was read in
/// @param topics ids of the topics found in the text
/// @param corrected the text that was searched for instead, when nothing held the words as typed
/// @param next the cursor of the next page
/// @param ready whether the index holds everything; while it is being made answers are incomplete
public record Found(
    List<Hit> hits,
    long total,
    Facets facets,
    String language,
    List<String> topics,
    Optional<String> corrected,
    Optional<String> next,
    boolean ready) {

  public Found {
    hits = List.copyOf(hits);
    topics = List.copyOf(topics);
  }

  /// A document that fits.
  ///
  /// @param snippet a piece of its text, the words that fit marked
  /// @param language the language of the snippet
  public record Hit(String kind, String id, double score, List<Part> snippet, String language) {

    public Hit {
      snippet = List.copyOf(snippet);
    }
  }

  /// A piece of text, marked if it is what was looked for.
  public record Part(String text, boolean marked) {}
}
