package org.bandung.funds;

import static org.bandung.funds.FaultList.LONGEST;
import static org.bandung.funds.FaultList.SHORT;
import static org.bandung.funds.FaultList.TITLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.funds.Contribution.Contributor;
import org.bandung.funds.ledger.Rate;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What cannot be taken of what is handed in for a fund.
final class FundFaults {

  /// Windows of one fund.
  static final int WINDOWS = 200;

  /// People of one fund.
  static final int PEOPLE = 500;

  /// Contributions to one fund.
  static final int CONTRIBUTIONS = 20_000;

  private static final int CODES = 500;
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

  private final FaultList faults = new FaultList();

  private FundFaults() {}

  static List<Note> of(FundTerms terms) {
    var all = new FundFaults();
    all.terms(terms);
    return all.faults.all();
  }

  static List<Note> of(Fund f, FundDeed deed) {
    var all = new FundFaults();
    all.deed(f, deed);
    return all.faults.all();
  }

  private void deed(Fund f, FundDeed deed) {
    switch (deed) {
      case FundDeed.Restate d -> terms(d.terms());
      case FundDeed.SetWindow d -> window(f, d.window());
      case FundDeed.Appoint d -> {
        faults.text("person", d.person(), TITLE);
        faults.count("person", f.people().size(), PEOPLE);
      }
      case FundDeed.Dismiss d -> faults.text("person", d.person(), TITLE);
      case FundDeed.Pledge d -> {
        contribution(f, d.id(), d.contributor(), d.on());
        faults.amount("amount", d.amount());
      }
      case FundDeed.PledgeInKind d -> {
        contribution(f, d.id(), d.contributor(), d.on());
        inKind(d.given());
      }
      case FundDeed.Receive d -> {
        faults.amount("amount", d.paid());
        faults.day("on", d.on());
        faults.text("reference", d.reference(), TITLE);
        rate(d.rate());
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
  }

  private void terms(FundTerms terms) {
    faults.title(terms.title());
    faults.texts("purpose", terms.purpose(), LONGEST);
    faults.currency("currency", terms.currency());
    var fee = terms.feePercent();
    if (fee != null && (fee.signum() < 0 || fee.compareTo(HUNDRED) > 0 || fee.scale() > 4)) {
      faults.add("bandung.number", "fee");
    }
    faults.day("since", terms.since());
  }

  private void window(Fund f, Window window) {
    faults.word("id", window.id());
    faults.title(window.title());
    codes("countries", window.countries());
    codes("sectors", window.sectors());
    var least = window.least();
    var most = window.most();
    if (least != null) {
      faults.amount("least", least);
    }
    if (most != null) {
      faults.amount("most", most);
    }
    if (least != null && most != null) {
      if (!least.currency().equals(most.currency())) {
        faults.add("bandung.currency", "most");
      } else if (least.compareTo(most) > 0) {
        faults.add("bandung.number", "most");
      }
    }
    if (!f.windows().containsKey(window.id())) {
      faults.count("window", f.windows().size() + 1, WINDOWS);
    }
  }

  private void contribution(Fund f, String id, Contributor who, LocalDate on) {
    faults.word("id", id);
    faults.text("contributor", who.name(), TITLE);
    var country = who.country();
    if (country != null && !COUNTRY.matcher(country).matches()) {
      faults.add("bandung.text-characters", "country");
    }
    if (who.organisation() != null) {
      faults.text("organisation", who.organisation(), TITLE);
    }
    faults.day("on", on);
    faults.count("contribution", f.contributions().size() + 1, CONTRIBUTIONS);
  }

  private void inKind(Contribution.InKind given) {
    faults.text("description", given.description(), SHORT);
    var quantity = given.quantity();
    if (quantity != null) {
      faults.text("unit", quantity.unit(), TITLE);
      faults.number("quantity", quantity.number(), LARGEST);
    }
    if (given.estimate() != null) {
      faults.amount("estimate", given.estimate());
    }
    if (given.delivered() != null) {
      faults.day("delivered", given.delivered());
    }
  }

  private void rate(@Nullable Rate rate) {
    if (rate != null) {
      faults.text("source", rate.source(), TITLE);
      faults.day("rateDate", rate.day());
    }
  }

  private void codes(String path, Set<String> codes) {
    faults.count(path, codes.size(), CODES);
    codes.forEach(code -> faults.text(path, code, TITLE));
  }
}
