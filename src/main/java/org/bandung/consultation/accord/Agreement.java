package org.bandung.consultation.accord;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.consultation.Consent;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.jspecify.annotations.Nullable;

/// What parties have agreed, and what has become of it since: the fold of its events.
///
/// @param sequence of the last event
public record Agreement(
    String id,
    Origin origin,
    List<Party> parties,
    List<Revision> revisions,
    Term term,
    Map<String, LocalDate> withdrawals,
    long sequence) {

  public Agreement {
    parties = List.copyOf(parties);
    revisions = List.copyOf(revisions);
    withdrawals = Collections.unmodifiableMap(new LinkedHashMap<>(withdrawals));
  }

  /// Where it comes from.
  ///
  /// @param number as the parties count their agreements
  /// @param under id of the agreement below which it stands
  public record Origin(
      String number,
      Effect.Kind kind,
      Effect.Entry entry,
      @Nullable String under,
      String consultation,
      int version) {}

  /// One state of its text. What was done to it belongs to it and is void for the next.
  ///
  /// @param inForce since when; null while it is not
  /// @param instruments scanned originals, which are the legal instrument
  public record Revision(
      int number,
      String consultation,
      int version,
      Acts acts,
      @Nullable LocalDate inForce,
      List<Proposal.Annex> instruments) {
    public Revision {
      instruments = List.copyOf(instruments);
    }

    /// Fingerprints of keys by party.
    public Map<String, String> signatures() {
      return acts.signatures();
    }

    /// By party: its own law is satisfied since.
    public Map<String, LocalDate> notices() {
      return acts.notices();
    }

    /// By party: what its country's authority says, where it must be asked.
    public Map<String, Endorsement> endorsements() {
      return acts.endorsements();
    }

    Revision with(Acts changed) {
      return new Revision(number, consultation, version, changed, inForce, instruments);
    }
  }

  /// What each party, or the authority above it, has done for a revision to come into force.
  public record Acts(
      Map<String, String> signatures,
      Map<String, LocalDate> notices,
      Map<String, Endorsement> endorsements) {

    static final Acts NONE = new Acts(Map.of(), Map.of(), Map.of());

    public Acts {
      signatures = Collections.unmodifiableMap(new LinkedHashMap<>(signatures));
      notices = Collections.unmodifiableMap(new LinkedHashMap<>(notices));
      endorsements = Collections.unmodifiableMap(new LinkedHashMap<>(endorsements));
    }
  }

  /// What the authority of a party's country says of the agreement.
  ///
  /// @param reason empty but where it refuses
  public record Endorsement(Word word, String reason) {

    /// Its answer.
    public enum Word {
      AWAITED,
      GIVEN,
      /// It may still be given.
      REFUSED
    }

    public boolean given() {
      return word == Word.GIVEN;
    }
  }

  /// How long it holds.
  ///
  /// @param until the last day; null where it has no end
  /// @param pauses in their order
  /// @param ended the last day, where the parties ended it
  /// @param annulled why there never was an agreement
  /// @param changes the consultations whose change has been made: none is made twice
  public record Term(
      @Nullable LocalDate until,
      List<Pause> pauses,
      @Nullable LocalDate ended,
      @Nullable String annulled,
      List<String> changes) {
    public Term {
      pauses = List.copyOf(pauses);
      changes = List.copyOf(changes);
    }
  }

  /// A time in which it rests.
  ///
  /// @param to the first day on which it holds again; null while nobody knows
  public record Pause(LocalDate from, @Nullable LocalDate to) {
    boolean contains(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  /// What it is on a day.
  public enum Status {
    NOT_IN_FORCE,
    IN_FORCE,
    SUSPENDED,
    /// Its last day has passed.
    EXPIRED,
    /// The parties ended it, or too few are left.
    TERMINATED,
    /// A party disowned the letter on which it rested.
    ANNULLED
  }

  /// What it is on that day.
  public Status status(LocalDate day) {
    if (term.annulled() != null) {
      return Status.ANNULLED;
    }
    var ended = term.ended();
    if ((ended != null && day.isAfter(ended)) || !Consent.twoSides(boundOn(day))) {
      return Status.TERMINATED;
    }
    var until = term.until();
    if (until != null && day.isAfter(until)) {
      return Status.EXPIRED;
    }
    if (revisionOn(day).isEmpty()) {
      return Status.NOT_IN_FORCE;
    }
    return term.pauses().stream().anyMatch(p -> p.contains(day))
        ? Status.SUSPENDED
        : Status.IN_FORCE;
  }

  /// The text that holds on that day; an amended one holds only once it is in force itself.
  public Optional<Revision> revisionOn(LocalDate day) {
    return revisions.reversed().stream()
        .filter(r -> r.inForce() != null && !r.inForce().isAfter(day))
        .findFirst();
  }

  /// Whom it binds on that day.
  public List<Party> boundOn(LocalDate day) {
    return parties.stream()
        .filter(p -> {
          var last = withdrawals.get(p.id());
          return last == null || !day.isAfter(last);
        })
        .toList();
  }

  /// The text as it was agreed last.
  public Revision latest() {
    return revisions.getLast();
  }
}
