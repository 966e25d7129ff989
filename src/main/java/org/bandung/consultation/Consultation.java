package org.bandung.consultation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.consultation.ConsultationEvent.Author;
import org.jspecify.annotations.Nullable;

/// How things stand in a consultation: the fold of its events.
///
/// @param departures who left, by party
/// @param conclusion null while the talks go on
/// @param sequence of the last event
public record Consultation(
    String id,
    Setup setup,
    List<Version> versions,
    Map<String, Departure> departures,
    Talk talk,
    @Nullable Conclusion conclusion,
    long sequence) {

  public Consultation {
    versions = List.copyOf(versions);
    departures = Collections.unmodifiableMap(new LinkedHashMap<>(departures));
  }

  /// What was settled at the opening.
  public record Setup(List<Party> parties, DecisionRule rule) {
    public Setup {
      parties = List.copyOf(parties);
    }
  }

  /// One version and what was replied to it. Replies count only while it is the latest.
  public record Version(
      int number, Proposal proposal, Author by, Instant at, Map<String, Reply> replies) {
    public Version {
      replies = Collections.unmodifiableMap(new LinkedHashMap<>(replies));
    }
  }

  /// A party's leaving.
  public record Departure(Author by, Instant at, String reason) {}

  /// What is said beside the positions.
  public record Talk(List<Comment> comments, List<PrivateNote> notes, List<Deadline> deadlines) {
    public Talk {
      comments = List.copyOf(comments);
      notes = List.copyOf(notes);
      deadlines = List.copyOf(deadlines);
    }
  }

  /// Something said to all parties.
  public record Comment(int version, Author by, Instant at, String text) {}

  /// Something that only the author's party sees.
  public record PrivateNote(Author by, Instant at, String text) {}

  /// A time by which replies are asked for.
  public record Deadline(int version, Instant until, boolean lapsed) {}

  /// The one version that can be consented to.
  public Version latest() {
    return versions.getLast();
  }

  /// Who has not left.
  public List<Party> remaining() {
    return setup.parties().stream().filter(p -> !departures.containsKey(p.id())).toList();
  }

  /// A party by its id, whether it left or not.
  public Optional<Party> party(String party) {
    return setup.parties().stream().filter(p -> p.id().equals(party)).findFirst();
  }

  /// Who has not replied to the latest version.
  public List<Party> silent() {
    return remaining().stream().filter(p -> !latest().replies().containsKey(p.id())).toList();
  }

  /// What a party may see: everything but the notes of the others, and no trace of them.
  public Consultation view(String party) {
    var own = talk.notes().stream().filter(n -> n.by().party().equals(party)).toList();
    return new Consultation(
        id,
        setup,
        versions,
        departures,
        new Talk(talk.comments(), own, talk.deadlines()),
        conclusion,
        sequence - (talk.notes().size() - own.size()));
  }
}
