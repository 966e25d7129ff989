package org.bandung.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.parties.Organisation;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Role;

/// An entry of the catalogue, whole.
///
/// @param contacts the organisations it names, with the id of those that are known
/// @param confirmed the day on which its source last said it or said that it still holds
/// @param withdrawn whether its source took it back
public record EntryView(
    String id,
    EntryKind kind,
    String sourceKey,
    String originalId,
    Content content,
    Details details,
    List<Contact> contacts,
    List<Note> notes,
    Instant received,
    Instant changed,
    LocalDate confirmed,
    boolean withdrawn) {

  public EntryView {
    contacts = List.copyOf(contacts);
    notes = List.copyOf(notes);
  }

  /// What it says in words, by the name of the field, in the order in which one reads it; fields of
  /// which nothing is reported are left out.
  public Map<String, LocalizedText> texts() {
    var texts = new LinkedHashMap<String, LocalizedText>();
    put(texts, "description", content.description());
    switch (details) {
      case Details.Need(var plan, var _, var _) -> put(texts, "plan", plan);
      case Details.Offer(var terms, var _) -> put(texts, "terms", terms);
      case Details.Solution(
              var problem,
              var done,
              var result,
              var evidence,
              var conditions,
              var _) -> {
        put(texts, "problem", problem);
        put(texts, "done", done);
        put(texts, "result", result);
        put(texts, "evidence", evidence);
        put(texts, "conditions", conditions);
      }
      case Details.Event(var _, var venue, var _, var _) -> put(texts, "venue", venue);
      case Details.Expert(var _, var _) -> {}
      case Details.Institution() -> {}
    }
    return texts;
  }

  /// Whether nobody has confirmed it for so long that it may not hold any more.
  public boolean stale(LocalDate today) {
    return Freshness.stale(confirmed, today);
  }

  private static void put(Map<String, LocalizedText> texts, String field, LocalizedText text) {
    if (!text.isEmpty()) {
      texts.put(field, text);
    }
  }

  /// An organisation that can be asked.
  ///
  /// @param known empty for one that the directory does not hold
  public record Contact(Role role, LocalizedText name, Optional<Organisation> known) {}
}
