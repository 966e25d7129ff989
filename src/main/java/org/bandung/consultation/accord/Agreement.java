package org.bandung.consultation.accord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// By party without an account here: who attests that it signed the original by hand.
    public Map<String, Paper> papers() {
      return acts.papers();
    }

    /// Whether a party has signed, itself or on paper.
    public boolean signedBy(String party) {
      return acts.signatures().containsKey(party) || acts.papers().containsKey(party);
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

  /// That a party signed the original by hand, as another attests.
  ///
  /// @param by the party that attests it
  /// @param file SHA-256 of the scanned original
  public record Paper(String by, String file) {}

  /// What each party, or the authority above it, has done for a revision to come into force.
  public record Acts(
      Map<String, String> signatures,
      Map<String, Paper> papers,
      Map<String, LocalDate> notices,
      Map<String, Endorsement> endorsements) {

    static final Acts NONE = new Acts(Map.of(), Map.of(), Map.of(), Map.of());

    public Acts {
      signatures = Collections.unmodifiableMap(new LinkedHashMap<>(signatures));
      papers = Collections.unmodifiableMap(new LinkedHashMap<>(papers));
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

  /// How long it holds: what was agreed first, and the changes since that stand.
  ///
  /// @param agreed the last day as it was agreed first; null where it has no end
  /// @param changes the consultations whose change has been made: none is made twice
  /// @param annulled why there never was an agreement
  public record Term(@Nullable LocalDate agreed, List<Made> changes, @Nullable String annulled) {
    public Term {
      changes = List.copyOf(changes);
    }

    /// The changes that stand, in their order.
    private Stream<Effect.Change> standing() {
      return changes.stream().filter(m -> m.undone() == null).map(Made::change);
    }

    /// Whether the change of a consultation has been made and stands.
    boolean holds(String consultation) {
      return changes.stream()
          .anyMatch(m -> m.consultation().equals(consultation) && m.undone() == null);
    }

    /// @param n from 1
    private Made amendment(int n) {
      return changes.stream()
          .filter(m -> m.change() instanceof Effect.Change.Amend)
          .skip(n - 1L)
          .findFirst()
          .orElseThrow();
    }

    /// The last day; null where it has no end.
    public @Nullable LocalDate until() {
      return standing()
          .flatMap(c -> c instanceof Effect.Change.Extend(var day) ? Stream.of(day) : Stream.of())
          .reduce((earlier, later) -> later)
          .orElse(agreed);
    }

    /// The last day, where the parties ended it.
    public @Nullable LocalDate ended() {
      return standing()
          .flatMap(c -> c instanceof Effect.Change.Terminate(var on) ? Stream.of(on) : Stream.of())
          .reduce((earlier, later) -> later)
          .orElse(null);
    }

    /// When it rests, in their order. Who rests already cannot begin to, nor resume who does not:
    /// where a change between two others was undone.
    public List<Pause> pauses() {
      var pauses = new ArrayList<Pause>();
      standing()
          .forEach(change -> {
            var open = !pauses.isEmpty() && pauses.getLast().to() == null;
            if (change instanceof Effect.Change.Suspend(var from) && !open) {
              pauses.add(new Pause(from, null));
            } else if (change instanceof Effect.Change.Resume(var from) && open) {
              pauses.add(new Pause(pauses.removeLast().from(), from));
            }
          });
      return List.copyOf(pauses);
    }
  }

  /// A change that all whom it bound had consented to.
  ///
  /// @param version of that consultation
  /// @param undone why it does not stand: a party disowned the letter on which it rested; null
  ///   where it stands
  public record Made(
      String consultation, int version, Effect.Change change, @Nullable String undone) {}

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
        .filter(this::stands)
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
    return revisions.reversed().stream().filter(this::stands).findFirst().orElseThrow();
  }

  /// Whether all have consented to that text: the first stands or falls with the agreement.
  public boolean stands(Revision revision) {
    return revision.number() == 1 || term.amendment(revision.number() - 1).undone() == null;
  }
}
