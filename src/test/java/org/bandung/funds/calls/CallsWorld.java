package org.bandung.funds.calls;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bandung.access.AccessSettings;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Role;
import org.bandung.access.TestAccess;
import org.bandung.funds.Duty;
import org.bandung.funds.calls.forms.Origin;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.funds.calls.people.FundPeople;
import org.bandung.funds.calls.people.TrackRecord;
import org.bandung.funds.rules.ShippedBooks;
import org.bandung.kernel.LocalizedText;
import org.bandung.post.PostOffice;
import org.bandung.reference.InventedWorld;
import org.bandung.store.Files;
import org.bandung.store.KeepOutcome;
import org.bandung.store.TestDatabase;
import org.jspecify.annotations.Nullable;

/// Calls of a fund over a real database: its people, and institutions of QMM that apply.
final class CallsWorld implements AutoCloseable {

  static final String FUND = "QMX-F1";
  static final String OTHER = "QMX-F2";
  static final String NAIROBI = "Africa/Nairobi";

  final TestDatabase store = TestDatabase.create();
  final TestAccess access;
  final Calls calls;
  final FundProposals proposals;
  final Assessments assessments;
  final Board board;
  final String letter;
  final Account keeper;
  final Account mira;
  final Account manager = person("manager");
  final Account reviewer = person("reviewer");
  final Account second = person("second");
  final Account stranger = person("stranger");
  final List<Account> members = List.of(person("bora"), person("bela"), person("bina"));
  private final Map<String, Map<String, Set<Duty>>> duties = new HashMap<>();
  private final AtomicInteger keys = new AtomicInteger();
  private volatile Instant now = Instant.parse("2027-03-01T09:00:00Z");

  CallsWorld(Path home) {
    var database = store.database();
    access = TestAccess.of(database, InventedWorld.reference(), home);
    var mandates = access.mandates();
    appoint(FUND, manager, Duty.MANAGER);
    appoint(FUND, reviewer, Duty.REVIEWER);
    appoint(FUND, second, Duty.REVIEWER);
    members.forEach(m -> appoint(FUND, m, Duty.BOARD));
    var clock = new Moving();
    var settings =
        new AccessSettings(
            home,
            Optional.empty(),
            URI.create("http://localhost:8080"),
            Optional.empty(),
            Optional.empty());
    var people = new People();
    var desk =
        new ProposalDesk(
            database,
            access.audit(),
            new ProposalLetters(PostOffice.writingDown(database, Clock.systemUTC()), settings),
            InventedWorld.reference(),
            (fund, organisation) -> Optional.of(new TrackRecord.Past(0, 1)),
            clock);
    var conflicts = new Conflicts(mandates);
    var files = new Files(database);
    calls = new Calls(database, people, access.audit(), clock);
    proposals = new FundProposals(database, mandates, desk, files);
    assessments = new Assessments(database, people, conflicts, desk);
    board = new Board(database, people, conflicts, desk, access.audit());
    letter = kept(files);
    var node = new Body(Body.NODE, Body.Kind.NODE, "node", null, null, null, true);
    keeper = person("keeper", new Mandate(node, Set.of(Role.ADMINISTRATOR)));
    var agency = admit(keeper, Body.Kind.AUTHORITY, "Meridia Agency", "QMM");
    mira = person("mira", new Mandate(agency, Set.of(Role.AUTHORITY, Role.SIGNATORY)));
  }

  private static String kept(Files files) {
    var png =
        java.util.Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                    .getBytes(StandardCharsets.US_ASCII));
    return ((KeepOutcome.Kept) files.keep("letter.png", png)).file().sha256();
  }

  void appoint(String fund, Account who, Duty... what) {
    duties.computeIfAbsent(fund, f -> new HashMap<>()).put(who.id(), Set.of(what));
  }

  private final class People implements FundPeople {
    @Override
    public Set<Duty> duties(String fund, String person) {
      return duties.getOrDefault(fund, Map.of()).getOrDefault(person, Set.of());
    }

    @Override
    public Optional<String> owner(String fund) {
      return duties.containsKey(fund) ? Optional.of("fund-body") : Optional.empty();
    }
  }

  /// A clock that a test moves.
  private final class Moving extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  void at(String instant) {
    now = Instant.parse(instant);
  }

  String key() {
    return "key " + keys.incrementAndGet();
  }

  static Account person(String id, Mandate... mandates) {
    return new Account(id, id + "@example.org", id, "es", List.of(mandates));
  }

  Body admit(Account by, Body.Kind kind, String name, String country) {
    var wanted = new Mandates.Wanted(kind, name, country, null, null);
    return ((Mandates.AdmitOutcome.Admitted) access.mandates().admit(by, wanted)).body();
  }

  /// Somebody who binds and writes for a new institution.
  Account applicant(String name) {
    var body = admit(mira, Body.Kind.ORGANISATION, name, "QMM");
    return person(
        name.toLowerCase(java.util.Locale.ROOT),
        new Mandate(body, Set.of(Role.CONTRIBUTOR, Role.SIGNATORY)));
  }

  static String body(Account account) {
    return account.mandates().getFirst().body().id();
  }

  static CallPlan plan(String rules) {
    return new CallPlan(
        LocalizedText.of("en", "Seed money 2027"),
        null,
        "USD",
        LocalDateTime.parse("2027-02-01T00:00"),
        LocalDateTime.parse("2027-04-30T23:59"),
        NAIROBI,
        List.of("en", "fr", "es", "ar"),
        rules,
        2);
  }

  /// A call by the rules of the Perez-Guerrero Trust Fund.
  String open() {
    var id =
        done(calls.plan(manager, FUND, plan(ShippedBooks.text("pgtf").orElseThrow()), key())).id();
    done(calls.open(manager, id, key()));
    return id;
  }

  String begin(Account who, String call, @Nullable Origin origin) {
    return done(proposals.begin(who, body(who), call, origin, key())).id();
  }

  /// A form that the rules take.
  ProposalForm form(Account applicant, String title) {
    var partners =
        List.of(
            new ProposalForm.Partner("a", "Lead", body(applicant), "QMM", true),
            new ProposalForm.Partner("b", "Norelian Institute", "", "QNN", false),
            new ProposalForm.Partner("c", "Osmara Institute", "", "QOO", false));
    var letters = new ArrayList<ProposalForm.Letter>();
    for (var country : List.of("QMM", "QNN", "QOO")) {
      letters.add(
          new ProposalForm.Letter(
              "endorsement", country, "Ministry", "A. Person", "Minister", true, null, letter));
    }
    return new ProposalForm(
        title,
        "Wells that last",
        "es",
        "feasibility-study",
        "government",
        null,
        "USD",
        Set.of("water"),
        Set.of("government"),
        false,
        12,
        partners,
        List.of(
            new ProposalForm.LogRow("purpose", "Water all year", "", "", "", "", ""),
            new ProposalForm.LogRow(
                "output", "Twelve wells", "wells", "0", "12", "visits", "rain")),
        List.of(new ProposalForm.Step("Survey", "a", 1, 3)),
        List.of(
            new ProposalForm.Line(
                "a",
                "staff",
                "engineers",
                new BigDecimal("20000"),
                new BigDecimal("20000"),
                "Meridia",
                true),
            new ProposalForm.Line(
                "b",
                "travel",
                "visits",
                new BigDecimal("14999.99"),
                new BigDecimal("15000"),
                "Norelia",
                true)),
        new BigDecimal("34999.99"),
        new BigDecimal("35000"),
        List.of(new ProposalForm.Risk("Drought", 3, 4, "Deeper wells")),
        letters,
        List.of());
  }

  /// A proposal that was handed in.
  String submitted(Account who, String call, String title) {
    var id = begin(who, call, null);
    done(proposals.act(who, id, new ProposalDeed.Save(form(who, title)), key()));
    done(proposals.act(who, id, new ProposalDeed.Submit(true), key()));
    return id;
  }

  /// A proposal that can be reviewed.
  String eligible(Account who, String call, String title) {
    var id = submitted(who, call, title);
    fund(manager, id, new ProposalDeed.Screen(true, "All is there"));
    return id;
  }

  void fund(Account who, String id, ProposalDeed.OfFund deed) {
    done(assessments.act(who, id, deed, key()));
  }

  static CallsOutcome.Done done(Optional<CallsOutcome> outcome) {
    if (outcome.isPresent() && outcome.get() instanceof CallsOutcome.Done done) {
      return done;
    }
    throw new AssertionError(String.valueOf(outcome));
  }

  List<String> letters() {
    return store
        .database()
        .sql()
        .sql("select recipient || ' ' || language || ' ' || subject from post_letter order by id")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    store.close();
  }
}
