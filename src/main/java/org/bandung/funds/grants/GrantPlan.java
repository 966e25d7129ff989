package org.bandung.funds.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What was granted: to whom, for what, in which parts.
///
/// @param proposal id of the proposal a board approved; null if the grant came from elsewhere
/// @param organisation whose grants are counted together, as in proposals; null if it is not told
/// @param window of the fund it is paid from; null if from the fund as a whole
/// @param currency of the whole grant
/// @param from first day on which money can be spent
/// @param until last day
public record GrantPlan(
    LocalizedText title,
    @Nullable String proposal,
    @Nullable String organisation,
    @Nullable String window,
    String currency,
    List<Partner> partners,
    List<Line> budget,
    List<Tranche> tranches,
    LocalDate from,
    LocalDate until) {

  public GrantPlan {
    partners = List.copyOf(partners);
    budget = List.copyOf(budget);
    tranches = List.copyOf(tranches);
  }

  /// Who is paid.
  ///
  /// @param id within the grant: small letters, digits, hyphens
  /// @param body its id where it is a body of this node, whose people then report themselves
  /// @param country alpha-3
  public record Partner(String id, String name, @Nullable String body, @Nullable String country) {}

  /// A line of the budget.
  ///
  /// @param id within the grant
  public record Line(String id, String partner, String title, Money amount) {}

  /// A part of the grant that is paid when all it waits for is there.
  ///
  /// @param milestones words of what has to be reached
  /// @param reports how many reports have to be accepted before
  /// @param accounted how much of what was advanced before has to be accounted for, in per cent
  public record Tranche(Money amount, Set<String> milestones, int reports, int accounted) {
    public Tranche {
      milestones = Set.copyOf(milestones);
    }
  }

  /// The whole grant.
  public Money total() {
    var total = Money.zero(java.util.Currency.getInstance(currency));
    for (var line : budget) {
      total = total.plus(line.amount());
    }
    return total;
  }

  /// What a partner can be paid at most.
  public Money total(String partner) {
    var total = Money.zero(java.util.Currency.getInstance(currency));
    for (var line : budget) {
      if (line.partner().equals(partner)) {
        total = total.plus(line.amount());
      }
    }
    return total;
  }

  /// Whether there is such a partner.
  public boolean hasPartner(String id) {
    return partners.stream().anyMatch(p -> p.id().equals(id));
  }
}
