package org.bandung.funds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Posting;
import org.jspecify.annotations.Nullable;

/// What happens with a fund, as entries of its book.
///
/// | event | debit | credit |
/// |---|---|---|
/// | pledged | pledge | memorandum |
/// | received, as far as it was promised | memorandum | pledge |
/// | received, in the currency in which it came | cash | income |
/// | let go | memorandum | pledge |
/// | interest earned | cash | income |
/// | fee taken | expense | cash |
///
/// Pledges and income carry the contribution as their `contributor`, all carry the window. What is
/// given in kind is never posted.
final class FundPostings {

  private FundPostings() {}

  /// The posting of an event; empty if no money or promise moves by it.
  ///
  /// @param before the fund before the event
  static Optional<Posting> of(Fund before, FundEvent.Recorded recorded) {
    var event = recorded.event();
    var book = new Book(before, recorded);
    return switch (event) {
      case FundEvent.Pledged p ->
          book.posting(p.on(), "", book.promise(p.id(), p.window(), p.amount()));
      case FundEvent.Received(var id, var receipt) -> {
        var c = Objects.requireNonNull(before.contributions().get(id));
        var entries = new ArrayList<Entry>();
        entries.add(
            Entry.debit(book.of("cash", c.window(), receipt.paid().currency()), receipt.paid()));
        entries.add(
            Entry.credit(
                book.of("income", c.window(), receipt.paid().currency()).ofContributor(id),
                receipt.paid()));
        entries.addAll(book.kept(c, receipt.counts()));
        yield book.posting(receipt.on(), receipt.reference(), entries);
      }
      case FundEvent.LetGo(var id, var amount, var on, var reason) -> {
        var c = Objects.requireNonNull(before.contributions().get(id));
        yield book.posting(on, reason, book.kept(c, amount));
      }
      case FundEvent.InterestEarned(var window, var amount, var on, var reference) ->
          book.posting(
              on,
              reference,
              List.of(
                  Entry.debit(book.of("cash", window, amount.currency()), amount),
                  Entry.credit(book.of("income", window, amount.currency()), amount)));
      case FundEvent.FeeTaken(var window, var amount, var on, var reason) ->
          book.posting(
              on,
              reason,
              List.of(
                  Entry.debit(book.of("expense", window, amount.currency()), amount),
                  Entry.credit(book.of("cash", window, amount.currency()), amount)));
      case FundEvent.Opened o -> Optional.empty();
      case FundEvent.Restated r -> Optional.empty();
      case FundEvent.WindowSet w -> Optional.empty();
      case FundEvent.Appointed a -> Optional.empty();
      case FundEvent.Dismissed d -> Optional.empty();
      case FundEvent.PledgedInKind p -> Optional.empty();
      case FundEvent.Delivered d -> Optional.empty();
      case FundEvent.Shown s -> Optional.empty();
    };
  }

  /// The accounts of a fund.
  private record Book(Fund f, FundEvent.Recorded recorded) {

    Optional<Posting> posting(LocalDate on, String reason, List<Entry> entries) {
      var reference = "fund:" + f.id() + ":" + recorded.sequence();
      return entries.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Posting.of(
                  f.book(),
                  reference,
                  on,
                  new Posting.Cause(recorded.person(), FundBooks.reason(reason), reference),
                  entries));
    }

    AccountName of(String kind, @Nullable String window, Currency currency) {
      var name = AccountName.of(f.book(), kind, currency.getCurrencyCode());
      return window == null ? name : name.ofWindow(window);
    }

    List<Entry> promise(String id, @Nullable String window, Money amount) {
      return amount.signum() == 0
          ? List.of()
          : List.of(
              Entry.debit(of("pledge", window, amount.currency()).ofContributor(id), amount),
              Entry.credit(of("memorandum", window, amount.currency()).ofContributor(id), amount));
    }

    /// A promise that is kept, or let go, as far as it stands.
    List<Entry> kept(Contribution c, Money amount) {
      var outstanding = Objects.requireNonNull(c.outstanding());
      var least = outstanding.compareTo(amount) < 0 ? outstanding : amount;
      return promise(c.id(), c.window(), least).stream().map(Entry::reversed).toList();
    }
  }
}
