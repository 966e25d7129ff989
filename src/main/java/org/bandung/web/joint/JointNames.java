package org.bandung.web.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.access.Permission;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.loans.GrantElement;
import org.bandung.registry.loans.Loan;
import org.bandung.web.frame.Words;

/// How joint initiatives are spoken of in one language.
final class JointNames {

  private static final int PER_MILLE = 1_000;
  private static final double TENTHS = 10.0;

  private final Words words;
  private final Joint joint;

  JointNames(Words words, Joint joint) {
    this.words = words;
    this.joint = joint;
  }

  /// A choice of a list.
  record Choice(String code, String name) {}

  String party(String id) {
    if (id.equals(Contribution.EVERYBODY)) {
      return words.text("joint.everybody");
    }
    return joint.beginning().party(id).map(this::party).orElse(id);
  }

  private String party(JointParty party) {
    return party.ofCountryItself() ? words.country(party.id()) : text(party.name());
  }

  String text(LocalizedText text) {
    var phrase = words.phrase(text);
    return phrase == null ? "" : phrase.text();
  }

  String figure(Figure figure) {
    var parts = new ArrayList<String>();
    if (figure.amount() != null) {
      parts.add(words.amount(figure.amount()));
    }
    if (figure.quantity() != null) {
      parts.add(words.quantity(figure.quantity()));
    }
    return parts.isEmpty() ? words.text("not-reported") : String.join(" · ", parts);
  }

  /// All parties, by name.
  List<Choice> parties() {
    return joint.beginning().parties().stream()
        .map(p -> new Choice(p.id(), party(p)))
        .sorted(java.util.Comparator.comparing(Choice::name, words.collator()))
        .toList();
  }

  /// The parties for which somebody may do something.
  List<Choice> mine(JointInitiatives.View view, Set<Permission> any) {
    return parties().stream().filter(p -> view.may(p.code(), any)).toList();
  }

  String names(Set<String> parties) {
    return parties.stream()
        .map(this::party)
        .sorted(words.collator())
        .collect(Collectors.joining(words.text("list.comma")));
  }

  /// Everything a contribution tells beside its figure, line by line.
  List<String> details(Contribution c) {
    var lines = new ArrayList<String>();
    if (c.form() != null) {
      lines.add(words.label("cooperation-form", c.form()));
    }
    if (!c.period().equals(org.bandung.kernel.Period.UNKNOWN)) {
      lines.add(words.when(c.period()));
    }
    for (var field : SensitiveField.of("contribution").values()) {
      var circle = c.circle(field);
      if (field.choosable() && circle != field.circle(null, c.visibility().circle())) {
        lines.add(
            words.text(
                "circle.narrowed",
                words.text("circle.field.contribution." + field.field()),
                words.text("circle." + circle.code())));
      }
    }
    for (var part : c.components()) {
      lines.add(
          words.text(
              "joint.part",
              words.label("cost-component", part.kind()),
              words.amount(part.amount())));
    }
    var valuation = c.valuation();
    if (valuation.method() != null) {
      lines.add(words.label("valuation-method", valuation.method()));
    }
    if (valuation.estimate()) {
      lines.add(words.text("contribution.estimate"));
    }
    var rate = valuation.rate();
    if (rate != null && c.figure().amount() != null) {
      lines.add(
          words.text(
              "joint.rate",
              String.valueOf(c.figure().amount().currency()),
              rate.currency(),
              rate.rate().toPlainString(),
              rate.date() == null ? words.text("not-reported") : words.date(rate.date()),
              rate.source() == null ? words.text("not-reported") : rate.source()));
    }
    if (c.loan() != null) {
      lines.addAll(loan(c.loan()));
    }
    return lines;
  }

  private List<String> loan(Loan loan) {
    var lines = new ArrayList<String>();
    var terms = loan.standing();
    lines.add(terms(terms));
    lines.add(
        words.text(
            "joint.loan.grant-element",
            perCent(GrantElement.of(terms, GrantElement.UNIFIED_RATE)),
            perCent(GrantElement.of(terms, GrantElement.HISTORIC_RATE))));
    GrantElement.mark(terms).ifPresent(mark -> lines.add(words.text("joint.loan." + mark)));
    for (var event : loan.events()) {
      lines.add(
          switch (event) {
            case Loan.Relief(var date, var forgiven, var text) ->
                words.text("joint.loan.relief", words.date(date), words.amount(forgiven))
                    + " "
                    + text(text);
            case Loan.Rescheduling(var date, var newTerms, var text) ->
                words.text("joint.loan.rescheduling", words.date(date), terms(newTerms))
                    + " "
                    + text(text);
          });
    }
    return lines;
  }

  private String terms(Loan.Terms terms) {
    return words.text(
            "joint.loan.terms",
            words.amount(terms.principal()),
            words.text("joint.percent", terms.interest().stripTrailingZeros().toPlainString()),
            words.number(terms.maturityMonths()),
            words.number(terms.graceMonths()))
        + (terms.tied() ? words.text("list.semicolon") + words.text("joint.loan.tied") : "");
  }

  private String perCent(double share) {
    return words.text("joint.percent", String.valueOf(Math.round(share * PER_MILLE) / TENTHS));
  }
}
