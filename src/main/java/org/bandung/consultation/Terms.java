package org.bandung.consultation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// What a proposal says in fields, beside its text.
///
/// @param conditions never empty in an agreement: that there are none is said as well
/// @param request id in the catalogue of the request that it answers
public record Terms(
    Purpose purpose,
    List<Share> shares,
    Schedule schedule,
    List<BudgetLine> budget,
    LocalizedText intellectualProperty,
    List<Condition> conditions,
    @Nullable String request) {

  /// Terms of which nothing is said.
  public static final Terms NONE =
      new Terms(
          new Purpose(LocalizedText.EMPTY, List.of()),
          List.of(),
          new Schedule(Period.UNKNOWN, List.of(), LocalizedText.EMPTY),
          List.of(),
          LocalizedText.EMPTY,
          List.of(),
          null);

  public Terms {
    shares = List.copyOf(shares);
    budget = List.copyOf(budget);
    conditions = List.copyOf(conditions);
  }

  /// What it is for and what will be done.
  public record Purpose(LocalizedText objective, List<LocalizedText> activities) {
    public Purpose {
      activities = List.copyOf(activities);
    }
  }

  /// What one party gives and what it gains.
  public record Share(String party, List<Given> gives, List<LocalizedText> gains) {
    public Share {
      gives = List.copyOf(gives);
      gains = List.copyOf(gains);
    }
  }

  /// Something that a party gives: money, a quantity, both, or neither where no figure is known.
  public record Given(
      LocalizedText what, @Nullable ReportedAmount money, @Nullable Quantity inKind) {}

  /// When things are done and how one sees that they are.
  public record Schedule(Period period, List<Milestone> milestones, LocalizedText monitoring) {
    public Schedule {
      milestones = List.copyOf(milestones);
    }
  }

  /// Something to be reached by a day.
  public record Milestone(LocalizedText what, @Nullable PartialDate due) {}

  /// A cost.
  ///
  /// @param fundedBy the party that bears it; null where nobody does yet
  public record BudgetLine(LocalizedText what, ReportedAmount amount, @Nullable String fundedBy) {}

  /// Something that one party makes the cooperation depend on, declared.
  public record Condition(Kind kind, LocalizedText text) {

    /// What is asked for.
    public enum Kind {
      /// Declared: there are none.
      NONE,
      PROCUREMENT_TIED,
      POLICY,
      REPAYMENT,
      EXCLUSIVITY,
      OTHER
    }
  }

  /// What nobody bears yet, by currency; the key is empty where no currency was stated.
  public Map<String, BigDecimal> gap() {
    var gap = new TreeMap<String, BigDecimal>();
    for (var line : budget) {
      if (line.fundedBy() == null) {
        var currency = line.amount().currency();
        gap.merge(currency == null ? "" : currency, line.amount().value(), BigDecimal::add);
      }
    }
    return gap;
  }
}
