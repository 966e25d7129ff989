package org.bandung.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bandung.kernel.Messages;

/// Something that one person was told.
///
/// @param body the body she was told it for; empty if for herself
/// @param what a word such as `match.invited`
/// @param path where on this node more is said
public record Notice(
    long id,
    String body,
    String what,
    String path,
    Map<String, String> facts,
    Instant at,
    boolean read) {

  private static final Messages WORDS = Messages.of("notices");

  public Notice {
    facts = Map.copyOf(facts);
  }

  /// What it says, in one line. A deed that has no words of its own is told by what it was done to.
  public String text(String language) {
    return text(language, what, facts);
  }

  static String text(String language, String what, Map<String, String> facts) {
    var key = "news." + what;
    List<String> values =
        facts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    return WORDS.has(key)
        ? WORDS.text(language, key, values.toArray())
        : WORDS.text(language, "news", facts.getOrDefault("title", ""));
  }
}
