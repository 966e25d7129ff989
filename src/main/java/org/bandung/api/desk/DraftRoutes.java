package org.bandung.api.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bandung.access.ApiTokens;
import org.bandung.access.Permission;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.NotFound;
import org.bandung.api.frame.Refused;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.DraftDeed;
import org.bandung.catalogue.drafts.DraftOutcome;
import org.bandung.catalogue.drafts.DraftView;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.catalogue.drafts.WordingFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Entries of the catalogue written by hand: needs, offers, solutions, events, from a draft to what
/// is public and back.
@RestController
@In(ApiTokens.Area.DRAFTS)
final class DraftRoutes {

  static final String PATH = Addresses.ROOT + "/drafts";
  static final String ONE = PATH + "/{id}";

  private final Drafts drafts;
  private final DoneOnce once;

  DraftRoutes(Drafts drafts, DoneOnce once) {
    this.drafts = drafts;
    this.once = once;
  }

  /// @param kind code of the kind of entry
  record Begun(String kind, EntryWords says) {}

  /// All that the draft is to say.
  record Said(EntryWords says) {}

  record Why(String reason) {}

  /// @param why `fulfilled`, `no-longer` or `other`
  record Ended(String why, @Nullable String reason) {}

  @GetMapping(PATH)
  @Told(value = "drafts", answer = DraftJson.Item.class, list = true)
  ResponseEntity<Object> list(Acting acting) {
    return DoneOnce.list(drafts.list(acting.account()).stream().map(DraftJson::of).toList());
  }

  @GetMapping(ONE)
  @Told(value = "draft", answer = DraftJson.class)
  ResponseEntity<Object> find(Acting acting, @PathVariable String id) {
    var view = require(acting, id);
    return DoneOnce.read(DraftJson.tag(view), DraftJson.of(view));
  }

  private DraftView require(Acting acting, String id) {
    return drafts
        .find(acting.account(), Addresses.id("id", id))
        .orElseThrow(() -> new NotFound(id));
  }

  @PostMapping(PATH)
  @Told(value = "drafts-begin", answer = DraftJson.class, status = 201)
  ResponseEntity<Object> begin(Acting acting, Key key, @Sent Begun sent) {
    var kind =
        EntryKind.ofCode(sent.kind())
            .filter(Drafts.KINDS::contains)
            .orElseThrow(
                () -> notOneOf("kind", Drafts.KINDS.stream().map(EntryKind::code).toList()));
    var wording = sent.says().wording(kind);
    return once.done(
        acting,
        key,
        () -> {
          var made =
              drafts
                  .make(acting.account(), acting.body().id(), wording, key.word())
                  .orElseThrow(() -> new NotFound(acting.body().id()));
          return switch (made) {
            case DraftOutcome.Made(var id, int revision) -> {
              var view = require(acting, id);
              yield DoneOnce.Answer.made(PATH + "/" + id, DraftJson.tag(view), DraftJson.of(view));
            }
            case DraftOutcome.Conflict conflict -> throw Refused.conflict("key-used-otherwise");
            case DraftOutcome.Faulty(var faults) -> throw faulty(faults);
            case DraftOutcome.NotAllowed no -> throw Refusals.notAllowed(Permission.WRITE_ENTRY);
          };
        });
  }

  private static BadQuery notOneOf(String field, List<String> known) {
    return new BadQuery(List.of(new BadQuery.Fault(field, "not-one-of", String.join(", ", known))));
  }

  @PutMapping(ONE)
  @Told(value = "draft-save", answer = DraftJson.class)
  ResponseEntity<Object> save(On on, @Sent Said sent) {
    return once.done(
        on.acting(),
        on.key(),
        () -> {
          var before = require(on.acting(), on.id());
          on.version().require(DraftJson.tag(before));
          var wording = sent.says().wording(before.kind());
          var saved = drafts.save(on.acting().account(), on.id(), before.revision(), wording);
          return switch (saved.orElseThrow(() -> new NotFound(on.id()))) {
            case DraftOutcome.Saved done -> {
              var view = require(on.acting(), on.id());
              yield DoneOnce.Answer.of(DraftJson.tag(view), DraftJson.of(view));
            }
            case DraftOutcome.Conflict conflict ->
                throw Version.stale(DraftJson.tag(require(on.acting(), on.id())));
            case DraftOutcome.Faulty(var faults) -> throw faulty(faults);
            case DraftOutcome.NotAllowed no -> throw Refusals.notAllowed(Permission.WRITE_ENTRY);
            case DraftOutcome.NotNow(var state) ->
                throw Refused.conflict("not-now, " + state.code());
          };
        });
  }

  @PostMapping(ONE + "/submission")
  @Told(value = "draft-submission", answer = DraftJson.Done.class)
  ResponseEntity<Object> submit(On on) {
    return act(on, v -> new DraftDeed.Submit(v.revision()));
  }

  @PostMapping(ONE + "/recall")
  @Told(value = "draft-recall", answer = DraftJson.Done.class)
  ResponseEntity<Object> recall(On on) {
    return act(on, v -> new DraftDeed.Recall());
  }

  @PostMapping(ONE + "/return")
  @Told(value = "draft-return", answer = DraftJson.Done.class)
  ResponseEntity<Object> giveBack(On on, @Sent Why sent) {
    return act(on, v -> new DraftDeed.Return(v.standing().submitted(), sent.reason()));
  }

  @PostMapping(ONE + "/clearance")
  @Told(value = "draft-clearance", answer = DraftJson.Done.class)
  ResponseEntity<Object> clear(On on) {
    return act(on, v -> new DraftDeed.Clear(v.standing().submitted()));
  }

  @PostMapping(ONE + "/release")
  @Told(value = "draft-release", answer = DraftJson.Done.class)
  ResponseEntity<Object> release(On on) {
    return act(on, v -> new DraftDeed.Release(v.standing().submitted()));
  }

  @PostMapping(ONE + "/take-back")
  @Told(value = "draft-take-back", answer = DraftJson.Done.class)
  ResponseEntity<Object> takeBack(On on, @Sent Why sent) {
    return act(on, v -> new DraftDeed.TakeBack(sent.reason()));
  }

  @PostMapping(ONE + "/closure")
  @Told(value = "draft-closure", answer = DraftJson.Done.class)
  ResponseEntity<Object> close(On on, @Sent Ended sent) {
    var why =
        DraftDeed.Why.ofCode(sent.why())
            .orElseThrow(() ->
                notOneOf(
                    "why",
                    Arrays.stream(DraftDeed.Why.values()).map(DraftDeed.Why::code).toList()));
    var reason = sent.reason();
    return act(on, v -> new DraftDeed.Close(why, reason == null ? "" : reason));
  }

  @PostMapping(ONE + "/confirmation")
  @Told(value = "draft-confirmation", answer = DraftJson.Done.class)
  ResponseEntity<Object> confirm(On on) {
    return act(on, v -> new DraftDeed.Confirm());
  }

  private ResponseEntity<Object> act(On on, Function<DraftView, DraftDeed> chosen) {
    return once.done(
        on.acting(),
        on.key(),
        () -> {
          var before = require(on.acting(), on.id());
          on.version().require(DraftJson.tag(before));
          var deed = chosen.apply(before);
          var outcome =
              drafts
                  .act(on.acting().account(), on.id(), deed)
                  .orElseThrow(() -> new NotFound(on.id()));
          return switch (outcome) {
            case DraftOutcome.Done(var state) ->
                done(on.id(), state.code(), drafts.find(on.acting().account(), on.id()));
            case DraftOutcome.Faulty(var faults) -> throw faulty(faults);
            case DraftOutcome.NotAllowed no -> throw Refusals.notAllowed(needed(deed));
            case DraftOutcome.NotNow(var state) ->
                throw Refused.conflict("not-now, " + state.code());
            case DraftOutcome.Moved moved ->
                throw Version.stale(DraftJson.tag(require(on.acting(), on.id())));
          };
        });
  }

  /// Whoever sends a draft back does not see it any more.
  private static DoneOnce.Answer done(String id, String state, Optional<DraftView> after) {
    return after
        .map(v ->
            DoneOnce.Answer.of(DraftJson.tag(v), new DraftJson.Done(id, state, DraftJson.of(v))))
        .orElseGet(() -> DoneOnce.Answer.of(new DraftJson.Done(id, state, null)));
  }

  private static Permission[] needed(DraftDeed deed) {
    return switch (deed) {
      case DraftDeed.Clear clear -> new Permission[] {Permission.ENDORSE};
      case DraftDeed.Release release -> new Permission[] {Permission.RELEASE};
      case DraftDeed.Return back -> new Permission[] {Permission.ENDORSE, Permission.RELEASE};
      case DraftDeed.TakeBack back -> new Permission[] {Permission.WRITE_ENTRY, Permission.RELEASE};
      case DraftDeed.Submit submit -> new Permission[] {Permission.WRITE_ENTRY};
      case DraftDeed.Recall recall -> new Permission[] {Permission.WRITE_ENTRY};
      case DraftDeed.Close close -> new Permission[] {Permission.WRITE_ENTRY};
      case DraftDeed.Confirm confirm -> new Permission[] {Permission.WRITE_ENTRY};
    };
  }

  private static Refused faulty(List<WordingFaults.Fault> faults) {
    return Refusals.faulty(
        faults.stream()
            .map(f -> Refusals.fault(f.field(), "draft.fault." + f.code()))
            .collect(Collectors.toList()));
  }
}
