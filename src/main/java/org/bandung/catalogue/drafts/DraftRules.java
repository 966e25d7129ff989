package org.bandung.catalogue.drafts;

import java.util.Optional;
import java.util.Set;
import org.bandung.access.Permission;

/// When what may be done with a draft, and how it stands then: pure functions.
final class DraftRules {

  private DraftRules() {}

  /// What the decision rests on.
  ///
  /// @param latest the number of the last version
  /// @param differs whether what is written differs from the last version submitted
  /// @param clearanceDemanded whether the country wants to clear what it releases
  record Case(
      Standing standing, int revision, int latest, boolean differs, boolean clearanceDemanded) {}

  /// What becomes of a deed.
  sealed interface Decision {
    record Stands(Standing then) implements Decision {}

    /// She may not do it.
    record NotAllowed() implements Decision {}

    /// It cannot be done as things stand.
    record NotNow() implements Decision {}

    /// What she decides on is not what stands there any more.
    record Moved() implements Decision {}
  }

  /// Whether somebody who may these things may do the deed at all. Whoever wrote something for a
  /// body may take it back; nobody but who coordinates makes it public.
  static boolean permits(DraftDeed deed, Set<Permission> may) {
    return switch (deed) {
      case DraftDeed.Submit submit -> may.contains(Permission.WRITE_ENTRY);
      case DraftDeed.Recall recall -> may.contains(Permission.WRITE_ENTRY);
      case DraftDeed.Confirm confirm -> may.contains(Permission.WRITE_ENTRY);
      case DraftDeed.Close close -> may.contains(Permission.WRITE_ENTRY);
      case DraftDeed.Clear clear -> may.contains(Permission.ENDORSE);
      case DraftDeed.Release release -> may.contains(Permission.RELEASE);
      case DraftDeed.Return returned ->
          may.contains(Permission.ENDORSE) || may.contains(Permission.RELEASE);
      case DraftDeed.TakeBack takeBack ->
          may.contains(Permission.WRITE_ENTRY) || may.contains(Permission.RELEASE);
    };
  }

  /// Whether a draft that stands so can still be written on.
  static boolean writable(Standing standing, Set<Permission> may) {
    return may.contains(Permission.WRITE_ENTRY) && standing.closed() == null;
  }

  static Decision decide(Case c, DraftDeed deed, Set<Permission> may) {
    if (!permits(deed, may)) {
      return new Decision.NotAllowed();
    }
    if (!possible(c, deed)) {
      return new Decision.NotNow();
    }
    if (moved(c, deed)) {
      return new Decision.Moved();
    }
    return new Decision.Stands(after(c, deed));
  }

  /// Whether things stand so that the deed can be done.
  static boolean possible(Case c, DraftDeed deed) {
    var s = c.standing();
    if (s.closed() != null) {
      return false;
    }
    return switch (deed) {
      case DraftDeed.Submit submit -> s.submitted() == 0 || c.differs();
      case DraftDeed.Recall recall -> s.pending();
      case DraftDeed.Return returned -> s.pending();
      case DraftDeed.Clear clear ->
          s.pending() && c.clearanceDemanded() && s.cleared() != s.submitted();
      case DraftDeed.Release release ->
          s.pending() && (!c.clearanceDemanded() || s.cleared() == s.submitted());
      case DraftDeed.TakeBack takeBack -> s.released() > 0;
      case DraftDeed.Close close -> true;
      case DraftDeed.Confirm confirm -> s.released() > 0;
    };
  }

  private static boolean moved(Case c, DraftDeed deed) {
    return named(deed)
        .map(n ->
            deed instanceof DraftDeed.Submit ? n != c.revision() : n != c.standing().submitted())
        .orElse(false);
  }

  private static Optional<Integer> named(DraftDeed deed) {
    return switch (deed) {
      case DraftDeed.Submit(int revision) -> Optional.of(revision);
      case DraftDeed.Return(int version, var reason) -> Optional.of(version);
      case DraftDeed.Clear(int version) -> Optional.of(version);
      case DraftDeed.Release(int version) -> Optional.of(version);
      case DraftDeed.Recall recall -> Optional.empty();
      case DraftDeed.TakeBack takeBack -> Optional.empty();
      case DraftDeed.Close close -> Optional.empty();
      case DraftDeed.Confirm confirm -> Optional.empty();
    };
  }

  private static Standing after(Case c, DraftDeed deed) {
    var s = c.standing();
    return switch (deed) {
      case DraftDeed.Submit submit ->
          new Standing(c.latest() + 1, 0, s.released(), s.takenBack(), null);
      case DraftDeed.Recall recall -> withoutSubmission(s);
      case DraftDeed.Return returned -> withoutSubmission(s);
      case DraftDeed.Clear clear ->
          new Standing(s.submitted(), s.submitted(), s.released(), s.takenBack(), null);
      case DraftDeed.Release release ->
          new Standing(s.submitted(), s.cleared(), s.submitted(), false, null);
      case DraftDeed.TakeBack takeBack -> new Standing(0, 0, 0, true, null);
      case DraftDeed.Close close ->
          new Standing(s.submitted(), s.cleared(), 0, s.takenBack(), close.why());
      case DraftDeed.Confirm confirm -> s;
    };
  }

  private static Standing withoutSubmission(Standing s) {
    return new Standing(s.released(), 0, s.released(), s.takenBack(), null);
  }
}
