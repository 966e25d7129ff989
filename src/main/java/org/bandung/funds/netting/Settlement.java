package org.bandung.funds.netting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Posting;
import org.bandung.funds.ledger.Rate;

/// The entries of a settlement. In the round's book each participant has an account in each
/// currency: above zero what it owes to the others together, below what they owe to it. Clearing
/// puts its position there, agreed rates move it to the settlement currency, payments take it away;
/// at the end every account is at zero, so whatever is not paid for would show.
final class Settlement {

  private static final String KIND = "receivable";

  /// Payments of one posting, each two entries.
  private static final int PAYMENTS = 400;

  private final NettingRound round;
  private final NettingTerms terms;
  private final LocalDate day;
  private final String person;
  private final Map<Currency, Map<String, BigDecimal>> owed = new java.util.HashMap<>();
  private final List<Posting> postings = new ArrayList<>();

  private Settlement(NettingRound round, LocalDate day, String person) {
    this.round = round;
    this.terms = round.plan().terms();
    this.day = day;
    this.person = person;
  }

  /// The postings, in their order; together they leave every account at zero.
  ///
  /// @param cleared the obligations of the round
  /// @param rests what of them is not cleared
  static List<Posting> of(
      NettingRound round,
      List<Obligation> cleared,
      List<Clearing.Deferred> rests,
      LocalDate day,
      String person) {
    var settlement = new Settlement(round, day, person);
    settlement.positions(cleared, rests);
    settlement.payments();
    return settlement.postings;
  }

  private void positions(List<Obligation> obligations, List<Clearing.Deferred> rests) {
    var deferred = new Clearing(List.of(), rests, List.of()).deferredById();
    var values = new TreeMap<String, Map<String, BigDecimal>>();
    for (var o : obligations) {
      if (!round.participants().contains(o.debtor())
          || !round.participants().contains(o.creditor())) {
        continue;
      }
      var rest = deferred.get(o.id());
      var amount = rest == null ? o.amount() : o.amount().minus(rest.rest());
      var value = rest == null ? terms.value(o.amount()) : rest.clearedValue();
      var currency = o.amount().currency();
      var sums = owed.computeIfAbsent(currency, c -> new TreeMap<>());
      add(sums, o.debtor(), o.creditor(), amount);
      var worth = values.computeIfAbsent(currency.getCurrencyCode(), c -> new TreeMap<>());
      add(worth, o.debtor(), o.creditor(), value);
    }
    var codes = new TreeMap<String, Currency>();
    owed.keySet().forEach(c -> codes.put(c.getCurrencyCode(), c));
    codes.forEach((code, currency) -> {
      var entries = entries(currency, there(owed.get(currency)));
      post("cleared:" + code, new Posting.Nature.Ordinary(), entries);
    });
    codes.forEach((code, currency) ->
        terms.rate(currency).ifPresent(rate -> convert(code, currency, rate, values)));
  }

  private void convert(
      String code,
      Currency currency,
      NettingTerms.Rate rate,
      Map<String, Map<String, BigDecimal>> values) {
    var into = terms.netted(currency);
    var entries = entries(currency, negated(there(owed.get(currency))));
    entries.addAll(entries(into, there(values.get(code))));
    post("converted:" + code, exchange(currency, into, rate), entries);
  }

  private static Posting.Nature exchange(Currency from, Currency into, NettingTerms.Rate rate) {
    return new Posting.Nature.Exchange(
        new Rate(from, into, rate.value(), rate.source(), rate.date()));
  }

  private static Map<String, BigDecimal> negated(Map<String, BigDecimal> sums) {
    var negated = new TreeMap<String, BigDecimal>();
    sums.forEach((who, sum) -> negated.put(who, sum.negate()));
    return negated;
  }

  private static void add(
      Map<String, BigDecimal> sums, String debtor, String creditor, Money amount) {
    sums.merge(debtor, amount.amount(), BigDecimal::add);
    sums.merge(creditor, amount.amount().negate(), BigDecimal::add);
  }

  /// What is paid in another currency than is netted first turns into it at the agreed rate.
  private void payments() {
    for (var pool : round.pools()) {
      var byCurrency = new TreeMap<String, List<Clearing.Payment>>();
      for (var payment : pool.payments()) {
        byCurrency.computeIfAbsent(payment.paid().code(), c -> new ArrayList<>()).add(payment);
      }
      byCurrency.forEach((code, payments) -> {
        var paidIn = Currency.getInstance(code);
        if (!paidIn.equals(pool.currency())) {
          var values = new TreeMap<String, BigDecimal>();
          var paid = new TreeMap<String, BigDecimal>();
          for (var p : payments) {
            add(values, p.payer(), p.payee(), p.value().negated());
            add(paid, p.payer(), p.payee(), p.paid());
          }
          var entries = entries(pool.currency(), values);
          entries.addAll(entries(paidIn, paid));
          post(
              "turned:" + pool.currency() + ":" + code,
              exchange(paidIn, pool.currency(), terms.rate(paidIn).orElseThrow()),
              entries);
        }
        pay(pool.currency(), code, payments);
      });
    }
  }

  /// As many postings as a transaction of the ledger can hold.
  private void pay(Currency netted, String code, List<Clearing.Payment> payments) {
    for (int from = 0; from < payments.size(); from += PAYMENTS) {
      var entries = new ArrayList<Entry>();
      payments
          .subList(from, Math.min(payments.size(), from + PAYMENTS))
          .forEach(p -> entries.addAll(pair(p.payer(), p.payee(), p.paid().negated())));
      var part = from == 0 ? "" : ":" + (from / PAYMENTS + 1);
      post("paid:" + netted + ":" + code + part, new Posting.Nature.Ordinary(), entries);
    }
  }

  private List<Entry> pair(String payer, String payee, Money amount) {
    return amount.signum() == 0
        ? List.of()
        : List.of(
            new Entry(account(payer, amount.currency()), amount),
            new Entry(account(payee, amount.currency()), amount.negated()));
  }

  private List<Entry> entries(Currency currency, Map<String, BigDecimal> sums) {
    var entries = new ArrayList<Entry>();
    sums.forEach((who, sum) -> {
      if (sum.signum() != 0) {
        entries.add(new Entry(account(who, currency), new Money(sum, currency)));
      }
    });
    return entries;
  }

  private AccountName account(String participant, Currency currency) {
    return AccountName.of(round.book(), KIND, currency.getCurrencyCode()).ofPartner(participant);
  }

  private void post(String key, Posting.Nature nature, List<Entry> entries) {
    if (!entries.isEmpty()) {
      var cause = new Posting.Cause(person, round.plan().title(), round.book());
      postings.add(
          new Posting(round.book(), key + ":" + round.version(), day, cause, nature, entries));
    }
  }

  private static <K, V> Map<K, V> there(@org.jspecify.annotations.Nullable Map<K, V> map) {
    return java.util.Objects.requireNonNull(map);
  }
}
