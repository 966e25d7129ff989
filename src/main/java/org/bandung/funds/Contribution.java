package org.bandung.funds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Rate;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// What a contributor promised to a fund, and what came of it.
///
/// @param id within the fund
/// @param window it is kept for; null if for the fund as a whole
/// @param pledged the promise in money; null if it is in kind
/// @param inKind what is given in kind; null if it is money
/// @param on the day of the promise
/// @param receipts the oldest first
/// @param released how much of the promise was taken back or let go; null if it is in kind
public record Contribution(
    String id,
    Contributor contributor,
    @Nullable String window,
    @Nullable Money pledged,
    @Nullable InKind inKind,
    LocalDate on,
    List<Receipt> receipts,
    @Nullable Money released) {

  public Contribution {
    receipts = List.copyOf(receipts);
    if ((pledged == null) == (inKind == null)) {
      throw new IllegalArgumentException("a contribution is in money or in kind");
    }
  }

  /// Who contributes.
  ///
  /// @param country alpha-3; null for those above countries
  /// @param organisation its id in the directory of organisations, if it is known there
  public record Contributor(String name, @Nullable String country, @Nullable String organisation) {}

  /// Something given that is no money. An estimate of its worth is the contributor's, and is never
  /// posted to an account.
  ///
  /// @param delivered the day it was there; null as long as it is not
  public record InKind(
      String description,
      @Nullable Quantity quantity,
      @Nullable Money estimate,
      @Nullable LocalDate delivered) {}

  /// Money that came.
  ///
  /// @param counts what it counts as in the currency of the pledge
  /// @param rate null if it came in that currency
  /// @param reference of the bank
  public record Receipt(
      Money paid, Money counts, @Nullable Rate rate, LocalDate on, String reference) {}

  /// What is still promised; none if it is in kind.
  public @Nullable Money outstanding() {
    if (pledged == null) {
      return null;
    }
    var rest = released == null ? pledged : pledged.minus(released);
    for (var receipt : receipts) {
      rest = rest.minus(receipt.counts());
    }
    return rest.signum() < 0 ? Money.zero(rest.currency()) : rest;
  }

  Contribution received(Receipt receipt) {
    var all = new ArrayList<>(receipts);
    all.add(receipt);
    return new Contribution(id, contributor, window, pledged, inKind, on, all, released);
  }

  Contribution released(Money more) {
    return new Contribution(
        id,
        contributor,
        window,
        pledged,
        inKind,
        on,
        receipts,
        released == null ? more : released.plus(more));
  }

  Contribution delivered(LocalDate day) {
    var given = java.util.Objects.requireNonNull(inKind);
    return new Contribution(
        id,
        contributor,
        window,
        pledged,
        new InKind(given.description(), given.quantity(), given.estimate(), day),
        on,
        receipts,
        released);
  }
}
