package org.bandung.api.json;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.bandung.api.json.ContentJson.AmountJson;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.api.json.Shapes.SpokenText;
import org.bandung.funds.Contribution;
import org.bandung.funds.Contribution.InKind;
import org.bandung.funds.Contribution.Receipt;
import org.bandung.funds.Fund;
import org.bandung.funds.Window;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.CountryCode;
import org.jspecify.annotations.Nullable;

/// A fund that is shown to everybody, without what is its bank's and without its people.
///
/// @param body that answers for it
/// @param currency of its accounts
/// @param feePercent the highest management fee, in per cent of the money received; null where none
///   is agreed
/// @param contributions the oldest first, 500 at most
public record FundJson(
    String id,
    @Nullable SpokenText title,
    @Nullable SpokenText purpose,
    String body,
    String since,
    String currency,
    @Nullable String feePercent,
    List<FundFee> fees,
    List<FundWindow> windows,
    List<FundTotal> totals,
    int contributionsInAll,
    List<FundContribution> contributions) {

  private static final int MOST = 500;

  /// A fund in a list.
  public record Item(
      String id,
      @Nullable SpokenText title,
      String body,
      String since,
      String currency,
      int contributions,
      List<FundTotal> totals) {}

  /// What was promised in one currency and what came of it; currencies are not added.
  ///
  /// @param received what it counts as in the currency of the promise
  public record FundTotal(
      AmountJson promised, AmountJson received, AmountJson letGo, AmountJson outstanding) {}

  /// The management fee of one currency.
  ///
  /// @param ceiling the most that is agreed
  public record FundFee(AmountJson received, AmountJson ceiling, AmountJson taken) {}

  /// A part of a fund that is kept for something.
  ///
  /// @param countries countries and groupings it is for; empty if for all
  /// @param least of one grant
  public record FundWindow(
      String id,
      @Nullable SpokenText title,
      List<Coded> countries,
      List<Coded> sectors,
      @Nullable AmountJson least,
      @Nullable AmountJson most,
      boolean open) {}

  /// A promise, in money or in kind, and what came of it.
  ///
  /// @param organisation its id in the directory of organisations
  /// @param window it is kept for; null if for the whole
  public record FundContribution(
      String id,
      String contributor,
      @Nullable Coded country,
      @Nullable String organisation,
      @Nullable String window,
      String on,
      @Nullable AmountJson promised,
      @Nullable AmountJson letGo,
      @Nullable AmountJson outstanding,
      List<FundReceipt> receipts,
      @Nullable FundInKind inKind) {}

  /// Money that came.
  ///
  /// @param counts as what it counts in the currency of the promise
  /// @param rate at which, if it came in another currency
  public record FundReceipt(
      String on,
      AmountJson paid,
      AmountJson counts,
      @Nullable String rate,
      @Nullable String rateSource,
      @Nullable String rateDate) {}

  /// Something that is no money, and never counted as money.
  ///
  /// @param estimate of its worth, by the contributor
  public record FundInKind(
      String description,
      @Nullable String quantity,
      @Nullable Coded unit,
      @Nullable AmountJson estimate,
      @Nullable String delivered) {}

  public static Item item(Fund f, String body, Speech speech) {
    return new Item(
        f.id(),
        speech.text(f.terms().title()),
        body,
        f.terms().since().toString(),
        f.terms().currency(),
        f.contributions().size(),
        totals(f.contributions().values()));
  }

  public static FundJson render(Fund f, String body, Speech speech) {
    var terms = f.terms();
    var all = f.contributions().values();
    return new FundJson(
        f.id(),
        speech.text(terms.title()),
        speech.text(terms.purpose()),
        body,
        terms.since().toString(),
        terms.currency(),
        terms.feePercent() == null ? null : terms.feePercent().toPlainString(),
        fees(f),
        f.windows().values().stream().map(w -> window(w, speech)).toList(),
        totals(all),
        all.size(),
        all.stream().limit(MOST).map(c -> contribution(c, speech)).toList());
  }

  private static AmountJson amount(Money money) {
    return new AmountJson(money.amount().toPlainString(), money.code());
  }

  private static @Nullable AmountJson amountOrNull(@Nullable Money money) {
    return money == null ? null : amount(money);
  }

  private static List<FundTotal> totals(Collection<Contribution> all) {
    var promised = new TreeMap<String, Money>();
    var received = new TreeMap<String, Money>();
    var letGo = new TreeMap<String, Money>();
    var outstanding = new TreeMap<String, Money>();
    for (var c : all) {
      var pledged = c.pledged();
      var rest = c.outstanding();
      if (pledged == null || rest == null) {
        continue;
      }
      var zero = Money.zero(pledged.currency());
      promised.merge(pledged.code(), pledged, Money::plus);
      outstanding.merge(pledged.code(), rest, Money::plus);
      letGo.merge(pledged.code(), c.released() == null ? zero : c.released(), Money::plus);
      var came = c.receipts().stream().map(Receipt::counts).reduce(zero, Money::plus);
      received.merge(pledged.code(), came, Money::plus);
    }
    return promised.entrySet().stream()
        .map(e -> {
          var zero = Money.zero(e.getValue().currency());
          return new FundTotal(
              amount(e.getValue()),
              amount(received.getOrDefault(e.getKey(), zero)),
              amount(letGo.getOrDefault(e.getKey(), zero)),
              amount(outstanding.getOrDefault(e.getKey(), zero)));
        })
        .toList();
  }

  private static List<FundFee> fees(Fund f) {
    var received = new TreeMap<String, Money>();
    f.fees().forEach((code, fee) -> received.put(code, Money.zero(fee.currency())));
    for (var c : f.contributions().values()) {
      c.receipts().forEach(r -> received.merge(r.paid().code(), r.paid(), Money::plus));
    }
    return received.values().stream()
        .map(r -> {
          var taken = f.fees().getOrDefault(r.code(), Money.zero(r.currency()));
          return new FundFee(amount(r), amount(f.feeLeft(r.currency()).plus(taken)), amount(taken));
        })
        .toList();
  }

  private static FundWindow window(Window w, Speech speech) {
    return new FundWindow(
        w.id(),
        speech.text(w.title()),
        w.countries().stream().sorted().map(c -> place(c, speech)).toList(),
        w.sectors().stream().sorted().map(speech::sector).toList(),
        amountOrNull(w.least()),
        amountOrNull(w.most()),
        w.open());
  }

  private static Coded place(String code, Speech speech) {
    var grouping = speech.grouping(code);
    return grouping.name() == null && CountryCode.isWellFormed(code)
        ? speech.country(new CountryCode(code))
        : grouping;
  }

  private static FundContribution contribution(Contribution c, Speech speech) {
    var who = c.contributor();
    var country = who.country();
    var inKind = c.inKind();
    return new FundContribution(
        c.id(),
        who.name(),
        country == null || !CountryCode.isWellFormed(country)
            ? null
            : speech.country(new CountryCode(country)),
        who.organisation(),
        c.window(),
        c.on().toString(),
        amountOrNull(c.pledged()),
        amountOrNull(c.released()),
        amountOrNull(c.outstanding()),
        c.receipts().stream().map(FundJson::receipt).toList(),
        inKind == null ? null : inKind(inKind, speech));
  }

  private static FundReceipt receipt(Receipt r) {
    var rate = r.rate();
    return new FundReceipt(
        r.on().toString(),
        amount(r.paid()),
        amount(r.counts()),
        rate == null ? null : rate.perUnit().toPlainString(),
        rate == null ? null : rate.source(),
        rate == null ? null : rate.day().toString());
  }

  private static FundInKind inKind(InKind given, Speech speech) {
    var quantity = given.quantity();
    var delivered = given.delivered();
    return new FundInKind(
        given.description(),
        quantity == null ? null : quantity.number().toPlainString(),
        quantity == null ? null : speech.coded("unit-of-quantity", quantity.unit()),
        amountOrNull(given.estimate()),
        delivered == null ? null : delivered.toString());
  }
}
