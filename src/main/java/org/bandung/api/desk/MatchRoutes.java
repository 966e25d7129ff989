package org.bandung.api.desk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.access.ApiTokens;
import org.bandung.access.Permission;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.NotFound;
import org.bandung.api.frame.Refused;
import org.bandung.catalogue.matches.Match;
import org.bandung.catalogue.matches.MatchOutcome;
import org.bandung.catalogue.matches.Matches;
import org.bandung.consultation.Consultations;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Matches: inviting, answering, drawing back, saying what is covered.
@RestController
@In(ApiTokens.Area.MATCHES)
final class MatchRoutes {

  static final String PATH = Addresses.ROOT + "/matches";
  static final String ONE = PATH + "/{id}";

  private static final int MOST = 500;

  private final Matches matches;
  private final Consultations consultations;
  private final OwnParty parties;
  private final DoneOnce once;

  MatchRoutes(Matches matches, Consultations consultations, OwnParty parties, DoneOnce once) {
    this.matches = matches;
    this.consultations = consultations;
    this.parties = parties;
    this.once = once;
  }

  /// @param to code of a country, or id of a body here
  /// @param role what the other is invited to do: `providing`, `requesting` or `facilitating`
  /// @param entry id of a public entry; where there is none, the title says what it is about
  record Invited(
      String to,
      String role,
      @Nullable String entry,
      LocalizedText title,
      @Nullable String message) {}

  record Reason(String reason) {}

  /// @param quantity null: it says so no more
  record Stated(@Nullable Quantity quantity) {}

  /// @param reason why it declined; null: it wants to talk
  record ByLetter(String reference, LocalDate dated, @Nullable String reason) {}

  record Opened(String consultation) {}

  @GetMapping(PATH)
  @Told(value = "matches", answer = MatchJson.class, list = true)
  ResponseEntity<Object> list(Acting acting) {
    return DoneOnce.list(
        matches.list(acting.account(), MOST).stream().map(m -> shown(acting, m)).toList());
  }

  @GetMapping(ONE)
  @Told(value = "match", answer = MatchJson.class)
  ResponseEntity<Object> find(Acting acting, @PathVariable String id) {
    var match = require(acting, id);
    return DoneOnce.read(MatchJson.tag(match), shown(acting, match));
  }

  private Match require(Acting acting, String id) {
    return matches
        .find(acting.account(), Addresses.id("id", id))
        .orElseThrow(() -> new NotFound(id));
  }

  private MatchJson shown(Acting acting, Match match) {
    var side = matches.side(acting.account(), match).orElseThrow(() -> new NotFound(match.id()));
    var entry = match.subject().entry();
    return MatchJson.of(
        match,
        side,
        entry == null ? null : matches.cover(acting.account(), entry, side).orElse(null));
  }

  @PostMapping(PATH)
  @Told(value = "matches-invite", answer = MatchJson.class, status = 201)
  ResponseEntity<Object> invite(Acting acting, Key key, @Sent Invited sent) {
    var role =
        Match.Role.ofCode(sent.role())
            .orElseThrow(() ->
                new BadQuery(
                    List.of(
                        new BadQuery.Fault(
                            "role",
                            "not-one-of",
                            Arrays.stream(Match.Role.values())
                                .map(Match.Role::code)
                                .collect(Collectors.joining(", "))))));
    var message = sent.message();
    var invitation =
        new Matches.Invitation(
            parties.of(acting),
            sent.to(),
            role,
            sent.entry(),
            sent.title(),
            message == null ? "" : message);
    return once.done(
        acting,
        key,
        () -> {
          var made =
              done(acting.body().id(), matches.invite(acting.account(), invitation, key.word()));
          return DoneOnce.Answer.made(
              PATH + "/" + made.id(), MatchJson.tag(made), shown(acting, made));
        });
  }

  /// One deed on a match.
  private interface Deed {
    MatchOutcome on(String party);
  }

  private ResponseEntity<Object> act(Acting acting, String id, Key key, Deed deed) {
    return once.done(
        acting,
        key,
        () -> {
          require(acting, id);
          var after = done(id, deed.on(parties.of(acting)));
          return DoneOnce.Answer.of(MatchJson.tag(after), shown(acting, after));
        });
  }

  @PostMapping(ONE + "/talks")
  @Told(value = "match-talks", answer = MatchJson.class)
  ResponseEntity<Object> talk(Acting acting, @PathVariable String id, Key key) {
    return act(
        acting, id, key, party -> matches.beginTalks(acting.account(), id, party, key.word()));
  }

  @PostMapping(ONE + "/refusal")
  @Told(value = "match-refusal", answer = MatchJson.class)
  ResponseEntity<Object> decline(
      Acting acting, @PathVariable String id, Key key, @Sent Reason sent) {
    return act(
        acting,
        id,
        key,
        party -> matches.decline(acting.account(), id, party, sent.reason(), key.word()));
  }

  @PostMapping(ONE + "/withdrawal")
  @Told(value = "match-withdrawal", answer = MatchJson.class)
  ResponseEntity<Object> withdraw(
      Acting acting, @PathVariable String id, Key key, @Sent Reason sent) {
    return act(
        acting,
        id,
        key,
        party -> matches.withdraw(acting.account(), id, party, sent.reason(), key.word()));
  }

  @PostMapping(ONE + "/cover")
  @Told(value = "match-cover", answer = MatchJson.class)
  ResponseEntity<Object> cover(Acting acting, @PathVariable String id, Key key, @Sent Stated sent) {
    return act(
        acting,
        id,
        key,
        party -> matches.cover(acting.account(), id, party, sent.quantity(), key.word()));
  }

  @PostMapping(ONE + "/agreement")
  @Told(value = "match-agreement", answer = MatchJson.class)
  ResponseEntity<Object> agree(Acting acting, @PathVariable String id, Key key) {
    return act(acting, id, key, party -> matches.agree(acting.account(), id, party, key.word()));
  }

  @PostMapping(ONE + "/letters")
  @Told(value = "match-letters", answer = MatchJson.class)
  ResponseEntity<Object> letter(
      Acting acting, @PathVariable String id, Key key, @Sent ByLetter sent) {
    var letter = new Match.Letter(sent.reference(), sent.dated());
    return act(
        acting,
        id,
        key,
        party ->
            matches.enterLetter(acting.account(), id, party, sent.reason(), letter, key.word()));
  }

  /// Only talks at which both sides of the match could sit are named.
  @PostMapping(ONE + "/consultation")
  @Told(value = "match-consultation", answer = MatchJson.class)
  ResponseEntity<Object> opened(
      Acting acting, @PathVariable String id, Key key, @Sent Opened sent) {
    return act(
        acting,
        id,
        key,
        party -> {
          var other = require(acting, id).sides().other(party);
          boolean both =
              consultations
                  .find(sent.consultation(), new Consultations.As(acting.account(), party))
                  .filter(c -> c.setup().parties().stream().anyMatch(p -> p.id().equals(other)))
                  .isPresent();
          if (!both) {
            throw new NotFound(sent.consultation());
          }
          return matches.opened(acting.account(), id, party, sent.consultation(), key.word());
        });
  }

  private static Match done(String id, MatchOutcome outcome) {
    return switch (outcome) {
      case MatchOutcome.Done(var after) -> after;
      case MatchOutcome.Unknown unknown -> throw new NotFound(id);
      case MatchOutcome.NotAllowed no -> throw Refusals.notAllowed(Permission.NEGOTIATE);
      case MatchOutcome.OutOfPlace(var state) ->
          throw Refused.conflict("out-of-place, " + state.code());
      case MatchOutcome.AlreadyOpen(var open) -> throw Refused.conflict("already-open, " + open);
      case MatchOutcome.SpeaksForItself itself -> throw Refused.conflict("speaks-for-itself");
      case MatchOutcome.Faulty(var field) ->
          throw Refusals.faulty(List.of(Refusals.fault(field, "match.fault." + field)));
    };
  }
}
