package org.bandung.funds.grants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bandung.funds.FundBooks;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Posting;

/// What happens with a grant, as entries of the fund's book.
///
/// | event | debit | credit |
/// |---|---|---|
/// | opened, in full | commitment | memorandum |
/// | paid | payable as far as the fund owes, else advance | cash |
/// | paid, the same amount | memorandum | commitment |
/// | report accepted | expense | advance as far as one is open, else payable |
/// | returned | cash | advance |
/// | closed, what was not paid | memorandum | commitment |
///
/// Commitments, advances, expenses and payables carry the grant as their `proposal`, the last three
/// the partner too; cash carries the window.
final class GrantPostings {

  private GrantPostings() {}

  /// The posting of an event; empty if no money or promise moves by it.
  ///
  /// @param before the grant before the event; of an opening the grant after it
  /// @param key for the ledger, once for each event of the node
  static Optional<Posting> of(Grant before, GrantEvent event, String person, String key) {
    var book = new Book(before);
    return switch (event) {
      case GrantEvent.Opened o ->
          book.posting(key, person, o.on(), "", book.bind(before.plan().total()));
      case GrantEvent.Paid(var id, var on, var reference) -> {
        var request = Objects.requireNonNull(before.requests().get(id));
        yield book.posting(key, person, on, reference, book.paid(request));
      }
      case GrantEvent.Accepted(var id, var on) -> {
        var report = Objects.requireNonNull(before.reports().get(id)).report();
        yield book.posting(key, person, on, "", book.accounted(report));
      }
      case GrantEvent.Returned(var partner, var amount, var on, var reference) ->
          book.posting(
              key,
              person,
              on,
              reference,
              List.of(
                  Entry.debit(book.cash(), amount),
                  Entry.credit(book.ofPartner("advance", partner), amount)));
      case GrantEvent.Closed(var on, var reason) ->
          book.posting(key, person, on, "", book.free(before.unpaid()));
      case GrantEvent.Reached r -> Optional.empty();
      case GrantEvent.Reported r -> Optional.empty();
      case GrantEvent.SentBack s -> Optional.empty();
      case GrantEvent.Requested r -> Optional.empty();
      case GrantEvent.Approved a -> Optional.empty();
      case GrantEvent.Refused r -> Optional.empty();
      case GrantEvent.Extended e -> Optional.empty();
      case GrantEvent.Audited a -> Optional.empty();
    };
  }

  /// The accounts of a grant in the book of its fund.
  private record Book(Grant g) {

    Optional<Posting> posting(
        String key, String person, LocalDate on, String reference, List<Entry> entries) {
      var cause = new Posting.Cause(person, FundBooks.reason(reference), "grant:" + g.id());
      return entries.isEmpty()
          ? Optional.empty()
          : Optional.of(Posting.of("fund:" + g.fund(), key, on, cause, entries));
    }

    private AccountName of(String kind) {
      var name = AccountName.of("fund:" + g.fund(), kind, g.plan().currency());
      var window = g.plan().window();
      return window == null ? name : name.ofWindow(window);
    }

    AccountName cash() {
      return of("cash");
    }

    AccountName ofPartner(String kind, String partner) {
      return of(kind).ofProposal(g.id()).ofPartner(partner);
    }

    List<Entry> bind(Money amount) {
      return amount.signum() == 0
          ? List.of()
          : List.of(
              Entry.debit(of("commitment").ofProposal(g.id()), amount),
              Entry.credit(of("memorandum").ofProposal(g.id()), amount));
    }

    List<Entry> free(Money amount) {
      return bind(amount).stream().map(Entry::reversed).toList();
    }

    List<Entry> paid(Grant.Request request) {
      var entries = new ArrayList<Entry>();
      var owed = g.open(request.partner()).negated();
      var settled = least(owed, request.amount());
      if (settled.signum() > 0) {
        entries.add(Entry.debit(ofPartner("payable", request.partner()), settled));
      }
      var advanced = settled.signum() > 0 ? request.amount().minus(settled) : request.amount();
      if (advanced.signum() > 0) {
        entries.add(Entry.debit(ofPartner("advance", request.partner()), advanced));
      }
      entries.add(Entry.credit(cash(), request.amount()));
      entries.addAll(free(request.amount()));
      return entries;
    }

    List<Entry> accounted(GrantReport report) {
      var total = Money.zero(g.currency());
      for (var spent : report.spent()) {
        total = total.plus(spent.amount());
      }
      if (total.signum() == 0) {
        return List.of();
      }
      var entries = new ArrayList<Entry>();
      entries.add(Entry.debit(ofPartner("expense", report.partner()), total));
      var covered = least(g.open(report.partner()), total);
      if (covered.signum() > 0) {
        entries.add(Entry.credit(ofPartner("advance", report.partner()), covered));
      }
      var rest = covered.signum() > 0 ? total.minus(covered) : total;
      if (rest.signum() > 0) {
        entries.add(Entry.credit(ofPartner("payable", report.partner()), rest));
      }
      return entries;
    }

    private static Money least(Money a, Money b) {
      return a.compareTo(b) < 0 ? a : b;
    }
  }
}
