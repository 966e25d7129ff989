package org.bandung.web.funds;

import java.util.List;
import org.bandung.funds.FundOutcome;
import org.bandung.web.frame.Fields.Fault;

/// What became of a deed, as faults of a form.
final class FundVoice {

  /// Where a fault belongs that belongs to no field.
  static final String WHOLE = "form-whole";

  private FundVoice() {}

  /// Empty if it was done; else ends of keys `funds.fault.…`, each with its field.
  static List<Fault> faults(FundOutcome outcome) {
    return switch (outcome) {
      case FundOutcome.Done done -> List.of();
      case FundOutcome.NotAllowed(var needed) -> List.of(new Fault(WHOLE, "not-allowed"));
      case FundOutcome.KeyUsedOtherwise used -> List.of(new Fault(WHOLE, "key"));
      case FundOutcome.NotNow(var why) -> List.of(new Fault(field(why), why));
      case FundOutcome.Faulty(var notes) ->
          notes.stream()
              .map(n -> new Fault(field(n.path()), n.code().replace("bandung.", "")))
              .distinct()
              .toList();
    };
  }

  /// The field of a form to which a path of a note, or a reason, belongs.
  private static String field(String said) {
    return switch (said) {
      case "person", "appointed", "not-appointed", "auditor" -> "email";
      case "before-start", "period-closed" -> "on";
      case "other-currency", "same-currency" -> "rate";
      case "more-than-promised", "above-fee", "no-fee", "no-money" -> "amount";
      case "no-window", "window-closed" -> "window";
      case "same",
          "no-contribution",
          "contribution-there",
          "contribution",
          "in-kind",
          "in-money",
          "delivered",
          "full",
          "key" ->
          WHOLE;
      default -> said;
    };
  }
}
