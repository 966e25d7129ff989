package org.bandung.funds.grants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bandung.funds.ledger.Money;

/// A grant as it stands.
///
/// @param fund id of the fund that pays
/// @param owner id of the body that answers for the fund
/// @param until last day on which money can be spent, as it was extended
/// @param reached milestones, by their words, with when
/// @param reports by id, the oldest first
/// @param requests for payments, by id, the oldest first
/// @param returned what came back, by partner
/// @param findings of auditors, the oldest first
/// @param sequence of its last event
public record Grant(
    String id,
    String fund,
    String owner,
    GrantPlan plan,
    LocalDate until,
    Map<String, Instant> reached,
    Map<String, Told> reports,
    Map<String, Request> requests,
    Map<String, Money> returned,
    List<String> findings,
    boolean closed,
    long sequence) {

  public Grant {
    reached = Map.copyOf(reached);
    reports = Collections.unmodifiableMap(new LinkedHashMap<>(reports));
    requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
    returned = Map.copyOf(returned);
    findings = List.copyOf(findings);
  }

  /// Where a report is.
  public enum Standing {
    /// The fund has to look at it.
    WAITING,
    /// The fund took it.
    ACCEPTED,
    /// The fund asked for it again.
    SENT_BACK
  }

  /// A report with what became of it.
  ///
  /// @param by account of who told it
  /// @param reason why it was sent back; empty if it was not
  public record Told(String id, GrantReport report, String by, Standing standing, String reason) {}

  /// Where a payment is.
  public enum Step {
    /// Somebody asked for it.
    ASKED,
    /// Somebody else agreed.
    APPROVED,
    /// It will not be.
    REFUSED,
    /// The bank paid.
    PAID
  }

  /// A payment that was asked for.
  ///
  /// @param by account of who asked
  /// @param approver account of who agreed; empty as long as nobody did
  public record Request(
      String id, int tranche, String partner, Money amount, String by, String approver, Step step) {

    boolean lives() {
      return step != Step.REFUSED;
    }
  }

  public Currency currency() {
    return Currency.getInstance(plan.currency());
  }

  private Money sum(Stream<Money> amounts) {
    return amounts.reduce(Money.zero(currency()), Money::plus);
  }

  /// What was asked for and not refused, of one tranche.
  public Money asked(int tranche) {
    return sum(
        requests.values().stream()
            .filter(r -> r.lives() && r.tranche() == tranche)
            .map(Request::amount));
  }

  /// What was asked for and not refused, for one partner.
  public Money asked(String partner) {
    return sum(
        requests.values().stream()
            .filter(r -> r.lives() && r.partner().equals(partner))
            .map(Request::amount));
  }

  /// What was paid.
  public Money paid() {
    return sum(paidTo(p -> true));
  }

  private Stream<Money> paidTo(Predicate<String> whom) {
    return requests.values().stream()
        .filter(r -> r.step() == Step.PAID && whom.test(r.partner()))
        .map(Request::amount);
  }

  /// What was paid to a partner.
  public Money paid(String partner) {
    return sum(paidTo(partner::equals));
  }

  /// What a partner accounted for, as far as the fund accepted it.
  public Money accounted(String partner) {
    return sum(
        reports.values().stream()
            .filter(t -> t.standing() == Standing.ACCEPTED && t.report().partner().equals(partner))
            .flatMap(t -> t.report().spent().stream())
            .map(GrantReport.Spent::amount));
  }

  /// What was accounted for on a line, accepted or waiting.
  public Money spent(String line) {
    return sum(
        reports.values().stream()
            .filter(t -> t.standing() != Standing.SENT_BACK)
            .flatMap(t -> t.report().spent().stream())
            .filter(s -> s.line().equals(line))
            .map(GrantReport.Spent::amount));
  }

  /// What a partner holds and has not accounted for; below zero where it spent its own money first.
  public Money open(String partner) {
    return paid(partner)
        .minus(accounted(partner))
        .minus(returned.getOrDefault(partner, Money.zero(currency())));
  }

  /// What the fund is still bound to pay.
  public Money unpaid() {
    return plan.total().minus(paid());
  }

  /// Reports that were accepted.
  public long accepted() {
    return reports.values().stream().filter(t -> t.standing() == Standing.ACCEPTED).count();
  }
}
