package org.bandung.registry.joint;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// What an initiative begins with: all that its agreement says, so that nothing is typed again.
///
/// @param sectors codes of the scheme `dac-sector-group` or `dac-sector`
public record Beginning(
    Origin origin,
    LocalizedText title,
    LocalizedText objective,
    LocalizedText description,
    List<JointParty> parties,
    Period period,
    Plan plan,
    List<Share> shares,
    List<BudgetLine> budget,
    List<Condition> conditions,
    List<String> sectors) {

  public Beginning {
    parties = List.copyOf(parties);
    shares = List.copyOf(shares);
    budget = List.copyOf(budget);
    conditions = List.copyOf(conditions);
    sectors = List.copyOf(sectors);
  }

  /// What it rests on.
  ///
  /// @param agreement id of an agreement of this node
  /// @param number the agreement's number, also of one on paper
  /// @param date of the agreement
  /// @param request id in the catalogue of the request that it answers
  public record Origin(
      @Nullable String agreement,
      @Nullable String number,
      @Nullable PartialDate date,
      @Nullable String request) {

    /// Nothing is said of an agreement.
    public static final Origin NONE = new Origin(null, null, null, null);
  }

  /// What one party was to give and to gain.
  public record Share(String party, List<Gift> gives, List<LocalizedText> gains) {
    public Share {
      gives = List.copyOf(gives);
      gains = List.copyOf(gains);
    }
  }

  /// Something that a party was to give.
  public record Gift(
      LocalizedText what, @Nullable ReportedAmount money, @Nullable Quantity inKind) {}

  /// A cost that was foreseen.
  ///
  /// @param fundedBy the party that bears it; null where nobody does yet
  public record BudgetLine(LocalizedText what, ReportedAmount amount, @Nullable String fundedBy) {}

  /// Something that one party made the cooperation depend on, as declared.
  ///
  /// @param kind in small letters, such as `procurement-tied`
  public record Condition(String kind, LocalizedText text) {}

  public Optional<JointParty> party(String id) {
    return parties.stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
