package org.bandung.web.funds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bandung.funds.Contribution;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.Contribution.InKind;
import org.bandung.funds.Duty;
import org.bandung.funds.Fund;
import org.bandung.funds.FundDeed;
import org.bandung.funds.FundTerms;
import org.bandung.funds.Window;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Rate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.StableId;
import org.bandung.web.frame.Numerals;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From the fields of a form to a deed, and from what stands to the fields.
@Component
final class FundReading {

  private static final int LONGEST_SOURCE = 300;
  private static final int NO_CHARACTER = 0xFFFE;

  private final Places places;

  FundReading(Places places) {
    this.places = places;
  }

  /// What a fund is, as it was typed.
  ///
  /// @param before what it is now; null of a new one
  static FundTerms terms(FundTyped typed, @Nullable FundTerms before) {
    var currency = typed.currency("currency");
    var title = typed.prose("title", before == null ? LocalizedText.EMPTY : before.title());
    if (title.isEmpty()) {
      typed.fault("title", "text-missing");
    }
    return new FundTerms(
        title,
        typed.prose("purpose", before == null ? LocalizedText.EMPTY : before.purpose()),
        currency == null ? "USD" : currency.getCurrencyCode(),
        typed.number("fee"),
        typed.day("since"));
  }

  /// @param person whom an address stands for; empty if for nobody
  FundDeed deed(FundForm form, Fund f, FundTyped typed, String person, Words words) {
    return switch (form) {
      case RESTATE -> new FundDeed.Restate(terms(typed, f.terms()));
      case APPOINT -> new FundDeed.Appoint(person, duty(typed));
      case DISMISS -> new FundDeed.Dismiss(typed.get("person"), duty(typed));
      case SHOW -> new FundDeed.Show(typed.get("everybody").equals("yes"));
      case WINDOW -> new FundDeed.SetWindow(window(f, typed, words));
      case PLEDGE ->
          new FundDeed.Pledge(
              promise(f, typed),
              contributor(typed),
              typed.given("window"),
              typed.money("amount", "currency"),
              typed.day("on"));
      case PLEDGE_IN_KIND ->
          new FundDeed.PledgeInKind(
              promise(f, typed),
              contributor(typed),
              typed.given("window"),
              inKind(typed),
              typed.day("on"));
      case RECEIVE -> receive(f, typed);
      case LET_GO ->
          new FundDeed.LetGo(
              typed.get("of"), letGo(f, typed), typed.day("on"), typed.must("reason"));
      case DELIVER -> new FundDeed.Deliver(typed.get("of"), typed.day("on"));
      case INTEREST ->
          new FundDeed.Interest(
              typed.given("window"),
              typed.money("amount", "currency"),
              typed.day("on"),
              typed.must("reference"));
      case FEE ->
          new FundDeed.Fee(
              typed.given("window"),
              typed.money("amount", "currency"),
              typed.day("on"),
              typed.must("reason"));
    };
  }

  /// The same form sent twice makes one promise.
  private static String promise(Fund f, FundTyped typed) {
    return StableId.of("contribution", f.id(), typed.get("key"));
  }

  private static Duty duty(FundTyped typed) {
    var duty = Duty.ofCode(typed.get("duty"));
    if (duty.isEmpty()) {
      typed.fault("duty", "text-missing");
    }
    return duty.orElse(Duty.REVIEWER);
  }

  private static Contributor contributor(FundTyped typed) {
    return new Contributor(typed.must("contributor"), typed.given("country"), null);
  }

  private static InKind inKind(FundTyped typed) {
    var number = typed.number("quantity");
    var unit = typed.given("unit");
    if (number != null && unit == null) {
      typed.fault("unit", "text-missing");
    }
    if (number == null && unit != null && typed.given("quantity") == null) {
      typed.fault("quantity", "text-missing");
    }
    return new InKind(
        typed.must("description"),
        number == null || unit == null ? null : new Quantity(number, unit),
        typed.moneyIf("estimate", "currency"),
        null);
  }

  private static FundDeed receive(Fund f, FundTyped typed) {
    var paid = typed.money("amount", "currency");
    return new FundDeed.Receive(
        typed.get("of"), paid, rate(f, paid, typed), typed.day("on"), typed.must("reference"));
  }

  /// Null where no rate was typed, or none that can be.
  private static @Nullable Rate rate(Fund f, Money paid, FundTyped typed) {
    var contribution = f.contributions().get(typed.get("of"));
    var pledged = contribution == null ? null : contribution.pledged();
    if (typed.given("rate") == null) {
      if (typed.given("source") != null || typed.given("rateDate") != null) {
        typed.fault("rate", "text-missing");
      }
      return null;
    }
    var rate = typed.rate("rate");
    var source = typed.must("source");
    var day = typed.day("rateDate");
    if (pledged != null && typed.faults().isEmpty() && paid.code().equals(pledged.code())) {
      typed.fault("rate", "same-currency");
    }
    if (source.length() > LONGEST_SOURCE) {
      typed.fault("source", "text-too-long");
    }
    if (source.chars().anyMatch(c -> Character.isISOControl(c) || c == NO_CHARACTER)) {
      typed.fault("source", "text-characters");
    }
    return pledged == null || !typed.faults().isEmpty()
        ? null
        : new Rate(paid.currency(), pledged.currency(), rate, source, day);
  }

  private static Money letGo(Fund f, FundTyped typed) {
    var contribution = f.contributions().get(typed.get("of"));
    var pledged = contribution == null ? null : contribution.pledged();
    return pledged == null
        ? typed.money("amount", "currency")
        : typed.moneyIn("amount", pledged.currency());
  }

  private Window window(Fund f, FundTyped typed, Words words) {
    var of = typed.given("of");
    var before = of == null ? null : f.windows().get(of);
    var id = before == null ? typed.get("id") : before.id();
    if (before == null && f.windows().containsKey(id)) {
      typed.fault("id", "window-there");
    }
    var unknown = new ArrayList<String>();
    var countries = places.read(typed.several("countries"), words, unknown);
    if (!unknown.isEmpty()) {
      typed.fault("countries", "place");
    }
    var title = typed.prose("title", before == null ? LocalizedText.EMPTY : before.title());
    if (title.isEmpty()) {
      typed.fault("title", "text-missing");
    }
    return new Window(
        id,
        title,
        countries,
        Set.copyOf(typed.several("sectors")),
        typed.moneyIf("least", "currency"),
        typed.moneyIf("most", "currency"),
        !typed.get("open").equals("no"));
  }

  /// The fields of the terms as they stand.
  static Map<String, String> fill(FundTerms terms, Words words) {
    var said = new HashMap<String, String>();
    said.put("in", words.language());
    prose(said, "title", terms.title(), words);
    prose(said, "purpose", terms.purpose(), words);
    said.put("currency", terms.currency());
    said.put("fee", terms.feePercent() == null ? "" : Numerals.again(terms.feePercent()));
    said.put("since", terms.since().toString());
    return said;
  }

  private static void prose(
      Map<String, String> said, String field, LocalizedText text, Words words) {
    text.in(words.language()).ifPresent(s -> said.put(field, s.text()));
  }

  Map<String, String> fill(Window w, Words words) {
    var said = new HashMap<String, String>();
    said.put("of", w.id());
    said.put("id", w.id());
    said.put("in", words.language());
    prose(said, "title", w.title(), words);
    said.put("countries", String.join("\n", places.names(w.countries(), words)));
    said.put("sectors", String.join("\n", w.sectors()));
    money(said, "least", w.least());
    money(said, "most", w.most());
    said.put("open", w.open() ? "yes" : "no");
    return said;
  }

  private static void money(Map<String, String> said, String field, @Nullable Money money) {
    if (money != null) {
      said.put(field, again(money.amount()));
      said.put("currency", money.code());
    }
  }

  /// Money as it is typed, without decimals that say nothing.
  private static String again(BigDecimal amount) {
    var plain = amount.stripTrailingZeros();
    return Numerals.again(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  /// The currency of a promise. No amount: what came is read from the bank, never from the promise.
  static Map<String, String> fill(Contribution c) {
    var said = new HashMap<String, String>();
    said.put("of", c.id());
    var outstanding = c.outstanding();
    if (outstanding != null) {
      said.put("currency", outstanding.code());
    }
    return said;
  }
}
