package org.bandung.catalogue.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.access.Body;
import org.bandung.catalogue.EntryKind;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// A draft as somebody may see it.
///
/// @param own whether she acts for its body; others see only what was submitted
/// @param revision the saving that she sees; it goes with what she does next
/// @param wording to its own people what is written now, to others what was submitted, without what
///   is told only to those who take part
/// @param differs whether what is written differs from what was submitted last
/// @param can the words of the deeds open to her, `edit` among them
/// @param entry the id of the public entry, while there is one
/// @param releasable whether anybody could release it: its country has an authority here
public record DraftView(
    String id,
    Body body,
    EntryKind kind,
    boolean own,
    int revision,
    Wording wording,
    Standing standing,
    boolean differs,
    Set<String> can,
    Optional<String> entry,
    @Nullable LocalDate confirmed,
    boolean clearanceDemanded,
    boolean releasable,
    List<Line> history) {

  public DraftView {
    can = Set.copyOf(can);
    history = List.copyOf(history);
  }

  /// A line of its history.
  ///
  /// @param who the name of the person, told to her own people only
  public record Line(
      Instant at, String deed, int version, String reason, String body, String who) {}

  /// A draft as a list shows it.
  ///
  /// @param stale whether it is public and nobody has confirmed it for a year
  /// @param soon whether it becomes so within a month
  public record Summary(
      String id,
      Body body,
      EntryKind kind,
      LocalizedText title,
      DraftState state,
      boolean pending,
      boolean own,
      Set<String> can,
      boolean stale,
      boolean soon,
      Instant saved) {

    public Summary {
      can = Set.copyOf(can);
    }
  }
}
