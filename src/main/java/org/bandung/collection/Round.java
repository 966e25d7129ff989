package org.bandung.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a round stands: the fold of what happened.
///
/// @param asked the institutions, in the order in which they were invited
/// @param due the last day for answers as it is now
/// @param signed who signed it off, while that holds
/// @param editions those made of it, the oldest first
/// @param amending why it was opened once more; empty if it was not
/// @param sequence of the last event
public record Round(
    String id,
    RoundPlan plan,
    State state,
    Map<String, Asked> asked,
    LocalDate due,
    @Nullable Signature signed,
    List<Made> editions,
    String amending,
    long sequence) {

  public Round {
    asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    editions = List.copyOf(editions);
  }

  /// Where the whole stands.
  public enum State {
    /// Institutions answer.
    OPEN,
    /// Somebody signed; answers are closed.
    SIGNED,
    /// An edition was made.
    FROZEN;

    /// Its word in every door.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Where an institution stands.
  public enum Standing {
    INVITED,
    OPENED,
    ANSWERING,
    SENT_BACK,
    SUBMITTED,
    ACCEPTED;

    /// Its word in every door.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Whether the institution can still answer.
    public boolean answers() {
      return compareTo(SUBMITTED) < 0;
    }
  }

  /// @param name of the person who signed
  public record Signature(String name, Instant at) {}

  /// An edition.
  ///
  /// @param handed ids in the registry of what its release handed over, by key of the row
  public record Made(
      String number, String hash, String reason, boolean released, Map<String, String> handed) {
    public Made {
      handed = Map.copyOf(handed);
    }
  }

  /// An institution that is asked.
  ///
  /// @param items what is known of it, by id
  /// @param additions what it adds, by key
  /// @param nothing whether it says that it has nothing to report
  /// @param sentBack why it was asked again; empty if it was not
  /// @param invited when it was asked first
  /// @param reminded the moment of the last reminder
  /// @param occasions of the schedule that have passed
  public record Asked(
      String institution,
      String name,
      String language,
      Standing standing,
      Map<String, RoundItem> items,
      Map<String, Answer> answers,
      Map<String, Addition> additions,
      boolean nothing,
      String sentBack,
      Instant invited,
      @Nullable Instant reminded,
      Set<Integer> occasions) {

    public Asked {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
      answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
      additions = Collections.unmodifiableMap(new LinkedHashMap<>(additions));
      occasions = Set.copyOf(occasions);
    }

    /// How many of its answers have this word.
    public long count(String word) {
      return answers.values().stream().filter(a -> a.word().equals(word)).count();
    }

    /// The items nobody has answered.
    public List<RoundItem> unanswered() {
      return items.values().stream().filter(i -> !answers.containsKey(i.id())).toList();
    }

    /// Whether the due day went by without an answer.
    public boolean late(LocalDate today, LocalDate due) {
      return standing.answers() && today.isAfter(due);
    }
  }
}
