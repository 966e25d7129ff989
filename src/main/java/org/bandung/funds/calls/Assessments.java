package org.bandung.funds.calls;

import static org.bandung.access.guard.Refusals.refused;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.access.Account;
import org.bandung.funds.Duty;
import org.bandung.funds.calls.CallsOutcome.Done;
import org.bandung.funds.calls.CallsOutcome.NotAllowed;
import org.bandung.funds.calls.people.FundPeople;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Proposals as a fund's people see and judge them: screening, reviewers, reviews, conflicts of
/// interest. Drafts are never seen here, and whoever has a conflict sees nothing of the proposal
/// from the moment it is declared.
@Service
public class Assessments {

  private static final int LIST = 500;

  private final Database database;
  private final FundPeople people;
  private final Conflicts conflicts;
  private final ProposalDesk desk;

  Assessments(Database database, FundPeople people, Conflicts conflicts, ProposalDesk desk) {
    this.database = database;
    this.people = people;
    this.conflicts = conflicts;
    this.desk = desk;
  }

  /// What everybody of a fund sees of a proposal, so that conflicts can be declared before it is
  /// read.
  ///
  /// @param partners names and countries
  /// @param keptOut whether she has a conflict; then nothing but the id is told
  public record Sheet(
      String id,
      String title,
      String applicant,
      List<String> partners,
      Proposal.@Nullable State state,
      boolean keptOut) {
    public Sheet {
      partners = List.copyOf(partners);
    }
  }

  /// A proposal as somebody of the fund sees it.
  ///
  /// @param version the last one that was handed in; what is being written is not seen
  /// @param reviews all of them for managers, the board and auditors; a reviewer sees her own
  /// @param points by rule or criterion: those that follow from facts, and the average of those
  ///   reviewers without a conflict gave, to two decimals; the same people see them
  public record Seen(
      String id,
      Call call,
      String applicant,
      Proposal.State state,
      Proposal.Version version,
      List<Proposal.Version> earlier,
      List<Proposal.Ruling> rulings,
      Set<String> reviewers,
      Map<String, Proposal.Review> reviews,
      Map<String, BigDecimal> points) {
    public Seen {
      earlier = List.copyOf(earlier);
      rulings = List.copyOf(rulings);
      reviewers = Set.copyOf(reviewers);
      reviews = Map.copyOf(reviews);
      points = java.util.Collections.unmodifiableMap(new TreeMap<>(points));
    }
  }

  private static final Set<Duty> SEEING =
      Set.of(Duty.MANAGER, Duty.REVIEWER, Duty.BOARD, Duty.AUDITOR);

  private boolean sees(Set<Duty> duties) {
    return duties.stream().anyMatch(SEEING::contains);
  }

  /// What was handed in to a fund.
  public List<Sheet> list(Account account, String fund) {
    if (!sees(people.duties(fund, account.id()))) {
      return List.of();
    }
    return database.reading(() ->
        desk.table().all(desk.table().submitted(fund, LIST)).stream()
            .map(p -> sheet(p, conflicts.excluded(p, account)))
            .toList());
  }

  private static Sheet sheet(Proposal p, boolean keptOut) {
    if (keptOut) {
      return new Sheet(p.id(), "", "", List.of(), null, true);
    }
    var form = p.submitted().orElseThrow().form();
    return new Sheet(
        p.id(),
        form.title(),
        p.name(),
        form.partners().stream().map(q -> q.name() + ", " + q.country()).toList(),
        p.state(),
        false);
  }

  /// One proposal.
  ///
  /// @return empty if she is not of the fund, was not asked to review it, or has a conflict
  public Optional<Seen> find(Account account, String id) {
    return database.reading(() ->
        desk.table()
            .find(id)
            .filter(p -> p.submitted().isPresent())
            .filter(p -> reads(p, account) && !conflicts.excluded(p, account))
            .map(p -> seen(p, account)));
  }

  private boolean reads(Proposal p, Account account) {
    var duties = people.duties(p.fund(), account.id());
    return all(duties) || duties.contains(Duty.REVIEWER) && p.reviewers().contains(account.id());
  }

  private static boolean all(Set<Duty> duties) {
    return duties.contains(Duty.MANAGER)
        || duties.contains(Duty.BOARD)
        || duties.contains(Duty.AUDITOR);
  }

  private Seen seen(Proposal p, Account account) {
    var version = p.submitted().orElseThrow();
    boolean all = all(people.duties(p.fund(), account.id()));
    // Who still reviews is not to be led by others, whatever else she is.
    boolean reviewing =
        p.reviewers().contains(account.id()) && !p.reviews().containsKey(account.id());
    boolean others = all && !reviewing;
    var reviews = new TreeMap<>(p.reviews());
    if (!others) {
      reviews.keySet().retainAll(Set.of(account.id()));
    }
    return new Seen(
        p.id(),
        desk.call(p.call()),
        p.name(),
        p.state(),
        version,
        p.versions().subList(0, p.versions().size() - 1),
        p.rulings(),
        all ? p.reviewers() : Set.of(account.id()),
        reviews,
        others ? points(p, conflicts.people(p)) : Map.of());
  }

  static Map<String, BigDecimal> points(Proposal p, Set<String> excluded) {
    var points = new TreeMap<String, BigDecimal>();
    for (var judged : p.submitted().orElseThrow().judged()) {
      if (judged.points() != null) {
        points.put(judged.rule(), new BigDecimal(judged.points()));
      }
    }
    var sums = new TreeMap<String, Integer>();
    int counted = 0;
    for (var review : p.reviews().entrySet()) {
      if (!excluded.contains(review.getKey())) {
        counted++;
        review.getValue().scores().forEach((c, s) -> sums.merge(c, s, Integer::sum));
      }
    }
    for (var sum : sums.entrySet()) {
      points.put(
          sum.getKey(),
          BigDecimal.valueOf(sum.getValue())
              .divide(BigDecimal.valueOf(counted), 2, RoundingMode.HALF_EVEN));
    }
    return points;
  }

  /// Screens, names reviewers, declares a conflict, reviews, lists.
  ///
  /// @return empty if she may not see that there is such a proposal
  public Optional<CallsOutcome> act(
      Account account, String id, ProposalDeed.OfFund deed, String key) {
    return database.inTransaction(() -> {
      if (!desk.table().log.lock(id)) {
        return Optional.empty();
      }
      var p = desk.table().find(id).orElseThrow();
      var duties = people.duties(p.fund(), account.id());
      if (!sees(duties) || p.submitted().isEmpty()) {
        return Optional.empty();
      }
      var owner = people.owner(p.fund()).orElse("");
      var needed = new TreeSet<>(deed.duties());
      if (duties.stream().noneMatch(needed::contains)) {
        return Optional.of(
            refused(new NotAllowed(needed.first().code()), account.id(), deed.duties(), owner));
      }
      // Declaring is open to her still: what she declares is written down beside what is known.
      if (!(deed instanceof ProposalDeed.Declare) && conflicts.excluded(p, account)) {
        return Optional.of(
            refused(new NotAllowed("no-conflict"), account.id(), "no-conflict", owner));
      }
      if (Log.badKey(key)) {
        return Optional.of(FundProposals.faulty("key"));
      }
      var doing =
          new Log.Doing(
              id, owner, account.id(), desk.now(), key, deed.word() + CallsCodec.json(deed));
      var before = desk.table().log.again(doing);
      return before.isPresent() ? before : Optional.of(decide(p, deed, account, doing));
    });
  }

  private CallsOutcome decide(
      Proposal p, ProposalDeed.OfFund deed, Account account, Log.Doing doing) {
    var call = desk.call(p.call());
    Set<Duty> named = Set.of();
    boolean excluded = false;
    if (deed instanceof ProposalDeed.Assign(var person)) {
      named = people.duties(p.fund(), person);
      excluded = conflicts.people(p).contains(person);
    }
    return switch (ProposalRules.fund(p, call, deed, account.id(), named, excluded)) {
      case ProposalRules.Decided.Refused(var why) -> why;
      case ProposalRules.Decided.Happened(var events) ->
          new Done(p.id(), desk.write(doing, p, call, events, deed.word()).sequence());
    };
  }
}
