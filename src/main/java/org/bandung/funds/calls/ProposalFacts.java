package org.bandung.funds.calls;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.funds.calls.people.TrackRecord;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.rules.Facts;
import org.bandung.funds.rules.Value;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;

/// What a form tells the rules of a call. What is not filled in is not told.
final class ProposalFacts {

  private final Reference reference;

  ProposalFacts(Reference reference) {
    this.reference = reference;
  }

  /// What is known beside the form.
  ///
  /// @param now by the clock of the node
  /// @param deadline that counts for this proposal
  /// @param others of the same organisation to the fund in the same year
  record Beside(Instant now, Instant deadline, int others, Optional<TrackRecord.Past> past) {}

  Facts of(ProposalForm form, Call call, Beside beside) {
    var facts =
        Facts.NONE
            .with("now", Value.of(beside.now()))
            .with("deadline", Value.of(beside.deadline()))
            .with("other_proposals", Value.of(beside.others()))
            .with("language", Value.of(form.language()))
            .with("form_complete", Value.of(complete(form)));
    if (beside.past().isPresent()) {
      facts =
          facts
              .with("overdue_reports", Value.of(beside.past().get().overdue()))
              .with("completed_projects", Value.of(beside.past().get().completed()));
    }
    facts = said(facts, form);
    facts = letters(facts, form);
    facts = money(facts, form);
    return countries(facts, form, LocalDate.ofInstant(beside.now(), call.zone()));
  }

  private static Facts said(Facts before, ProposalForm form) {
    var facts = before;
    if (form.window() != null) {
      facts = facts.with("window", Value.of(form.window()));
    }
    if (!form.sectors().isEmpty()) {
      facts = facts.with("sectors", Value.of(form.sectors()));
    }
    if (!form.executing().isEmpty()) {
      facts = facts.with("executing", Value.of(form.executing()));
    }
    if (!form.purpose().isEmpty()) {
      facts = facts.with("purpose", Value.of(form.purpose()));
    }
    if (!form.applicantKind().isEmpty()) {
      facts = facts.with("applicant_kind", Value.of(form.applicantKind()));
    }
    if (form.replaces() != null) {
      facts = facts.with("replaces_un_money", Value.of(form.replaces().booleanValue()));
    }
    return form.months() > 0 ? facts.with("months", Value.of(form.months())) : facts;
  }

  /// Only a complete letter proves something.
  private static Facts letters(Facts facts, ProposalForm form) {
    return facts
        .with("endorsed_by", Value.of(from(form, l -> proves(l, "endorsement"))))
        .with("interested", Value.of(from(form, l -> proves(l, "interest"))))
        .with("requesting", Value.of(from(form, l -> proves(l, "request"))))
        .with("incomplete_letters", Value.of(from(form, l -> !l.complete())));
  }

  private static boolean proves(ProposalForm.Letter letter, String kind) {
    return letter.complete() && letter.kind().equals(kind);
  }

  private static Set<String> from(ProposalForm form, Predicate<ProposalForm.Letter> which) {
    return form.letters().stream()
        .filter(which)
        .map(ProposalForm.Letter::country)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Facts money(Facts facts, ProposalForm form) {
    if (form.budget().isEmpty()) {
      return facts;
    }
    return facts
        .with("requested", amount(form, form.sumRequested()))
        .with("matching", amount(form, form.sumMatching()))
        .with("matching_secured", amount(form, form.sumSecured()))
        .with("total", amount(form, form.sumRequested().add(form.sumMatching())));
  }

  private static Value amount(ProposalForm form, BigDecimal sum) {
    return Value.of(new Money(sum, Currency.getInstance(form.currency())));
  }

  private Facts countries(Facts before, ProposalForm form, LocalDate day) {
    var countries =
        form.partners().stream()
            .map(ProposalForm.Partner::country)
            .filter(CountryCode::isWellFormed)
            .collect(Collectors.toCollection(TreeSet::new));
    if (countries.isEmpty()) {
      return before;
    }
    var facts = CountryFacts.with(before, countries, day, reference);
    var lead =
        form.partners().stream()
            .filter(p -> p.leads() && CountryCode.isWellFormed(p.country()))
            .findFirst();
    return lead.isPresent() ? facts.with("lead_country", Value.of(lead.get().country())) : facts;
  }

  /// Whether no part is left empty.
  static boolean complete(ProposalForm form) {
    return !form.title().isBlank()
        && !form.summary().isBlank()
        && !form.partners().isEmpty()
        && form.logFrame().stream().anyMatch(r -> r.level().equals("purpose"))
        && form.logFrame().stream()
            .anyMatch(r -> r.level().equals("output") && !r.indicator().isBlank())
        && !form.workplan().isEmpty()
        && !form.budget().isEmpty()
        && !form.risks().isEmpty()
        && form.months() > 0;
  }
}
