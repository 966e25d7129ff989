package org.bandung.web.funds;

import static org.bandung.web.funds.FundField.amount;
import static org.bandung.web.funds.FundField.choice;
import static org.bandung.web.funds.FundField.code;
import static org.bandung.web.funds.FundField.currency;
import static org.bandung.web.funds.FundField.day;
import static org.bandung.web.funds.FundField.email;
import static org.bandung.web.funds.FundField.hidden;
import static org.bandung.web.funds.FundField.may;
import static org.bandung.web.funds.FundField.must;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bandung.access.Body;
import org.bandung.funds.Duty;
import org.bandung.funds.Fund;
import org.bandung.funds.Window;
import org.bandung.kernel.Messages;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Dictionary.Choice;
import org.bandung.web.frame.Words;
import org.bandung.web.funds.FundField.Kind;
import org.springframework.stereotype.Component;

/// What each form of a fund asks.
@Component
final class FundQuestions {

  private static final int TITLE = 300;
  private static final int SHORT = 2_000;
  private static final int LONGEST = 20_000;

  private final Dictionary dictionary;

  FundQuestions(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /// What a new fund is asked for.
  ///
  /// @param bodies it may be opened for
  List<FundField> opening(List<Body> bodies, Words words) {
    var all = new ArrayList<FundField>();
    if (bodies.size() > 1) {
      all.add(choice("body", bodies.stream().map(b -> new Choice(b.id(), b.name())).toList()));
    }
    all.addAll(terms(words));
    return all;
  }

  private static List<FundField> terms(Words words) {
    return List.of(
        spoken(words),
        must("title", Kind.TEXT, TITLE).called("fund-title"),
        may("purpose", Kind.LONG, LONGEST),
        currency(true).called("fund-currency"),
        amount("fee", false).called("fee-percent"),
        day("since", true));
  }

  private static FundField spoken(Words words) {
    return choice(
        "in", Messages.LANGUAGES.stream().map(l -> new Choice(l, words.languageName(l))).toList());
  }

  /// @param fresh whether it is a window that is not there yet
  List<FundField> of(FundForm form, Fund fund, boolean fresh, Words words) {
    return switch (form) {
      case RESTATE -> terms(words);
      case APPOINT -> List.of(email(), choice("duty", duties(words)));
      case DISMISS -> List.of(hidden("person"), hidden("duty"));
      case SHOW -> List.of(hidden("everybody"));
      case WINDOW -> window(fresh, words);
      case PLEDGE -> pledge(fund, words);
      case PLEDGE_IN_KIND -> inKind(fund, words);
      case RECEIVE -> receive();
      case LET_GO ->
          List.of(amount("amount", true), day("on", true), must("reason", Kind.LONG, SHORT));
      case DELIVER -> List.of(day("on", true).called("on-deliver"));
      case INTEREST -> money(fund, must("reference", Kind.TEXT, TITLE), words);
      case FEE -> money(fund, must("reason", Kind.LONG, SHORT), words);
    };
  }

  private static List<Choice> duties(Words words) {
    return Arrays.stream(Duty.values())
        .map(d ->
            new Choice(
                d.code(),
                words.text("funds.duty." + d.code())
                    + words.text("list.colon")
                    + words.text("funds.duty." + d.code() + ".does")))
        .toList();
  }

  private List<FundField> window(boolean fresh, Words words) {
    return List.of(
        fresh ? code("id").called("window-id") : hidden("id"),
        spoken(words),
        must("title", Kind.TEXT, TITLE).called("window-title"),
        may("countries", Kind.LONG, LONGEST),
        FundField.ticks("sectors", dictionary.sectors(words)),
        amount("least", false),
        amount("most", false),
        currency(false).called("window-currency"),
        choice(
            "open",
            List.of(
                new Choice("yes", words.text("funds.open.yes")),
                new Choice("no", words.text("funds.open.no")))));
  }

  private List<FundField> contributor(Fund fund, Words words) {
    var all = new ArrayList<FundField>();
    all.add(must("contributor", Kind.TEXT, TITLE));
    var countries = new ArrayList<Choice>();
    countries.add(new Choice("", words.text("funds.no-country")));
    dictionary.countries(words).forEach(c -> countries.add(new Choice(c.code(), c.name())));
    all.add(choice("country", countries));
    windows(all, fund.windows().values().stream().filter(Window::open).toList(), words);
    return all;
  }

  /// Money of the fund or of one of its windows, which may be closed.
  private static List<FundField> money(Fund fund, FundField why, Words words) {
    var all = new ArrayList<FundField>();
    windows(all, List.copyOf(fund.windows().values()), words);
    all.add(amount("amount", true));
    all.add(currency(true));
    all.add(day("on", true));
    all.add(why);
    return all;
  }

  private static void windows(List<FundField> all, List<Window> some, Words words) {
    if (!some.isEmpty()) {
      var windows = new ArrayList<Choice>();
      windows.add(new Choice("", words.text("funds.whole-fund")));
      some.forEach(w -> windows.add(new Choice(w.id(), FundModel.title(w, words))));
      all.add(choice("window", windows));
    }
  }

  private List<FundField> pledge(Fund fund, Words words) {
    var all = contributor(fund, words);
    all.add(amount("amount", true));
    all.add(currency(true));
    all.add(day("on", true).called("on-pledge"));
    return all;
  }

  private List<FundField> inKind(Fund fund, Words words) {
    var units = new ArrayList<Choice>();
    units.add(new Choice("", words.text("not-reported")));
    units.addAll(dictionary.units(words));
    var all = contributor(fund, words);
    all.add(must("description", Kind.LONG, SHORT));
    all.add(amount("quantity", false));
    all.add(choice("unit", units));
    all.add(amount("estimate", false));
    all.add(currency(false));
    all.add(day("on", true).called("on-pledge"));
    return all;
  }

  private static List<FundField> receive() {
    return List.of(
        amount("amount", true).called("amount-received"),
        currency(true),
        day("on", true).called("on-receive"),
        must("reference", Kind.TEXT, TITLE),
        amount("rate", false),
        may("source", Kind.TEXT, TITLE).called("rate-source"),
        day("rateDate", false).called("rate-date"));
  }
}
