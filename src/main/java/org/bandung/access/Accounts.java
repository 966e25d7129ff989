package org.bandung.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bandung.access.guard.Guesses;
import org.bandung.kernel.Messages;
import org.bandung.post.Post;
import org.bandung.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// The one entrance to accounts: how they begin, how somebody proves who she is.
@Service
public class Accounts {

  static final String EMAIL =
      "[^\\s\\p{Cntrl}@<>\"(),:;\\[\\]\\\\]{1,64}@[^\\s\\p{Cntrl}@<>\"(),:;\\[\\]\\\\]{3,190}";

  private static final int LONGEST_NAME = 120;

  /// In a day, by one person: letters of this node are no way to write to everybody.
  static final int MOST_INVITATIONS = 200;

  private static final Duration FIRST_LINK = Duration.ofHours(24);

  private final Database database;
  private final AccountTable table;
  private final LinkTable links;
  private final Audit audit;
  private final Post post;
  private final Letters letters;
  private final Secrets secrets;
  private final PasswordEncoder passwords;
  private final PasswordRules passwordRules;
  private final MandateRules rules = MandateRules.shipped();
  private final PasswordComparison comparison;
  private final Guesses guesses;
  private final Clock clock;

  @Autowired
  Accounts(
      Database database,
      Audit audit,
      Post post,
      AccessSettings settings,
      PasswordEncoder passwords) {
    this(database, audit, post, settings, passwords, Clock.systemUTC());
  }

  Accounts(
      Database database,
      Audit audit,
      Post post,
      AccessSettings settings,
      PasswordEncoder passwords,
      Clock clock) {
    this.database = database;
    this.table = new AccountTable(database);
    this.links = new LinkTable(database);
    this.audit = audit;
    this.post = post;
    this.letters = new Letters(settings);
    this.secrets = Secrets.of(settings.home());
    this.passwords = passwords;
    this.passwordRules = new PasswordRules(settings.knownPasswords());
    this.comparison = new PasswordComparison(passwords);
    this.guesses = new Guesses(database);
    this.clock = clock;
  }

  /// An account by its id, as it stands now.
  public Optional<Account> find(String id) {
    return table.find(id).map(this::account);
  }

  /// The account of an e-mail address.
  public Optional<Account> findByEmail(String email) {
    return table.findByEmail(folded(email)).map(this::account);
  }

  private Account account(AccountTable.Stored stored) {
    return new Account(
        stored.id(), stored.email(), stored.name(), stored.language(), table.mandates(stored.id()));
  }

  static String folded(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /// The word of a link that makes the first administrator, if this node has none yet. Only the
  /// last one given out holds.
  public Optional<String> firstAdministrator() {
    return database.inTransaction(() -> {
      if (table.anyAdministrator()) {
        return Optional.<String>empty();
      }
      var now = clock.instant();
      table.putBody(new Body(Body.NODE, Body.Kind.NODE, "", null, null, null, true), now);
      var word = invite("", Body.NODE, Set.of(Role.ADMINISTRATOR), null, FIRST_LINK);
      audit.record(new Audit.Deed(null, Body.NODE, "link.made", Body.NODE, Map.of()));
      return Optional.of(word);
    });
  }

  /// Makes a link for somebody to act for a body; call it inside a transaction, with the right
  /// checked.
  ///
  /// @param inviter whose right it rests on; none for the first administrator
  String invite(
      String email, String body, Set<Role> roles, @Nullable String inviter, Duration holds) {
    var now = clock.instant();
    var word = secrets.word();
    links.endOthers("invitation", email, body, now);
    links.insert(
        new LinkTable.Link(
            Secrets.hash(word),
            "invitation",
            email,
            null,
            body,
            roles,
            secrets.sealed(secrets.chance(Codes.SEED_BYTES)),
            inviter,
            now.plus(holds)),
        now);
    return word;
  }

  /// Why no invitation of hers can go to an address, if so: a word for a field or a limit.
  Optional<String> unfit(String email, String inviter) {
    if (!email.matches(EMAIL)) {
      return Optional.of("email");
    }
    int today = links.madeBy(inviter, clock.instant().minus(Duration.ofDays(1)));
    return today >= MOST_INVITATIONS ? Optional.of("too-many") : Optional.empty();
  }

  /// Ends the open invitations of an address to a body.
  void endInvitations(String email, String body) {
    links.endOthers("invitation", email, body, clock.instant());
  }

  /// What a one-time link is for.
  public sealed interface Opened {
    /// There is no such link, or it was used, or its time is over.
    record Gone() implements Opened {}

    /// Somebody may act for a body.
    ///
    /// @param email empty where she still has to say it
    /// @param known whether she has an account, and need only sign in and accept
    /// @param typed the seed of her codes, as authenticators take it typed
    /// @param address the same, as they read it from a picture
    record Invitation(
        String email, Body body, Set<Role> roles, boolean known, String typed, String address)
        implements Opened {}

    /// She may choose another password.
    record Recovery(String email) implements Opened {}
  }

  /// Reads a one-time link without using it up.
  public Opened open(String word) {
    return database.inTransaction(() -> {
      var found = links.lock(Secrets.hash(word), clock.instant());
      if (found.isEmpty()) {
        return new Opened.Gone();
      }
      var link = found.get();
      var body = link.body();
      if (body == null) {
        return new Opened.Recovery(link.email());
      }
      var opened = seed(link);
      if (opened.isEmpty()) {
        return new Opened.Gone();
      }
      var seed = opened.get();
      return new Opened.Invitation(
          link.email(),
          table.findBody(body).orElseThrow(),
          link.roles(),
          !link.email().isEmpty() && table.emailTaken(link.email()),
          Codes.typed(seed),
          Codes.address(seed, link.email(), letters.node()));
    });
  }

  /// The seed that an invitation offers; empty where this node cannot open it any more.
  private Optional<byte[]> seed(LinkTable.Link link) {
    return Optional.ofNullable(link.seed()).flatMap(secrets::opened);
  }

  /// What somebody says of herself when she makes an account.
  ///
  /// @param email asked for only where the invitation does not know it
  public record Newcomer(String email, String name, String language, String password, String code) {
    @Override
    public String toString() {
      return "Newcomer[" + name + "]"; // never the password
    }
  }

  /// What became of somebody's wish to have an account, or another password.
  public sealed interface MakeOutcome {
    record Made(Account account) implements MakeOutcome {}

    record LinkGone() implements MakeOutcome {}

    /// Fields that cannot be taken as they are: the name of each, and a word for why.
    record Refused(Map<String, String> faults) implements MakeOutcome {
      public Refused {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// Makes an account by a link and lets her act for the body that invited her.
  public MakeOutcome make(String word, Newcomer newcomer) {
    return database.inTransaction(() -> {
      var now = clock.instant();
      var found = links.lock(Secrets.hash(word), now).filter(l -> l.body() != null);
      if (found.isEmpty()) {
        return new MakeOutcome.LinkGone();
      }
      var link = found.get();
      if (!stillRests(link)) {
        return new MakeOutcome.LinkGone();
      }
      var email = link.email().isEmpty() ? folded(newcomer.email()) : link.email();
      var seed = seed(link);
      if (seed.isEmpty()) {
        return new MakeOutcome.LinkGone();
      }
      var step = Codes.step(seed.get(), newcomer.code(), now, 0);
      var faults = faults(newcomer, email);
      if (step.isEmpty()) {
        faults.put("code", "wrong");
      }
      if (!faults.isEmpty()) {
        return new MakeOutcome.Refused(faults);
      }
      var id = secrets.word().substring(0, 22);
      table.insert(
          new AccountTable.Stored(
              id,
              email,
              newcomer.name().strip(),
              newcomer.language(),
              passwords.encode(newcomer.password()),
              link.seed(),
              step.getAsLong()),
          now);
      audit.record(new Audit.Deed(id, null, "account.made", id, Map.of()));
      enter(id, link, now);
      return new MakeOutcome.Made(find(id).orElseThrow());
    });
  }

  private Map<String, String> faults(Newcomer newcomer, String email) {
    var faults = new java.util.TreeMap<String, String>();
    if (!email.matches(EMAIL)) {
      faults.put("email", "not-an-address");
    } else if (table.emailTaken(email)) {
      faults.put("email", "taken");
    }
    var name = newcomer.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
      faults.put("name", "missing");
    }
    if (!Messages.LANGUAGES.contains(newcomer.language())) {
      faults.put("language", "unknown");
    }
    passwordRules
        .fault(newcomer.password(), List.of(email, name))
        .ifPresent(f -> faults.put("password", word(f)));
    return faults;
  }

  static String word(PasswordRules.Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the right on which an invitation rests is still there: nobody comes in by the word of
  /// somebody who has been let go. The body is locked until the end of the transaction.
  private boolean stillRests(LinkTable.Link link) {
    var body = table.lockBody(Objects.requireNonNull(link.body())).orElseThrow();
    var inviter = link.inviter();
    if (inviter == null) {
      return !table.anyAdministrator();
    }
    var allowed = rules.allowing(table.mandates(inviter), Permission.MANAGE_PEOPLE, body);
    boolean staffed = MandateRules.staffed(table.people(body.id()).values());
    return table.find(inviter).isPresent()
        && !MandateRules.stillOpen(allowed, body, staffed).isEmpty();
  }

  /// What she is trusted with is added to what she is trusted with already.
  private void enter(String account, LinkTable.Link link, Instant now) {
    links.use(link.hash(), now);
    var body = Objects.requireNonNull(link.body());
    var roles = new HashSet<>(link.roles());
    table.mandates(account).stream()
        .filter(m -> m.body().id().equals(body))
        .forEach(m -> roles.addAll(m.roles()));
    table.setMandate(account, body, roles, now);
    audit.record(
        new Audit.Deed(
            account,
            body,
            "mandate.accepted",
            account,
            Map.of("roles", String.join(" ", AccountTable.codes(link.roles())))));
  }

  /// Lets somebody who has an account and is signed in act for the body that invited her.
  ///
  /// @return whether the link was hers and held
  public boolean accept(String word, String account) {
    return database.inTransaction(() -> {
      var now = clock.instant();
      var link = links.lock(Secrets.hash(word), now).filter(l -> l.body() != null);
      var person = table.lock(account);
      if (link.isEmpty()
          || person.isEmpty()
          || !link.get().email().equals(person.get().email())
          || !stillRests(link.get())) {
        return false;
      }
      enter(account, link.get(), now);
      return true;
    });
  }

  /// What became of somebody's wish to sign in.
  public sealed interface SignInOutcome {
    record SignedIn(Account account) implements SignInOutcome {}

    /// Something is wrong; what, is not told.
    record Refused() implements SignInOutcome {}

    /// Too many were wrong; even the right ones do not help before this moment.
    record Locked(Instant until) implements SignInOutcome {}
  }

  /// What somebody shows to prove who she is.
  ///
  /// @param marks of the browser it comes from: they open nothing, but say where wrong tries count
  public record Proof(String password, String code, List<String> marks) {
    public Proof {
      marks = List.copyOf(marks);
    }

    /// From a browser nobody knows.
    public Proof(String password, String code) {
      this(password, code, List.of());
    }

    @Override
    public String toString() {
      return "Proof[]"; // never the password
    }
  }

  /// Proves by password and code who somebody is. Five in a row that are wrong close the account
  /// for a quarter of an hour, to browsers that were never hers: each of those has a counter of its
  /// own. Whoever it is, a password is compared, so that time tells nothing.
  public SignInOutcome signIn(String email, Proof proof) {
    return prove(table.findByEmail(folded(email)), proof, "signed-in");
  }

  /// Proves once more who somebody is who is signed in already.
  SignInOutcome prove(Account account, Proof proof) {
    return prove(table.find(account.id()), proof, "account.proved");
  }

  private SignInOutcome prove(Optional<AccountTable.Stored> found, Proof proof, String deed) {
    var before = found.filter(a -> a.seed() != null);
    var encoded = before.map(AccountTable.Stored::password);
    boolean right;
    try {
      right = comparison.right(proof.password(), encoded);
    } catch (PasswordComparison.TooManyAtOnce e) {
      return new SignInOutcome.Refused();
    }
    return before
        .map(stored -> database.inTransaction(() -> judge(stored, right, proof, deed)))
        .orElseGet(SignInOutcome.Refused::new);
  }

  /// @param right whether the password was right when it was compared
  private SignInOutcome judge(AccountTable.Stored before, boolean right, Proof proof, String deed) {
    var now = clock.instant();
    var found = table.lock(before.id());
    if (found.isEmpty()) {
      return new SignInOutcome.Refused();
    }
    var stored = found.get();
    var counter = guesses.counter(stored.id(), proof.marks(), now);
    var closed = counter.closed(now);
    if (closed.isPresent()) {
      return new SignInOutcome.Locked(closed.get());
    }
    var step = step(stored, proof.code(), now);
    if (right && step.isPresent() && Objects.equals(before.password(), stored.password())) {
      table.signedIn(stored.id(), step.getAsLong(), now);
      guesses.succeeded(counter, now);
      audit.record(new Audit.Deed(stored.id(), null, deed, stored.id(), Map.of()));
      return new SignInOutcome.SignedIn(account(stored));
    }
    return failed(stored, counter, now)
        .<SignInOutcome>map(SignInOutcome.Locked::new)
        .orElseGet(SignInOutcome.Refused::new);
  }

  /// The step of a code that holds; none if it does not, or has been used.
  OptionalLong step(AccountTable.Stored stored, String code, Instant now) {
    byte[] seed = stored.seed();
    return seed == null
        ? OptionalLong.empty()
        : secrets
            .opened(seed)
            .map(opened -> Codes.step(opened, code, now, stored.lastStep()))
            .orElseGet(OptionalLong::empty);
  }

  /// Counts a wrong try and tells the owner if it closed her account to whoever it came from.
  Optional<Instant> failed(AccountTable.Stored stored, Guesses.Counter counter, Instant now) {
    var until = guesses.failed(counter, now);
    until.ifPresent(closed -> {
      audit.record(new Audit.Deed(null, null, "account.locked", stored.id(), Map.of()));
      post.send(letters.locked(stored.email(), stored.language()));
    });
    return until;
  }

  /// Writes down that somebody came in by a way that others vouch for: a passkey, a ministry.
  public void cameIn(String account, String way) {
    audit.record(new Audit.Deed(account, null, "signed-in", account, Map.of("way", way)));
  }

  /// Writes down that a passkey of an account came or went, and tells its owner.
  public void passkeyChanged(String account, boolean added) {
    database.inTransaction(() -> {
      audit.record(
          new Audit.Deed(
              account, null, added ? "passkey.added" : "passkey.ended", account, Map.of()));
      table
          .find(account)
          .ifPresent(a -> post.send(letters.passkey(a.email(), a.language(), added)));
      return true;
    });
  }
}
