package org.bandung.funds.netting;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.bandung.funds.ledger.Money;
import org.jspecify.annotations.Nullable;

/// What is shown of a round, and to whom.
public final class NettingView {

  private NettingView() {}

  /// What everybody in a round reads.
  ///
  /// @param participants who is in now
  /// @param asked how many have to accept
  /// @param accepted how many did
  /// @param settled the day of the settlement
  public record Head(
      String id,
      String owner,
      String title,
      LocalDate from,
      LocalDate to,
      NettingRound.State state,
      int version,
      SortedSet<String> participants,
      int asked,
      int accepted,
      List<Totals> totals,
      @Nullable LocalDate settled) {

    static Head of(NettingRound r) {
      return new Head(
          r.id(),
          r.owner(),
          r.plan().title(),
          r.plan().from(),
          r.plan().to(),
          r.state(),
          r.version(),
          r.participants(),
          r.asked().size(),
          r.accepted().size(),
          r.pools().stream().map(p -> Totals.of(p, r.plan().terms())).toList(),
          r.settled());
    }
  }

  /// One netted currency in sums, without saying whose.
  ///
  /// @param payments how many
  /// @param volume what they are worth together
  /// @param hard what of that is paid in hard currencies
  /// @param fewest with fewer payments these positions cannot be settled
  public record Totals(
      Currency currency,
      int obligations,
      Money owed,
      Money cleared,
      int payments,
      Money volume,
      Money hard,
      int fewest) {

    static Totals of(Clearing.Pool pool, NettingTerms terms) {
      return new Totals(
          pool.currency(),
          pool.obligations(),
          pool.owed(),
          pool.cleared(),
          pool.payments().size(),
          pool.volume(),
          pool.paidIn(terms.hard()),
          pool.fewest());
    }
  }

  /// A round for who opened it.
  ///
  /// @param declined with their reasons
  /// @param standings how many obligations stand in each way
  public record Overview(
      Head head,
      NettingTerms terms,
      SortedSet<String> asked,
      SortedSet<String> accepted,
      Map<String, String> declined,
      Map<Claim.Standing, Long> standings) {}

  /// A round for one participant.
  ///
  /// @param terms with its own limits only
  /// @param claims all its obligations; those that are not confirmed are not cleared
  /// @param statement how its position follows from them, once it is calculated
  /// @param out whether it declined and is left out
  public record Mine(
      Head head,
      NettingTerms terms,
      List<Claim> claims,
      Optional<OwnStatement> statement,
      boolean asked,
      boolean accepted,
      boolean out) {}
}
