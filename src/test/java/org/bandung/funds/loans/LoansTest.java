package org.bandung.funds.loans;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.TestLedger;
import org.bandung.funds.loans.DebtStatements.Kind;
import org.bandung.funds.loans.DebtStatements.Stated;
import org.bandung.funds.loans.LoanOutcome.NotAllowed;
import org.bandung.funds.loans.LoanOutcome.NotNow;
import org.bandung.funds.loans.LoanTerms.Repayment;
import org.bandung.reference.InventedWorld;
import org.bandung.registry.loans.Loan.Profile;
import org.bandung.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A loan on the real database engine, from its proposal to a swap.
@Tag("external-db")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoansTest {

  private static final LocalDate START = LocalDate.parse("2025-01-01");
  private static final LocalDate YEAR = LocalDate.parse("2026-01-01");
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  private final AtomicInteger keys = new AtomicInteger();
  private TestDatabase store;
  private TestAccess access;
  private Ledger ledger;
  private Loans loans;
  private Account bank;
  private Account ministry;
  private Account other;

  @BeforeAll
  void open(@TempDir Path home) {
    store = TestDatabase.create();
    access = TestAccess.of(store.database(), InventedWorld.reference(), home);
    ledger = TestLedger.of(store.database());
    var clock = Clock.fixed(Instant.parse("2026-08-01T12:00:00Z"), ZoneOffset.UTC);
    loans = new Loans(store.database(), access.mandates(), access.audit(), ledger, clock);
    bank = acting("lena", "Development Bank of Meridia");
    ministry = acting("bora", "Treasury of Norelia");
    other = acting("otto", "Bank of Osmara");
  }

  @AfterAll
  void close() {
    store.close();
  }

  private Account acting(String person, String name) {
    var keeper =
        person(
            "keeper",
            new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true),
            Role.ADMINISTRATOR);
    var wanted = new Mandates.Wanted(Body.Kind.MULTILATERAL, name, null, null, null);
    var body = ((Mandates.AdmitOutcome.Admitted) access.mandates().admit(keeper, wanted)).body();
    return person(person, body, Role.NEGOTIATOR, Role.SIGNATORY, Role.CONTRIBUTOR);
  }

  private static Account person(String id, Body body, Role... roles) {
    return new Account(
        id, id + "@example.org", id, "en", List.of(new Mandate(body, java.util.Set.of(roles))));
  }

  private static String id(Account account) {
    return account.mandates().getFirst().body().id();
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private String key() {
    return "key " + keys.incrementAndGet();
  }

  private LoanPlan plan() {
    var terms =
        new LoanTerms(
            usd("1000"),
            FIVE,
            false,
            DayCount.THIRTY_360,
            START,
            new Repayment(12, 48, 1, Profile.EQUAL_PRINCIPAL));
    return new LoanPlan("Wells of Norelia", id(bank), id(ministry), terms);
  }

  private static LoanFile done(Optional<LoanOutcome> outcome) {
    if (outcome.isPresent() && outcome.get() instanceof LoanOutcome.Done done) {
      return done.after();
    }
    throw new AssertionError(String.valueOf(outcome));
  }

  private Optional<LoanOutcome> act(Account who, String loan, LoanDeed deed) {
    return loans.act(who, loan, id(who), deed, key());
  }

  private String agreed() {
    var loan = done(loans.propose(bank, id(bank), plan(), key())).id();
    done(act(ministry, loan, new LoanDeed.Agree()));
    return loan;
  }

  private static LoanDeed.State state(Kind kind, LocalDate day, String amount) {
    return new LoanDeed.State(new Stated(day, kind, "B-1", usd(amount)));
  }

  private Money balance(String loan, String kind) {
    var name = AccountName.of("loan:" + loan, kind, "USD");
    var whose = kind.equals("cash") ? name : name.ofPartner(id(ministry));
    return ledger.balance(whose, Ledger.Moment.NOW).orElseThrow().amount();
  }

  @Test
  void fromTheProposalToASwap() {
    var loan = agreed();
    done(act(bank, loan, state(Kind.PAID_OUT, START, "1000")));
    done(act(ministry, loan, state(Kind.PAID_OUT, START, "1000")));
    done(act(bank, loan, state(Kind.PRINCIPAL_PAID, YEAR, "250")));
    var paid = done(act(bank, loan, state(Kind.INTEREST_PAID, YEAR, "50")));
    // The debtor has not said yet that it paid: what is owed is a range.
    assertThat(paid.sideBySide().owed())
        .isEqualTo(new DebtStatements.Range(usd("750"), usd("1000")));
    assertThat(balance(loan, "loan")).isEqualTo(usd("750"));
    assertThat(balance(loan, "income")).isEqualTo(usd("50"));
    assertThat(balance(loan, "cash")).isEqualTo(usd("-700"));
    done(act(ministry, loan, state(Kind.PRINCIPAL_PAID, YEAR, "250")));

    var swap =
        new DebtChange.Swapped(YEAR, usd("750"), List.of(new PresentValue.Flow(YEAR, usd("300"))));
    var proposed = done(act(ministry, loan, new LoanDeed.ProposeChange(swap, FIVE)));
    var waiting = java.util.Objects.requireNonNull(proposed.waiting());
    assertThat(waiting.change().after()).isEqualTo(usd("300"));
    assertThat(act(ministry, loan, new LoanDeed.AgreeChange(waiting.number())))
        .contains(new NotNow("same-side"));
    assertThat(act(bank, loan, new LoanDeed.AgreeChange(1)))
        .contains(new NotNow("another-proposal"));
    var after = done(act(bank, loan, new LoanDeed.AgreeChange(waiting.number())));
    assertThat(after.schedule().owedOn(YEAR)).isEqualTo(usd("0"));
    assertThat(after.sideBySide().owed()).isEqualTo(new DebtStatements.Range(usd("0"), usd("0")));
    assertThat(balance(loan, "loan")).isEqualTo(usd("0"));
    assertThat(balance(loan, "expense")).isEqualTo(usd("750"));
    assertThat(act(bank, loan, state(Kind.PAID_OUT, START, "1"))).contains(new NotNow("changed"));
    // Read again from its events it is the same.
    assertThat(loans.find(ministry, loan)).contains(after);
  }

  @Test
  void nobodyAgreesToHisOwnProposal() {
    var loan = done(loans.propose(bank, id(bank), plan(), key())).id();
    assertThat(act(bank, loan, state(Kind.PAID_OUT, START, "1")))
        .contains(new NotNow("not-agreed"));
    assertThat(act(bank, loan, new LoanDeed.Agree())).contains(new NotNow("same-side"));
    var both =
        new Account(
            "lena",
            "lena@example.org",
            "Lena",
            "en",
            List.of(bank.mandates().getFirst(), ministry.mandates().getFirst()));
    assertThat(loans.act(both, loan, id(ministry), new LoanDeed.Agree(), key()))
        .contains(new NotNow("same-person"));
    var contributor = person("cara", ministry.mandates().getFirst().body(), Role.CONTRIBUTOR);
    assertThat(act(contributor, loan, new LoanDeed.Agree()))
        .contains(new NotAllowed(Permission.SIGN));
    done(act(ministry, loan, new LoanDeed.Agree()));
    assertThat(act(ministry, loan, new LoanDeed.Agree())).contains(new NotNow("not-proposed"));
  }

  @Test
  void othersSeeNothing() {
    var loan = agreed();
    assertThat(loans.find(other, loan)).isEmpty();
    assertThat(loans.list(other, 10)).isEmpty();
    assertThat(act(other, loan, new LoanDeed.Agree())).isEmpty();
    assertThat(loans.act(other, loan, id(bank), new LoanDeed.Agree(), key())).isEmpty();
    assertThat(loans.propose(other, id(other), plan(), key())).isEmpty();
    assertThat(loans.propose(other, id(bank), plan(), key())).isEmpty();
    assertThat(loans.list(bank, 100)).extracting(LoanFile::id).contains(loan);
  }

  @Test
  void noMoreIsPaidBackThanWasLentAndAStatementCanBeTakenBack() {
    var loan = agreed();
    assertThat(act(bank, loan, state(Kind.PAID_OUT, START, "400")))
        .get()
        .isInstanceOf(LoanOutcome.Done.class);
    assertThat(act(bank, loan, state(Kind.PRINCIPAL_PAID, YEAR, "400.01")))
        .contains(new NotNow("more-than-owed"));
    var after = done(act(bank, loan, state(Kind.PRINCIPAL_PAID, YEAR, "100")));
    assertThat(balance(loan, "loan")).isEqualTo(usd("300"));
    long number = after.sequence();
    assertThat(act(ministry, loan, new LoanDeed.Withdraw(number, "not mine")))
        .contains(new NotNow("not-yours"));
    done(act(bank, loan, new LoanDeed.Withdraw(number, "it was another loan")));
    assertThat(balance(loan, "loan")).isEqualTo(usd("400"));
    assertThat(act(bank, loan, new LoanDeed.Withdraw(number, "again")))
        .contains(new NotNow("not-yours"));
    // What is forgiven is agreed by both, never stated by one.
    assertThat(act(bank, loan, state(Kind.FORGIVEN, YEAR, "1")))
        .contains(new NotNow("not-possible"));
  }

  @Test
  void whatWasValuedOtherwiseIsNotAgreedTo() {
    var loan = agreed();
    var forgiven = new LoanDeed.ProposeChange(new DebtChange.Forgiven(YEAR, usd("100")), FIVE);
    var number = done(act(bank, loan, forgiven)).sequence();
    assertThat(act(bank, loan, forgiven)).contains(new NotNow("waiting"));
    done(act(ministry, loan, new LoanDeed.RefuseChange("too little")));
    assertThat(act(ministry, loan, new LoanDeed.AgreeChange(number)))
        .contains(new NotNow("no-change"));
    var tooMuch = new LoanDeed.ProposeChange(new DebtChange.Forgiven(YEAR, usd("750.01")), FIVE);
    assertThat(act(bank, loan, tooMuch)).contains(new NotNow("not-possible"));
  }

  @Test
  void aDeedSentAgainOrAtOnceIsDoneOnce() throws Exception {
    var loan = agreed();
    done(act(bank, loan, state(Kind.PAID_OUT, START, "1000")));
    var paid = state(Kind.PRINCIPAL_PAID, YEAR, "250");
    var work = new ArrayList<Callable<Optional<LoanOutcome>>>();
    for (int i = 0; i < 8; i++) {
      work.add(() -> loans.act(bank, loan, id(bank), paid, "the same"));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var future : threads.invokeAll(work)) {
        done(future.get());
      }
    }
    assertThat(balance(loan, "loan")).isEqualTo(usd("750"));
    assertThat(loans.act(bank, loan, id(bank), state(Kind.PRINCIPAL_PAID, YEAR, "1"), "the same"))
        .contains(new LoanOutcome.KeyUsedOtherwise());
  }

  @Test
  void faultsAreTold() {
    var loan = agreed();
    assertThat(act(bank, loan, state(Kind.PAID_OUT, LocalDate.parse("2027-01-01"), "-1")))
        .get()
        .isInstanceOfSatisfying(
            LoanOutcome.Faulty.class,
            f ->
                assertThat(f.faults())
                    .extracting(n -> n.code())
                    .containsExactly("bandung.loan-day", "bandung.loan-amount"));
    var euro = new LoanDeed.State(new Stated(START, Kind.PAID_OUT, "\u0007", Money.of("1", "EUR")));
    assertThat(act(bank, loan, euro))
        .get()
        .isInstanceOfSatisfying(LoanOutcome.Faulty.class, f -> assertThat(f.faults()).hasSize(2));
  }
}
