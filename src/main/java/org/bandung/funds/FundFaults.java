package org.bandung.funds;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What cannot be taken; never stops at the first.
final class FundFaults {

  /// Windows of one fund.
  static final int WINDOWS = 200;

  /// People of one fund.
  static final int PEOPLE = 500;

  /// Contributions to one fund.
  static final int CONTRIBUTIONS = 20_000;

  private static final int TITLE = 300;
  private static final int LONGEST = 20_000;
  private static final int SHORT = 2_000;
  private static final int LANGUAGES = 20;
  private static final int CODES = 500;
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal LARGEST = new BigDecimal("1e15");
  private static final BigDecimal LARGEST_RATE = new BigDecimal("1e12");
  private static final int DIGITS_OF_RATE = 20;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
  private static final Pattern WINDOW = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

  private final List<Note> notes = new ArrayList<>();

  private FundFaults() {}

  static List<Note> of(FundTerms terms) {
    var faults = new FundFaults();
    faults.terms(terms);
    return List.copyOf(faults.notes);
  }

  static List<Note> of(Fund f, FundDeed deed) {
    var faults = new FundFaults();
    switch (deed) {
      case FundDeed.Restate d -> faults.terms(d.terms());
      case FundDeed.SetWindow d -> faults.window(f, d.window());
      case FundDeed.Appoint d -> {
        faults.text("person", d.person(), TITLE);
        faults.count("person", f.people().size(), PEOPLE);
      }
      case FundDeed.Dismiss d -> faults.text("person", d.person(), TITLE);
      case FundDeed.Pledge d -> {
        faults.contribution(f, d.id(), d.contributor(), d.on());
        faults.amount("amount", d.amount());
      }
      case FundDeed.PledgeInKind d -> {
        faults.contribution(f, d.id(), d.contributor(), d.on());
        faults.inKind(d.given());
      }
      case FundDeed.Receive d -> {
        faults.amount("amount", d.paid());
        faults.day("on", d.on());
        faults.text("reference", d.reference(), TITLE);
        faults.exchange(d.exchange());
      }
      case FundDeed.LetGo d -> {
        faults.amount("amount", d.amount());
        faults.day("on", d.on());
        faults.text("reason", d.reason(), SHORT);
      }
      case FundDeed.Deliver d -> faults.day("on", d.on());
      case FundDeed.Interest d -> {
        faults.amount("amount", d.amount());
        faults.day("on", d.on());
        faults.text("reference", d.reference(), TITLE);
      }
      case FundDeed.Fee d -> {
        faults.amount("amount", d.amount());
        faults.day("on", d.on());
        faults.text("reason", d.reason(), SHORT);
      }
      case FundDeed.Show d -> {}
    }
    return List.copyOf(faults.notes);
  }

  private void terms(FundTerms terms) {
    if (terms.title().isEmpty()) {
      add("bandung.text-missing", "title");
    }
    texts("title", terms.title(), TITLE);
    texts("purpose", terms.purpose(), LONGEST);
    if (!currency(terms.currency())) {
      add("bandung.currency", "currency");
    }
    var fee = terms.feePercent();
    if (fee != null && (fee.signum() < 0 || fee.compareTo(HUNDRED) > 0 || fee.scale() > 4)) {
      add("bandung.number", "fee");
    }
    day("since", terms.since());
  }

  private void window(Fund f, Window window) {
    if (!WINDOW.matcher(window.id()).matches()) {
      add("bandung.text-characters", "id");
    }
    if (window.title().isEmpty()) {
      add("bandung.text-missing", "title");
    }
    texts("title", window.title(), TITLE);
    codes("countries", window.countries());
    codes("sectors", window.sectors());
    var least = window.least();
    var most = window.most();
    if (least != null) {
      amount("least", least);
    }
    if (most != null) {
      amount("most", most);
    }
    if (least != null && most != null) {
      if (!least.currency().equals(most.currency())) {
        add("bandung.currency", "most");
      } else if (least.compareTo(most) > 0) {
        add("bandung.number", "most");
      }
    }
    if (!f.windows().containsKey(window.id())) {
      count("window", f.windows().size() + 1, WINDOWS);
    }
  }

  private void contribution(Fund f, String id, Contributor who, LocalDate on) {
    text("id", id, TITLE);
    text("contributor", who.name(), TITLE);
    var country = who.country();
    if (country != null && !COUNTRY.matcher(country).matches()) {
      add("bandung.text-characters", "country");
    }
    if (who.organisation() != null) {
      text("organisation", who.organisation(), TITLE);
    }
    day("on", on);
    count("contribution", f.contributions().size() + 1, CONTRIBUTIONS);
  }

  private void inKind(Contribution.InKind given) {
    text("description", given.description(), SHORT);
    var quantity = given.quantity();
    if (quantity != null) {
      text("unit", quantity.unit(), TITLE);
      if (quantity.number().signum() <= 0 || large(quantity.number(), LARGEST)) {
        add("bandung.number", "quantity");
      }
    }
    if (given.estimate() != null) {
      amount("estimate", given.estimate());
    }
    if (given.delivered() != null) {
      day("delivered", given.delivered());
    }
  }

  private void exchange(@Nullable Exchange exchange) {
    if (exchange == null) {
      return;
    }
    if (exchange.rate().signum() <= 0
        || large(exchange.rate(), LARGEST_RATE)
        || exchange.rate().scale() > DIGITS_OF_RATE) {
      add("bandung.number", "rate");
    }
    text("source", exchange.source(), TITLE);
    day("rateDate", exchange.date());
  }

  private static boolean currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode().equals(code);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void amount(String path, Money money) {
    if (money.signum() <= 0 || large(money.amount(), LARGEST)) {
      add("bandung.number", path);
    }
  }

  private static boolean large(BigDecimal number, BigDecimal most) {
    return number.abs().compareTo(most) >= 0;
  }

  private void day(String path, LocalDate day) {
    if (day.isBefore(FIRST) || !day.isBefore(LAST)) {
      add("bandung.date", path);
    }
  }

  private void codes(String path, Set<String> codes) {
    count(path, codes.size(), CODES);
    codes.forEach(code -> text(path, code, TITLE));
  }

  private void texts(String path, LocalizedText text, int longest) {
    count(path, text.byLanguage().size(), LANGUAGES);
    text.byLanguage().values().forEach(t -> text(path, t, longest));
  }

  private void text(String path, String text, int longest) {
    if (text.isBlank()) {
      add("bandung.text-missing", path);
    } else if (text.length() > longest) {
      add("bandung.text-too-long", path, String.valueOf(longest));
    } else if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      add("bandung.text-characters", path);
    }
  }

  private void count(String path, int count, int most) {
    if (count > most) {
      add("bandung.too-many", path, String.valueOf(most));
    }
  }

  private void add(String code, String path, String... arguments) {
    notes.add(new Note(0, "", Note.Severity.REFUSED, code, path, List.of(arguments)));
  }
}
