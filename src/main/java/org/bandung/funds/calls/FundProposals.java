package org.bandung.funds.calls;

import static org.bandung.access.guard.Refusals.refused;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.funds.calls.CallsOutcome.Done;
import org.bandung.funds.calls.CallsOutcome.Faulty;
import org.bandung.funds.calls.CallsOutcome.NotAllowed;
import org.bandung.funds.calls.CallsOutcome.NotNow;
import org.bandung.funds.calls.forms.FormFaults;
import org.bandung.funds.calls.forms.Origin;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.funds.rules.Verdict;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Note;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.bandung.store.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The one entrance to proposals for who applies, and to what everybody may see of them. What the
/// fund does with them is in [Assessments] and [Board].
///
/// Whoever may not see a proposal is answered with nothing, as if there were none.
@Service
public class FundProposals {

  private static final int LIST = 500;

  private final Database database;
  private final Mandates mandates;
  private final ProposalDesk desk;
  private final Files files;

  FundProposals(Database database, Mandates mandates, ProposalDesk desk, Files files) {
    this.database = database;
    this.mandates = mandates;
    this.desk = desk;
    this.files = files;
  }

  /// A proposal as the applicant sees it: nothing of who reviews it and what they say.
  ///
  /// @param notes what does not fit together yet
  /// @param verdicts what the rules say of it as it stands
  public record Mine(
      Proposal proposal,
      Call call,
      Body body,
      List<Note> notes,
      List<Verdict> verdicts,
      boolean mayWrite,
      boolean maySubmit) {
    public Mine {
      notes = List.copyOf(notes);
      verdicts = List.copyOf(verdicts);
    }
  }

  /// What everybody may see of a proposal.
  ///
  /// @param stage `in-review` or `approved`
  public record Listed(
      String title, Set<String> countries, String currency, BigDecimal amount, String stage) {
    public Listed {
      countries = Set.copyOf(countries);
    }
  }

  /// Begins a proposal for a body; its id follows from call, body and key.
  ///
  /// @param origin what it starts from, with its facts; null if from nothing
  /// @return empty if there is no such call, or no such body to her
  public Optional<CallsOutcome> begin(
      Account account, String bodyId, String callId, @Nullable Origin origin, String key) {
    return database.inTransaction(() -> {
      var call = desk.findCall(callId).filter(c -> !c.hash().isEmpty());
      var body = own(account, bodyId);
      if (call.isEmpty() || body.isEmpty()) {
        return Optional.empty();
      }
      if (!mandates.mayAsOwn(account, Permission.WRITE_ENTRY, body.get())) {
        return Optional.of(mayNot(account, Permission.WRITE_ENTRY, body.get()));
      }
      if (Log.badKey(key)) {
        return Optional.of(faulty("key"));
      }
      if (origin != null && !origin.fits()) {
        return Optional.of(faulty("origin"));
      }
      if (call.get().state() == Call.State.CANCELLED) {
        return Optional.of(new NotNow("cancelled"));
      }
      var form =
          origin == null
              ? ProposalForm.empty(
                  call.get().plan().languages().contains(account.language())
                      ? account.language()
                      : call.get().plan().languages().getFirst(),
                  call.get().plan().currency())
              : origin.form(call.get().plan().currency());
      var faults = FormFaults.refusing(form, call.get().plan().wanted());
      if (!faults.isEmpty()) {
        return Optional.of(new Faulty(faults));
      }
      return Optional.of(begun(account, body.get(), call.get(), origin, form, key));
    });
  }

  private CallsOutcome begun(
      Account account,
      Body body,
      Call call,
      @Nullable Origin origin,
      ProposalForm form,
      String key) {
    var id = StableId.of("proposal", call.id(), body.id(), account.id(), key);
    var organisation = body.organisation() == null ? body.id() : body.organisation();
    var begun =
        new ProposalEvent.Begun(
            call.id(), call.fund(), body.id(), organisation, body.name(), origin);
    var doing =
        new Log.Doing(
            id, body.id(), account.id(), desk.now(), key, "begin" + CallsCodec.json(begun));
    if (!desk.table().begin(id, begun, doing.at())) {
      return desk.table().log.again(doing).orElseGet(CallsOutcome.KeyUsedOtherwise::new);
    }
    desk.table().contact(id, new ProposalTable.Contact(account.email(), account.language()));
    desk.table().log.write(doing, 0, List.of(begun, new ProposalEvent.Saved(form)));
    return new Done(id, 2);
  }

  private Optional<Body> own(Account account, String bodyId) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.id().equals(bodyId) && b.kind() != Body.Kind.NODE)
        .findFirst();
  }

  /// What the rules say of a form while it is typed; nothing is kept.
  ///
  /// @return empty if she may not see the proposal
  public Optional<Mine> check(Account account, String id, ProposalForm form) {
    return database.reading(() -> desk.table().find(id).flatMap(p -> mine(account, p, form)));
  }

  /// A proposal of a body she acts for.
  public Optional<Mine> find(Account account, String id) {
    return database.reading(() -> desk.table().find(id).flatMap(p -> mine(account, p, p.form())));
  }

  /// The proposals of the bodies she acts for, the last changed first.
  public List<Mine> list(Account account) {
    var bodies = mandates.hearing(account);
    return database.reading(() ->
        desk.table().all(desk.table().of(bodies, LIST)).stream()
            .flatMap(p -> mine(account, p, p.form()).stream())
            .toList());
  }

  private Optional<Mine> mine(Account account, Proposal p, ProposalForm form) {
    var body = mandates.owner(p.body());
    if (body.isEmpty() || !mandates.mayAsOwn(account, Permission.READ_PRIVATE, body.get())) {
      return Optional.empty();
    }
    var call = desk.call(p.call());
    var refusing = FormFaults.refusing(form, call.plan().wanted());
    boolean sound = refusing.isEmpty();
    return Optional.of(
        new Mine(
            ofApplicant(p, form),
            call,
            body.get(),
            sound ? FormFaults.fitting(form, call.plan().wanted()) : refusing,
            sound ? desk.verdicts(p, form, call, desk.now()) : List.of(),
            mandates.mayAsOwn(account, Permission.WRITE_ENTRY, body.get()),
            mandates.mayAsOwn(account, Permission.SIGN, body.get())));
  }

  private static Proposal ofApplicant(Proposal p, ProposalForm form) {
    return new Proposal(
        p.id(),
        p.call(),
        p.fund(),
        p.body(),
        p.organisation(),
        p.name(),
        p.origin(),
        p.state(),
        form,
        p.versions(),
        Set.of(),
        Map.of(),
        Map.of(),
        p.rulings(),
        p.until(),
        p.agreed(),
        p.listed(),
        p.sequence());
  }

  /// Saves, submits or withdraws.
  ///
  /// @return empty if she may not see the proposal
  public Optional<CallsOutcome> act(
      Account account, String id, ProposalDeed.OfApplicant deed, String key) {
    return database.inTransaction(() -> {
      if (!desk.table().log.lock(id)) {
        return Optional.empty();
      }
      var p = desk.table().find(id).orElseThrow();
      var body = mandates.owner(p.body());
      if (body.isEmpty() || !mandates.mayAsOwn(account, Permission.READ_PRIVATE, body.get())) {
        return Optional.empty();
      }
      if (!mandates.mayAsOwn(account, deed.needs(), body.get())) {
        return Optional.of(mayNot(account, deed.needs(), body.get()));
      }
      if (Log.badKey(key)) {
        return Optional.of(faulty("key"));
      }
      var doing =
          new Log.Doing(
              id, p.body(), account.id(), desk.now(), key, deed.word() + CallsCodec.json(deed));
      var before = desk.table().log.again(doing);
      return before.isPresent() ? before : Optional.of(decide(p, deed, doing));
    });
  }

  private CallsOutcome decide(Proposal p, ProposalDeed.OfApplicant deed, Log.Doing doing) {
    // Nobody calls it off while something is handed in.
    var call = deed instanceof ProposalDeed.Submit ? desk.lockCall(p.call()) : desk.call(p.call());
    return switch (deed) {
      case ProposalDeed.Save(var form) -> {
        var missing = missing(form);
        if (missing.isPresent()) {
          yield faulty(missing.get());
        }
        yield done(ProposalRules.save(p, call, form), p, call, doing, deed.word());
      }
      case ProposalDeed.Submit(var listing) -> {
        // Of two at once the second waits here, and then sees the first.
        desk.table().takeTurn(p.fund(), p.organisation());
        var verdicts = desk.verdicts(p, p.form(), call, doing.at());
        var hash = Hashes.sha256(CallsCodec.json(p.form()));
        yield done(
            ProposalRules.submit(p, call, verdicts, doing.at(), hash, listing),
            p,
            call,
            doing,
            deed.word());
      }
      case ProposalDeed.Withdraw(var reason) ->
          done(ProposalRules.withdraw(p, reason), p, call, doing, deed.word());
    };
  }

  private CallsOutcome done(
      ProposalRules.Decided decided, Proposal p, Call call, Log.Doing doing, String word) {
    return switch (decided) {
      case ProposalRules.Decided.Refused(var why) -> why;
      case ProposalRules.Decided.Happened(var events) -> {
        var after = desk.write(doing, p, call, events, word);
        yield new Done(
            p.id(),
            after.sequence(),
            FormFaults.fitting(after.form(), call.plan().wanted()),
            desk.verdicts(after, after.form(), call, doing.at()));
      }
    };
  }

  /// A file that is named and not kept here.
  private Optional<String> missing(ProposalForm form) {
    var named = new ArrayList<String>();
    form.annexes().forEach(a -> named.add(a.file()));
    form.letters().stream()
        .map(ProposalForm.Letter::file)
        .filter(f -> !f.isEmpty())
        .forEach(named::add);
    return named.size() > 2 * FormFaults.ROWS
            || !named.stream().allMatch(f -> files.find(f).isPresent())
        ? Optional.of("annexes")
        : Optional.empty();
  }

  /// The pipeline of a fund that everybody may see: only what the applicant agreed to and the fund
  /// released, and neither what was refused nor what was taken back.
  public List<Listed> pipeline(String fund) {
    return database.reading(() ->
        desk.table().all(desk.table().listed(fund, LIST)).stream()
            .flatMap(p -> listed(p).stream())
            .toList());
  }

  private static Optional<Listed> listed(Proposal p) {
    var stage =
        switch (p.state()) {
          case SUBMITTED, ELIGIBLE, RETURNED -> "in-review";
          case APPROVED, APPROVED_WITH_CHANGES -> "approved";
          case DRAFT, INELIGIBLE, REJECTED, WITHDRAWN -> "";
        };
    if (!p.listed() || stage.isEmpty()) {
      return Optional.empty();
    }
    // The last version that was handed in, not what is being written.
    return p.submitted()
        .map(v -> {
          var countries = new TreeSet<String>();
          v.form().partners().stream()
              .map(ProposalForm.Partner::country)
              .filter(CountryCode::isWellFormed)
              .forEach(countries::add);
          return new Listed(
              v.form().title(), countries, v.form().currency(), v.form().sumRequested(), stage);
        });
  }

  private static CallsOutcome mayNot(Account account, Permission needed, Body body) {
    return refused(new NotAllowed(needed.code()), account.id(), needed, body.id());
  }

  static CallsOutcome faulty(String path) {
    return new Faulty(
        List.of(new Note(0, "", Note.Severity.REFUSED, "bandung.text-missing", path, List.of())));
  }
}
