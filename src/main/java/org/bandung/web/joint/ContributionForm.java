package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bandung.access.fields.Circle;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.loans.Loan;
import org.bandung.web.frame.Numerals;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// Between a contribution and the fields of its form.
final class ContributionForm {

  static final int COMPONENTS = 5;

  private ContributionForm() {}

  /// @param before the contribution that is changed, if one is
  static Contribution read(Said said, String party, @Nullable Contribution before) {
    boolean given = !said.get("direction").equals("received");
    var other = said.get("other");
    return new Contribution(
        said.get("kind").equals("money") ? Contribution.Kind.MONEY : Contribution.Kind.IN_KIND,
        given ? party : other,
        given ? other : party,
        said.prose("what", before == null ? LocalizedText.EMPTY : before.what()),
        said.given("form"),
        said.figure(),
        components(said),
        valuation(said),
        said.period(),
        said.get("visibility").equals("public")
            ? Contribution.Visibility.PUBLIC
            : Contribution.Visibility.PARTIES,
        loan(said, before),
        new Contribution.Circles(
            SensitiveField.CONTRIBUTION_AMOUNT.picked(said.get("circle-amount")),
            SensitiveField.CONTRIBUTION_QUANTITY.picked(said.get("circle-quantity")),
            SensitiveField.CONTRIBUTION_COMPONENTS.picked(said.get("circle-components"))));
  }

  private static List<Contribution.Component> components(Said said) {
    var parts = new ArrayList<Contribution.Component>();
    for (int n = 1; n <= COMPONENTS; n++) {
      var kind = said.given("part-" + n);
      var value = said.number("part-" + n + "-amount");
      if (kind != null && value != null) {
        parts.add(
            new Contribution.Component(kind, new ReportedAmount(value, said.given("currency"))));
      }
    }
    return parts;
  }

  private static Contribution.Valuation valuation(Said said) {
    var rate = said.number("rate");
    var currency = said.given("rate-currency");
    if (rate != null && currency == null) {
      said.fault("rate-currency", "currency");
    }
    return new Contribution.Valuation(
        said.given("valuation"),
        rate == null || currency == null
            ? null
            : new Contribution.Rate(
                rate, currency, said.date("rate-date"), said.given("rate-source")),
        said.ticked("estimate"));
  }

  private static @Nullable Loan loan(Said said, @Nullable Contribution before) {
    if (!said.ticked("is-loan")) {
      return null;
    }
    var terms = terms(said, "loan-");
    if (terms == null) {
      return null;
    }
    var events =
        new ArrayList<Loan.DebtEvent>(
            before == null || before.loan() == null ? List.of() : before.loan().events());
    event(said).ifPresent(events::add);
    return new Loan(terms, events);
  }

  private static Loan.@Nullable Terms terms(Said said, String prefix) {
    var principal = said.amount(prefix + "principal", prefix + "currency");
    var interest = said.number(prefix + "interest");
    int years = said.whole(prefix + "maturity", 0);
    int grace = said.whole(prefix + "grace", 0);
    if (principal == null) {
      said.fault(prefix + "principal", "text-missing");
    }
    if (interest == null) {
      said.fault(prefix + "interest", "text-missing");
    }
    if (principal == null || interest == null) {
      return null;
    }
    return new Loan.Terms(
        principal,
        interest,
        grace,
        years,
        said.whole(prefix + "payments", 2),
        profile(said.get(prefix + "profile")),
        said.ticked(prefix + "tied"));
  }

  private static Loan.Profile profile(String code) {
    return switch (code) {
      case "annuity" -> Loan.Profile.ANNUITY;
      case "bullet" -> Loan.Profile.BULLET;
      default -> Loan.Profile.EQUAL_PRINCIPAL;
    };
  }

  /// What became of the debt since, if something is told.
  private static java.util.Optional<Loan.DebtEvent> event(Said said) {
    var kind = said.get("debt");
    var date = said.date("debt-date");
    if (kind.isEmpty()) {
      return java.util.Optional.empty();
    }
    if (date == null) {
      said.fault("debt-date", "date");
      return java.util.Optional.empty();
    }
    if (kind.equals("relief")) {
      var forgiven = said.amount("debt-amount", "debt-currency");
      if (forgiven == null) {
        said.fault("debt-amount", "number");
        return java.util.Optional.empty();
      }
      return java.util.Optional.of(new Loan.Relief(date, forgiven, said.prose("debt-text")));
    }
    var terms = terms(said, "new-");
    return terms == null
        ? java.util.Optional.empty()
        : java.util.Optional.of(new Loan.Rescheduling(date, terms, said.prose("debt-text")));
  }

  /// The fields as they are filled for a contribution.
  static Map<String, String> fill(Contribution c, String party, Words words) {
    var said = new HashMap<String, String>();
    boolean given = c.giver().equals(party);
    said.put("direction", given ? "given" : "received");
    said.put("other", given ? c.receiver() : c.giver());
    said.put("kind", c.kind() == Contribution.Kind.MONEY ? "money" : "in-kind");
    var what = words.phrase(c.what());
    said.put("what", what == null ? "" : what.text());
    put(said, "form", c.form());
    amount(said, "amount", "currency", c.figure().amount());
    if (c.figure().quantity() != null) {
      said.put("quantity", Numerals.again(c.figure().quantity().number()));
      said.put("unit", c.figure().quantity().unit());
    }
    for (int n = 0; n < c.components().size() && n < COMPONENTS; n++) {
      said.put("part-" + (n + 1), c.components().get(n).kind());
      said.put(
          "part-" + (n + 1) + "-amount", Numerals.again(c.components().get(n).amount().value()));
    }
    put(said, "valuation", c.valuation().method());
    if (c.valuation().estimate()) {
      said.put("estimate", "yes");
    }
    var rate = c.valuation().rate();
    if (rate != null) {
      said.put("rate", Numerals.again(rate.rate()));
      said.put("rate-currency", rate.currency());
      date(said, "rate-date", rate.date());
      put(said, "rate-source", rate.source());
    }
    date(said, "from", c.period().start());
    date(said, "to", c.period().end());
    said.put("visibility", c.visibility() == Contribution.Visibility.PUBLIC ? "public" : "parties");
    // What is chosen, not what follows from the choice for the whole.
    var circles = c.circles() == null ? Contribution.Circles.USUAL : c.circles();
    chosen(said, SensitiveField.CONTRIBUTION_AMOUNT, circles.amount());
    chosen(said, SensitiveField.CONTRIBUTION_QUANTITY, circles.quantity());
    chosen(said, SensitiveField.CONTRIBUTION_COMPONENTS, circles.components());
    if (c.loan() != null) {
      loan(said, c.loan().terms());
    }
    return said;
  }

  private static void loan(Map<String, String> said, Loan.Terms terms) {
    said.put("is-loan", "yes");
    amount(said, "loan-principal", "loan-currency", terms.principal());
    said.put("loan-interest", Numerals.again(terms.interest()));
    said.put("loan-maturity", String.valueOf(terms.maturityMonths()));
    said.put("loan-grace", String.valueOf(terms.graceMonths()));
    said.put("loan-payments", String.valueOf(terms.paymentsPerYear()));
    said.put(
        "loan-profile",
        terms.profile().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    if (terms.tied()) {
      said.put("loan-tied", "yes");
    }
  }

  private static void amount(
      Map<String, String> said, String field, String currency, @Nullable ReportedAmount amount) {
    if (amount != null) {
      said.put(field, Numerals.again(amount.value()));
      put(said, currency, amount.currency());
    }
  }

  private static void date(Map<String, String> said, String field, @Nullable PartialDate date) {
    if (date != null) {
      said.put(field, date.toString());
    }
  }

  static void chosen(Map<String, String> said, SensitiveField field, @Nullable Circle chosen) {
    put(said, "circle-" + field.field(), chosen == null ? null : chosen.code());
  }

  private static void put(Map<String, String> said, String field, @Nullable String value) {
    if (value != null) {
      said.put(field, value);
    }
  }
}
