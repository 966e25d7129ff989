package org.bandung.web.funds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Mandates;
import org.bandung.funds.Fund;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Chart;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.Ledger.Balance;
import org.bandung.funds.ledger.Money;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// The accounts of a fund as pages tell them: what they hold, and the entries each is the sum of.
@Component
final class FundAccounts {

  static final int ENTRIES = 100;
  private static final int ACCOUNTS = 500;

  /// The other side of promises, which says nothing that they do not.
  private static final String OTHER_SIDE = "memorandum";

  private static final List<String> ORDER = Chart.kinds().stream().map(k -> k.code()).toList();

  private final Ledger ledger;
  private final Mandates mandates;

  FundAccounts(Ledger ledger, Mandates mandates) {
    this.ledger = ledger;
    this.mandates = mandates;
  }

  /// Accounts of one kind in one currency.
  ///
  /// @param memorandum whether it is promises, not money
  record Group(
      String kind, String currency, boolean memorandum, String holds, long entries, int accounts) {}

  /// One account.
  ///
  /// @param whose window and contributor; empty for the fund's whole
  record Line(long id, String whose, String holds, long entries) {}

  /// An entry, with the sign it has for the account.
  record Posted(long number, String day, String nature, String amount, String by, String reason) {}

  /// Entries of an account.
  ///
  /// @param next number before which there are more; 0 where there are none
  record Entries(List<Posted> some, long next) {}

  private List<Balance> balances(Fund f) {
    return ledger.balances(f.book(), Ledger.Moment.NOW).stream()
        .filter(b -> b.entries() > 0 && !b.account().name().kind().equals(OTHER_SIDE))
        .toList();
  }

  /// What a fund holds; nothing where nothing was ever posted.
  List<Group> groups(Fund f, Words words) {
    var byName = new LinkedHashMap<List<String>, List<Balance>>();
    for (var b : balances(f)) {
      var name = b.account().name();
      byName
          .computeIfAbsent(
              List.of(name.kind(), name.currency().getCurrencyCode()), k -> new ArrayList<>())
          .add(b);
    }
    return byName.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<List<String>, List<Balance>> e) -> ORDER.indexOf(e.getKey().getFirst())))
        .map(e -> group(e.getValue(), words))
        .toList();
  }

  private static Group group(List<Balance> all, Words words) {
    var first = all.getFirst().account();
    var holds = all.stream().map(Balance::amount).reduce(Money::plus).orElseThrow();
    return new Group(
        first.name().kind(),
        first.name().currency().getCurrencyCode(),
        first.memorandum(),
        FundModel.text(holds, words),
        all.stream().mapToLong(Balance::entries).sum(),
        all.size());
  }

  /// The accounts of one kind in one currency, 500 at most.
  List<Balance> of(Fund f, String kind, String currency) {
    return balances(f).stream()
        .filter(b ->
            b.account().name().kind().equals(kind)
                && b.account().name().currency().getCurrencyCode().equals(currency))
        .limit(ACCOUNTS)
        .toList();
  }

  static Line line(Fund f, Balance b, Words words) {
    return new Line(
        b.account().id(),
        whose(f, b.account().name(), words),
        FundModel.text(b.amount(), words),
        b.entries());
  }

  private static String whose(Fund f, AccountName name, Words words) {
    var parts = new ArrayList<String>();
    var window = f.windows().get(name.scope().window());
    if (window != null) {
      parts.add(FundModel.title(window, words));
    }
    var contribution = f.contributions().get(name.scope().contributor());
    if (contribution != null) {
      parts.add(contribution.contributor().name());
    }
    return String.join(words.text("list.comma"), parts);
  }

  /// Entries of an account, the newest first.
  ///
  /// @param before number of a transaction; 0 for the newest
  /// @param inside whether who posted and why is told too
  Entries entries(Balance of, long before, boolean inside, Words words) {
    var account = of.account();
    var lines =
        ledger.entries(
            account.name().book(),
            account.name(),
            before > 0 ? Optional.of(before) : Optional.empty(),
            ENTRIES);
    var posted =
        lines.stream()
            .map(l -> {
              var amount = l.entry().amount();
              return new Posted(
                  l.number(),
                  words.day(l.day()),
                  l.nature(),
                  FundModel.text(account.debit() ? amount : amount.negated(), words),
                  inside ? mandates.nameOf(l.cause().by()).orElse(l.cause().by()) : "",
                  inside ? (l.cause().reason() + " " + l.cause().reference()).strip() : "");
            })
            .toList();
    return new Entries(posted, lines.size() < ENTRIES ? 0 : lines.getLast().number());
  }
}
