package org.bandung.web.funds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.bandung.access.Mandates;
import org.bandung.funds.Contribution;
import org.bandung.funds.Contribution.Receipt;
import org.bandung.funds.Fund;
import org.bandung.funds.Window;
import org.bandung.funds.ledger.Money;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What pages tell of a fund. Money in different currencies is never added, and nothing in kind is
/// ever money.
@Component
final class FundModel {

  private static final int ON_A_PAGE = 100;

  private final Mandates mandates;
  private final Places places;
  private final FundAccounts accounts;

  FundModel(Mandates mandates, Places places, FundAccounts accounts) {
    this.mandates = mandates;
    this.places = places;
    this.accounts = accounts;
  }

  /// What was promised in one currency, and what came of it.
  ///
  /// @param received what it counts as in this currency
  record Total(String promised, String letGo, String received, String outstanding) {}

  /// A promise of money.
  ///
  /// @param country alpha-3, or null
  record Promise(
      String id,
      String who,
      @Nullable String country,
      @Nullable String organisation,
      String window,
      String on,
      String promised,
      String letGo,
      String outstanding,
      boolean open,
      List<Came> receipts) {}

  /// Money that came.
  ///
  /// @param exchange at what rate it counts, if it came in another currency
  record Came(String on, String counts, String exchange, String reference) {}

  /// Something in kind.
  record Given(
      String id,
      String who,
      @Nullable String country,
      @Nullable String organisation,
      String window,
      String on,
      String what,
      String quantity,
      String estimate,
      String delivered) {}

  /// A window in the page's words.
  record WindowLine(
      String id,
      String name,
      boolean open,
      List<String> countries,
      List<String> sectors,
      String amounts) {}

  /// The management fee of one currency.
  record FeeLine(String received, String ceiling, String taken, String left) {}

  /// A duty of a person.
  record Appointed(String person, String name, String duty) {}

  static String title(Window w, Words words) {
    var phrase = words.phrase(w.title());
    return phrase == null ? w.id() : phrase.text();
  }

  static String text(Money money, Words words) {
    return words.money(money.amount(), money.code());
  }

  /// What everybody may read where the fund is shown.
  void fill(Model model, Fund f, int page, Visit visit) {
    var words = visit.words();
    var terms = f.terms();
    model.addAttribute("fund", f);
    model.addAttribute("name", words.phrase(terms.title()));
    model.addAttribute("purpose", words.phrase(terms.purpose()));
    model.addAttribute("since", words.day(terms.since()));
    model.addAttribute("currency", words.currency(terms.currency()));
    model.addAttribute(
        "percent",
        terms.feePercent() == null
            ? ""
            : words.text("funds.fee.percent", words.decimal(terms.feePercent())));
    model.addAttribute("body", mandates.owner(f.owner()).map(b -> b.name()).orElse(""));
    model.addAttribute("totals", totals(f, words));
    model.addAttribute("fees", fees(f, words));
    model.addAttribute("groups", accounts.groups(f, words));
    model.addAttribute("windows", f.windows().values().stream().map(w -> line(w, words)).toList());
    contributions(model, f, page, words);
  }

  private void contributions(Model model, Fund f, int asked, Words words) {
    var all = List.copyOf(f.contributions().values());
    int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    int page = Math.clamp(asked, 1, pages);
    var some = all.subList((page - 1) * ON_A_PAGE, Math.min(all.size(), page * ON_A_PAGE));
    var promises = new ArrayList<Promise>();
    var kinds = new ArrayList<Given>();
    for (var c : some) {
      var pledged = c.pledged();
      var inKind = c.inKind();
      if (pledged != null) {
        promises.add(promise(f, c, pledged, words));
      } else if (inKind != null) {
        kinds.add(given(f, c, inKind, words));
      }
    }
    model.addAttribute("promises", promises);
    model.addAttribute("kinds", kinds);
    model.addAttribute("page", page);
    model.addAttribute("pages", pages);
  }

  /// By currency of the promises.
  static List<Total> totals(Fund f, Words words) {
    var sums = new TreeMap<String, Money[]>();
    for (var c : f.contributions().values()) {
      var pledged = c.pledged();
      var outstanding = c.outstanding();
      if (pledged == null || outstanding == null) {
        continue;
      }
      var zero = Money.zero(pledged.currency());
      var sum = sums.computeIfAbsent(pledged.code(), code -> new Money[] {zero, zero, zero, zero});
      sum[0] = sum[0].plus(pledged);
      sum[1] = sum[1].plus(c.released() == null ? zero : c.released());
      for (var receipt : c.receipts()) {
        sum[2] = sum[2].plus(receipt.counts());
      }
      sum[3] = sum[3].plus(outstanding);
    }
    return sums.values().stream()
        .map(s ->
            new Total(text(s[0], words), text(s[1], words), text(s[2], words), text(s[3], words)))
        .toList();
  }

  private static List<FeeLine> fees(Fund f, Words words) {
    var received = new TreeMap<String, Money>();
    f.fees().forEach((code, fee) -> received.put(code, Money.zero(fee.currency())));
    for (var c : f.contributions().values()) {
      c.receipts().forEach(r -> received.merge(r.paid().code(), r.paid(), Money::plus));
    }
    return received.values().stream().map(r -> fee(f, r, words)).toList();
  }

  private static FeeLine fee(Fund f, Money received, Words words) {
    Currency currency = received.currency();
    var left = f.feeLeft(currency);
    var taken = f.fees().getOrDefault(received.code(), Money.zero(currency));
    return new FeeLine(
        text(received, words),
        text(left.plus(taken), words),
        text(taken, words),
        text(left, words));
  }

  private WindowLine line(Window w, Words words) {
    var least = w.least();
    var most = w.most();
    String amounts = "";
    if (least != null && most != null) {
      amounts = words.text("period.both", text(least, words), text(most, words));
    } else if (least != null) {
      amounts = words.text("funds.least", text(least, words));
    } else if (most != null) {
      amounts = words.text("funds.most", text(most, words));
    }
    return new WindowLine(
        w.id(),
        title(w, words),
        w.open(),
        places.names(w.countries(), words),
        w.sectors().stream().map(words::sector).sorted(words.collator()::compare).toList(),
        amounts);
  }

  private static String window(Fund f, Contribution c, Words words) {
    var id = c.window();
    var window = id == null ? null : f.windows().get(id);
    return window == null ? "" : title(window, words);
  }

  private static Promise promise(Fund f, Contribution c, Money pledged, Words words) {
    var outstanding = c.outstanding();
    var released = c.released();
    return new Promise(
        c.id(),
        c.contributor().name(),
        c.contributor().country(),
        c.contributor().organisation(),
        window(f, c, words),
        words.day(c.on()),
        text(pledged, words),
        released == null || released.signum() == 0 ? "" : text(released, words),
        outstanding == null ? "" : text(outstanding, words),
        outstanding != null && outstanding.signum() > 0,
        c.receipts().stream().map(r -> came(r, words)).toList());
  }

  private static Came came(Receipt r, Words words) {
    var rate = r.rate();
    return new Came(
        words.day(r.on()),
        text(r.counts(), words),
        rate == null
            ? ""
            : words.text(
                "funds.exchanged",
                text(r.paid(), words),
                words.decimal(rate.perUnit()),
                rate.source(),
                words.day(rate.day())),
        r.reference());
  }

  private static Given given(Fund f, Contribution c, Contribution.InKind given, Words words) {
    var quantity = given.quantity();
    var estimate = given.estimate();
    var delivered = given.delivered();
    return new Given(
        c.id(),
        c.contributor().name(),
        c.contributor().country(),
        c.contributor().organisation(),
        window(f, c, words),
        words.day(c.on()),
        given.description(),
        quantity == null ? "" : words.quantity(quantity),
        estimate == null ? "" : text(estimate, words),
        delivered == null ? "" : words.day(delivered));
  }

  /// Who has which duty, by name.
  List<Appointed> people(Fund f, Words words) {
    var all = new ArrayList<Appointed>();
    for (var e : f.people().entrySet()) {
      var name = mandates.nameOf(e.getKey()).orElse("");
      e.getValue().stream()
          .sorted()
          .forEach(d -> all.add(new Appointed(e.getKey(), name, d.code())));
    }
    all.sort(Comparator.comparing(Appointed::name, words.collator()));
    return all;
  }
}
