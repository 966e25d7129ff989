package org.bandung.api.desk;

import java.util.List;
import java.util.Optional;
import org.bandung.access.ApiTokens;
import org.bandung.access.Permission;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.consultation.commitments.Commitment;
import org.bandung.consultation.commitments.Commitments;
import org.bandung.consultation.commitments.Commitments.WriteOutcome;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Commitments made at forums and conferences, and what their reporter says became of them.
@RestController
@In(ApiTokens.Area.COMMITMENTS)
final class CommitmentRoutes {

  static final String PATH = Addresses.ROOT + "/commitments";
  static final String ONE = PATH + "/{id}";

  private final Commitments commitments;
  private final DoneOnce once;

  CommitmentRoutes(Commitments commitments, DoneOnce once) {
    this.commitments = commitments;
    this.once = once;
  }

  /// @param forum code of a grouping, or in words
  /// @param initiatives ids of initiatives that fulfil it
  record Said(
      LocalizedText text,
      Commitment.Maker maker,
      String forum,
      @Nullable String conference,
      @Nullable PartialDate made,
      @Nullable PartialDate due,
      List<String> initiatives) {

    Commitment.Content content() {
      return new Commitment.Content(
          text, maker, forum, conference == null ? "" : conference, made, due, initiatives);
    }
  }

  /// @param dated the day it speaks of
  record Reported(
      PartialDate dated, Commitment.State state, LocalizedText text, @Nullable String link) {}

  @GetMapping(PATH)
  @Told(value = "commitments", answer = Commitment.class, list = true)
  ResponseEntity<Object> list(Acting acting) {
    return DoneOnce.list(commitments.list(acting.account()));
  }

  @GetMapping(ONE)
  @Told(value = "commitment", answer = Commitment.class)
  ResponseEntity<Object> find(Acting acting, @PathVariable String id) {
    var found = require(acting, id);
    return DoneOnce.read(tag(found), found);
  }

  private Commitment require(Acting acting, String id) {
    return commitments
        .find(Addresses.id("id", id), acting.account())
        .orElseThrow(() -> new NotFound(id));
  }

  /// Changes with every change, report and release.
  private static String tag(Commitment c) {
    return c.version() + "." + c.followUps().size() + "." + c.release().ordinal();
  }

  @PostMapping(PATH)
  @Told(value = "commitments-write", answer = Commitment.class, status = 201)
  ResponseEntity<Object> write(Acting acting, Key key, @Sent Said sent) {
    return once.done(
        acting,
        key,
        () -> {
          var body = acting.body().id();
          var made =
              done(
                  body,
                  commitments.write(acting.account(), body, sent.content(), key.word()),
                  Permission.WRITE_ENTRY);
          return DoneOnce.Answer.made(PATH + "/" + made.id(), tag(made), made);
        });
  }

  /// One deed on a commitment.
  private interface Deed {
    Optional<WriteOutcome> on(Commitment read);
  }

  private ResponseEntity<Object> act(On on, Permission needed, Deed deed) {
    return once.done(
        on.acting(),
        on.key(),
        () -> {
          var before = require(on.acting(), on.id());
          on.version().require(tag(before));
          var after = done(on.id(), deed.on(before), needed);
          return DoneOnce.Answer.of(tag(after), after);
        });
  }

  @PutMapping(ONE)
  @Told(value = "commitment-change", answer = Commitment.class)
  ResponseEntity<Object> change(On on, @Sent Said sent) {
    return act(
        on,
        Permission.WRITE_ENTRY,
        c -> commitments.change(on.acting().account(), on.id(), c.version(), sent.content()));
  }

  @PostMapping(ONE + "/follow-ups")
  @Told(value = "commitment-follow-ups", answer = Commitment.class)
  ResponseEntity<Object> report(On on, @Sent Reported sent) {
    var link = sent.link();
    var report =
        new Commitment.Report(sent.dated(), sent.state(), sent.text(), link == null ? "" : link);
    return act(
        on,
        Permission.WRITE_ENTRY,
        c -> commitments.report(on.acting().account(), on.id(), report, on.key().word()));
  }

  @PostMapping(ONE + "/release")
  @Told(value = "commitment-release", answer = Commitment.class)
  ResponseEntity<Object> release(On on) {
    return act(
        on, Permission.RELEASE, c -> commitments.release(on.acting().account(), on.id(), true));
  }

  @PostMapping(ONE + "/take-back")
  @Told(value = "commitment-take-back", answer = Commitment.class)
  ResponseEntity<Object> takeBack(On on) {
    return act(
        on, Permission.RELEASE, c -> commitments.release(on.acting().account(), on.id(), false));
  }

  private static Commitment done(String id, Optional<WriteOutcome> outcome, Permission needed) {
    return switch (outcome.orElseThrow(() -> new NotFound(id))) {
      case WriteOutcome.Written(var commitment) -> commitment;
      case WriteOutcome.NotAllowed no -> throw Refusals.notAllowed(needed);
      case WriteOutcome.Faulty(var fields) ->
          throw Refusals.faulty(
              fields.stream().map(f -> Refusals.fault(f, "commitment-fault." + f)).toList());
      case WriteOutcome.Conflict(var now) -> throw Version.stale(tag(now));
    };
  }
}
