package org.bandung.funds.grants;

import static org.bandung.access.guard.Refusals.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.funds.Duty;
import org.bandung.funds.Fund;
import org.bandung.funds.FundBooks;
import org.bandung.funds.Funds;
import org.bandung.funds.calls.Approvals;
import org.bandung.funds.grants.GrantOutcome.Done;
import org.bandung.funds.grants.GrantOutcome.KeyUsedOtherwise;
import org.bandung.funds.grants.GrantOutcome.NotAllowed;
import org.bandung.funds.grants.GrantOutcome.NotNow;
import org.bandung.funds.grants.GrantRules.Acting;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.EventLog.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to grants. Every deed waits for its turn, asks who may, looks whether it was
/// done already, decides, and writes down what happened with its entries in the fund's book, in one
/// transaction.
///
/// Whoever may not see a grant is answered with nothing, as if there were none.
@Service
public class Grants {

  private static final int LONGEST_KEY = 200;
  private static final int LIST = 2_000;

  private final Database database;
  private final Mandates mandates;
  private final Funds funds;
  private final Approvals approvals;
  private final FundBooks books;
  private final Audit audit;
  private final GrantTable table;
  private final Clock clock;

  @Autowired
  Grants(
      Database database,
      Mandates mandates,
      Funds funds,
      Approvals approvals,
      FundBooks books,
      Audit audit) {
    this(database, mandates, funds, approvals, books, audit, Clock.systemUTC());
  }

  Grants(
      Database database,
      Mandates mandates,
      Funds funds,
      Approvals approvals,
      FundBooks books,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.mandates = mandates;
    this.funds = funds;
    this.approvals = approvals;
    this.books = books;
    this.audit = audit;
    this.table = new GrantTable(database);
    this.clock = clock;
  }

  /// A grant as somebody sees who has to do with it.
  ///
  /// @param duties she has in the fund
  /// @param partners ids of partners for whose bodies she acts
  public record Seen(Grant grant, Set<Duty> duties, Set<String> partners) {
    public Seen {
      duties = Set.copyOf(duties);
      partners = Set.copyOf(partners);
    }
  }

  /// A grant somebody has to do with.
  public Optional<Seen> find(Account account, String id) {
    return database
        .reading(() -> table.grants(List.of(id)).stream().findFirst())
        .flatMap(g -> seen(account, g));
  }

  /// The grants of a fund, the oldest first; none if she has nothing to do with it.
  public List<Seen> ofFund(Account account, String fund) {
    return funds.find(account, fund).isEmpty()
        ? List.of()
        : all(account, database.reading(() -> table.grants(table.of(fund, LIST))));
  }

  /// The grants of which bodies she acts for are partners, the last changed first.
  public List<Seen> ofPartner(Account account) {
    var bodies = account.mandates().stream().map(m -> m.body().id()).toList();
    return all(account, database.reading(() -> table.grants(table.ofPartners(bodies, LIST))));
  }

  private List<Seen> all(Account account, List<Grant> grants) {
    return grants.stream().flatMap(g -> seen(account, g).stream()).toList();
  }

  private Optional<Seen> seen(Account account, Grant g) {
    var fund = funds.find(account, g.fund());
    var partners = partners(account, g.plan());
    return fund.isEmpty() && partners.isEmpty()
        ? Optional.empty()
        : Optional.of(new Seen(g, fund.map(Funds.Seen::duties).orElse(Set.of()), partners));
  }

  private Set<String> partners(Account account, GrantPlan plan) {
    return plan.partners().stream()
        .filter(p -> actsFor(account, p))
        .map(GrantPlan.Partner::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean actsFor(Account account, GrantPlan.Partner partner) {
    return partner.body() != null
        && mandates
            .owner(partner.body())
            .filter(b -> mandates.mayAsOwn(account, Permission.READ_PRIVATE, b))
            .isPresent();
  }

  /// What an approved proposal is as a grant, for the fund's manager to divide into tranches.
  ///
  /// @param from first day on which money can be spent
  /// @return empty if she is no manager of the fund, or no board approved it
  public Optional<GrantPlan> draft(Account account, String proposal, LocalDate from) {
    return approvals
        .of(proposal)
        .filter(a ->
            funds
                .find(account, a.fund())
                .filter(seen -> seen.duties().contains(Duty.MANAGER))
                .isPresent())
        .map(a -> drafted(a, from));
  }

  private GrantPlan drafted(Approvals.Approved approved, LocalDate from) {
    return GrantDraft.of(
        approved, from, party -> mandates.actingFor(party).map(b -> b.id()).orElse(null));
  }

  /// Grants what a board approved; its id follows from the fund and the key.
  ///
  /// @param on the day on which the fund binds itself
  /// @return empty if she has nothing to do with the fund
  public Optional<GrantOutcome> open(
      Account account, String fund, GrantPlan plan, LocalDate on, String key) {
    return database.inTransaction(() -> {
      var seen = funds.find(account, fund);
      if (seen.isEmpty()) {
        return Optional.empty();
      }
      var f = seen.get().fund();
      // What no board of this node approved, such as grants that move in from elsewhere, is brought
      // in by who binds the fund's body.
      if (plan.proposal() == null && !seen.get().binds()) {
        return Optional.of(
            refused(
                new NotAllowed(Permission.SIGN.code()), account.id(), Permission.SIGN, f.owner()));
      }
      if (plan.proposal() != null && !seen.get().duties().contains(Duty.MANAGER)) {
        return Optional.of(mayNot(account, f.owner(), Set.of(Duty.MANAGER)));
      }
      return Optional.of(badKey(key) ? badKey() : opened(account, seen.get(), plan, on, key));
    });
  }

  private GrantOutcome opened(
      Account account, Funds.Seen seen, GrantPlan plan, LocalDate on, String key) {
    var f = seen.fund();
    var id = StableId.of("grant", f.id(), account.id(), key);
    var command = "open" + on + GrantCodec.json(plan);
    var before = again(id, account.id(), key, command);
    if (before.isPresent()) {
      return before.get();
    }
    if (!fits(f, plan)) {
      return new NotNow("no-window");
    }
    var why = notApproved(account, f, plan);
    if (why.isPresent()) {
      return new NotNow(why.get());
    }
    var acting = new Acting(f.owner(), account.id(), now(), seen.duties(), partners(account, plan));
    var outcome = GrantRules.open(id, f.id(), plan, on, acting);
    if (outcome instanceof Done done) {
      if (!table.begin(done.after(), now())) {
        return again(id, account.id(), key, command).orElseGet(KeyUsedOtherwise::new);
      }
      return write(done.after(), done, acting, new Sent(id, key, command, "open"));
    }
    return outcome;
  }

  /// What stands against a grant of a proposal; a grant of none came from elsewhere.
  private Optional<String> notApproved(Account account, Fund f, GrantPlan plan) {
    var proposal = plan.proposal();
    if (proposal == null) {
      return Optional.empty();
    }
    if (table.ofProposal(proposal).isPresent()) {
      return Optional.of("granted");
    }
    if (approvals.keptOut(account, proposal)) {
      return Optional.of("conflict");
    }
    return approvals
            .of(proposal)
            .filter(a -> GrantDraft.within(plan, f.id(), a, drafted(a, plan.from())))
            .isPresent()
        ? Optional.empty()
        : Optional.of("not-approved-so");
  }

  private static boolean fits(Fund f, GrantPlan plan) {
    if (plan.window() == null) {
      return true;
    }
    var window = f.windows().get(plan.window());
    return window != null && window.open();
  }

  /// Does something with a grant.
  ///
  /// @return empty if she may not see it
  public Optional<GrantOutcome> act(Account account, String id, GrantDeed deed, String key) {
    return database.inTransaction(() -> {
      if (!table.lock(id)) {
        return Optional.empty();
      }
      var g = GrantHistory.fold(table.events(id));
      var seen = seen(account, g);
      if (seen.isEmpty()) {
        return Optional.empty();
      }
      var party = party(account, seen.get(), deed);
      if (party.isEmpty()) {
        return Optional.of(mayNot(account, g.owner(), deed.duties()));
      }
      if (party.get().equals(g.owner()) && conflicted(account, g)) {
        return Optional.of(new NotNow("conflict"));
      }
      if (badKey(key)) {
        return Optional.of(badKey());
      }
      var command = deed.word() + GrantCodec.json(deed);
      var before = again(id, account.id(), key, command);
      if (before.isPresent()) {
        return before;
      }
      var acting =
          new Acting(party.get(), account.id(), now(), seen.get().duties(), seen.get().partners());
      var outcome = GrantRules.decide(g, deed, acting);
      return Optional.of(
          outcome instanceof Done done
              ? write(g, done, acting, new Sent(id, key, command, deed.word()))
              : outcome);
    });
  }

  /// The body for which a deed is done; empty if she may not do it.
  private Optional<String> party(Account account, Seen seen, GrantDeed deed) {
    if (deed.duties().stream().anyMatch(seen.duties()::contains)) {
      return Optional.of(seen.grant().owner());
    }
    return deed instanceof GrantDeed.Report(var id, var report)
            && seen.partners().contains(report.partner())
        ? seen.grant().plan().partners().stream()
            .filter(p -> p.id().equals(report.partner()))
            .map(p -> java.util.Objects.requireNonNull(p.body()))
            .filter(body -> writes(account, body))
            .findFirst()
        : Optional.empty();
  }

  private boolean writes(Account account, String body) {
    return mandates
        .owner(body)
        .filter(b -> mandates.mayAsOwn(account, Permission.WRITE_ENTRY, b))
        .isPresent();
  }

  /// Whoever was kept out of the proposal is kept out of what became of it.
  private boolean conflicted(Account account, Grant g) {
    var proposal = g.plan().proposal();
    return proposal != null && approvals.keptOut(account, proposal);
  }

  private record Sent(String id, String key, String command, String word) {}

  private GrantOutcome write(Grant before, Done done, Acting acting, Sent sent) {
    var event = done.events().getFirst();
    var refusal =
        GrantPostings.of(
                before,
                event.event(),
                acting.person(),
                "grant:" + sent.id() + ":" + event.sequence())
            .flatMap(books::post);
    if (refusal.isPresent()) {
      return new NotNow(refusal.get());
    }
    table.append(sent.id(), done.events());
    table.keep(
        sent.id(),
        acting.person(),
        sent.key(),
        new Kept(StableId.of(sent.command()), event.sequence(), event.sequence()));
    audit.record(
        new Audit.Deed(
            acting.person(), acting.party(), "grant." + sent.word(), sent.id(), Map.of()));
    return done;
  }

  /// What became of the deed when it was sent before.
  private Optional<GrantOutcome> again(String id, String person, String key, String command) {
    return table
        .command(id, person, key)
        .map(kept -> {
          if (!kept.command().equals(StableId.of(command))) {
            return new KeyUsedOtherwise();
          }
          var history = table.events(id).subList(0, Math.toIntExact(kept.last()));
          return new Done(
              history.subList(Math.toIntExact(kept.first()) - 1, history.size()),
              GrantHistory.fold(history));
        });
  }

  private static GrantOutcome mayNot(Account account, String body, Set<Duty> duties) {
    var word = duties.stream().map(Duty::code).sorted().collect(Collectors.joining("|"));
    return refused(new NotAllowed(word), account.id(), word, body);
  }

  private static boolean badKey(String key) {
    return key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0;
  }

  private static GrantOutcome badKey() {
    return new GrantOutcome.Faulty(
        List.of(new Note(0, "", Note.Severity.REFUSED, "bandung.text-missing", "key", List.of())));
  }

  private Instant now() {
    // As fine as the database keeps it.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
