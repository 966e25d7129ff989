package org.bandung.api.desk;

import java.util.Locale;
import java.util.stream.Collectors;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Refused;
import org.bandung.consultation.ConsultationOutcome;

/// Why a deed in a consultation was refused.
final class ConsultationRefusals {

  private ConsultationRefusals() {}

  static Refused of(ConsultationOutcome outcome) {
    return switch (outcome) {
      case ConsultationOutcome.Faulty(var faults) -> Refusals.faulty(faults, "talk-fault.");
      case ConsultationOutcome.LacksCapacity(var needed) ->
          new Refused(
              Problem.Kind.NOT_ALLOWED,
              needed.stream()
                  .map(c -> c.name().toLowerCase(Locale.ROOT))
                  .sorted()
                  .collect(Collectors.joining(", ")));
      case ConsultationOutcome.NotLatest(int latest) -> Refused.conflict("not-latest, " + latest);
      case ConsultationOutcome.NotTakingPart() -> Refused.conflict("not-taking-part");
      case ConsultationOutcome.KeyUsedOtherwise() -> Refused.conflict("key-used-otherwise");
      case ConsultationOutcome.AlreadyConcluded ended -> Refused.conflict("concluded");
      case ConsultationOutcome.AlreadySaid() -> Refused.conflict("already-said");
      case ConsultationOutcome.SpeaksForItself(var party) -> Refused.conflict("speaks-for-itself");
      case ConsultationOutcome.NoLetterWaiting() -> Refused.conflict("no-letter-waiting");
      case ConsultationOutcome.Done done ->
          throw new IllegalArgumentException("what was done is no refusal");
    };
  }
}
