package org.bandung.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bandung.consultation.Conclusion.Agreed;
import org.bandung.consultation.Conclusion.JointPosition;
import org.bandung.consultation.Conclusion.NoAgreement;
import org.bandung.consultation.Conclusion.Reason;
import org.bandung.kernel.LocalizedText;

/// Whether the parties have consented: the one place that says when an agreement exists.
public final class Consent {

  private static final int TALK = 2;

  private Consent() {}

  /// What the consultation has come to as it stands; empty while there is something to talk about.
  static Optional<Conclusion> conclusion(Consultation c) {
    var remaining = c.remaining();
    if (remaining.size() < TALK) {
      return Optional.of(new NoAgreement(reasons(c)));
    }
    var replies = c.latest().replies();
    boolean allReplied = remaining.stream().allMatch(p -> replies.containsKey(p.id()));
    if (!allReplied || remaining.stream().anyMatch(p -> objects(c, p))) {
      return Optional.empty();
    }
    var bound = remaining.stream().filter(p -> binds(c, p)).toList();
    return concluded(c, bound);
  }

  /// Whether those who remain cannot make the agreement that is proposed, whatever they reply.
  public static boolean oneSided(Consultation c) {
    return c.conclusion() == null
        && !twoSides(c.remaining())
        && switch (c.latest().proposal().effect()) {
          case Effect.MakesAgreement made -> true;
          case Effect.ChangesAgreement change -> true;
          case Effect.StatesPosition stated -> false;
          case Effect.EndsTalks() -> false;
        };
  }

  private static boolean objects(Consultation c, Party party) {
    var reply = c.latest().replies().get(party.id());
    return reply != null && reply.position() instanceof Position.Objects;
  }

  private static boolean binds(Consultation c, Party party) {
    var reply = c.latest().replies().get(party.id());
    return reply != null && c.setup().rule().binds(reply.position());
  }

  private static Optional<Conclusion> concluded(Consultation c, List<Party> bound) {
    var ids = bound.stream().map(Party::id).toList();
    int version = c.latest().number();
    return switch (c.latest().proposal().effect()) {
      case Effect.MakesAgreement made when twoSides(bound) -> Optional.of(new Agreed(version, ids));
      case Effect.ChangesAgreement change when twoSides(bound) ->
          Optional.of(new Agreed(version, ids));
      case Effect.StatesPosition stated when bound.size() >= TALK ->
          Optional.of(new JointPosition(version, ids));
      case Effect.EndsTalks() when !bound.isEmpty() -> Optional.of(new NoAgreement(reasons(c)));
      case Effect.MakesAgreement made -> Optional.empty();
      case Effect.ChangesAgreement change -> Optional.empty();
      case Effect.StatesPosition stated -> Optional.empty();
      case Effect.EndsTalks() -> Optional.empty();
    };
  }

  /// One who asks and another who provides: nobody agrees with itself.
  public static boolean twoSides(List<Party> bound) {
    return bound.stream()
        .filter(p -> p.role().requests())
        .anyMatch(p -> bound.stream().anyMatch(q -> !q.id().equals(p.id()) && q.role().provides()));
  }

  /// Why it came to nothing: what the last version says of it, who objected, who left.
  private static List<Reason> reasons(Consultation c) {
    var reasons = new ArrayList<Reason>();
    var latest = c.latest();
    if (latest.proposal().effect() instanceof Effect.EndsTalks) {
      latest
          .proposal()
          .text()
          .in("en")
          .map(LocalizedText.Spoken::text)
          .ifPresent(text -> reasons.add(new Reason(latest.by().party(), text)));
    }
    c.versions()
        .forEach(v ->
            v.replies()
                .forEach((party, reply) -> {
                  if (reply.position() instanceof Position.Objects(var reason)) {
                    reasons.add(new Reason(party, reason));
                  }
                }));
    c.departures().forEach((party, left) -> reasons.add(new Reason(party, left.reason())));
    return reasons;
  }
}
