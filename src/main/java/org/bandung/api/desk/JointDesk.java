package org.bandung.api.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.access.Permission;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.NotFound;
import org.bandung.api.frame.Refused;
import org.bandung.registry.joint.Beginning;
import org.bandung.registry.joint.Deed;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointDocument;
import org.bandung.registry.joint.JointEvent.Recorded;
import org.bandung.registry.joint.JointInitiatives;
import org.bandung.registry.joint.JointInitiatives.View;
import org.bandung.registry.joint.JointOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What all routes of joint initiatives share: who the party is, what was read, what became of it.
@Component
class JointDesk {

  private static final int MOST = 500;

  private final JointInitiatives initiatives;
  private final OwnParty parties;
  private final DoneOnce once;

  JointDesk(JointInitiatives initiatives, OwnParty parties, DoneOnce once) {
    this.initiatives = initiatives;
    this.parties = parties;
    this.once = once;
  }

  List<Object> list(Acting acting) {
    var items = new ArrayList<Object>();
    for (var view : initiatives.list(acting.account(), MOST)) {
      var j = view.joint();
      items.add(
          Map.of(
              "id", j.id(),
              "title", j.beginning().title().byLanguage(),
              "parties", j.beginning().parties().stream().map(p -> p.id()).toList(),
              "sequence", j.sequence(),
              "suspended", j.suspended(),
              "closed", j.closed()));
    }
    return items;
  }

  DoneOnce.Answer shown(Acting acting, String id) {
    return answer(acting, require(acting, id), 200);
  }

  private View require(Acting acting, String id) {
    return initiatives
        .find(acting.account(), Addresses.id("id", id))
        .orElseThrow(() -> new NotFound(id));
  }

  List<Recorded> history(Acting acting, String id) {
    require(acting, id);
    return initiatives.history(acting.account(), id);
  }

  /// The party that the body of the token is.
  String party(Acting acting, Joint j) {
    return j.beginning().parties().stream()
        .map(p -> p.id())
        .filter(p -> parties.acts(acting, p))
        .findFirst()
        .orElseThrow(() -> new NotFound(j.id()));
  }

  /// How things stand, with the version that everybody reads; 0 if nobody does.
  private DoneOnce.Answer answer(Acting acting, View view, int status) {
    var j = view.joint();
    var told = new LinkedHashMap<String, @Nullable Object>();
    if (JointDocument.of(j) instanceof Map<?, ?> all) {
      all.forEach((name, value) -> told.put(String.valueOf(name), value));
    }
    told.put("publicVersion", view.publicVersion());
    told.put("mine", view.mine().stream().filter(p -> parties.acts(acting, p)).toList());
    return new DoneOnce.Answer(
        status, status == 201 ? JointRoutes.PATH + "/" + j.id() : null, tag(j), told);
  }

  private static String tag(Joint j) {
    return String.valueOf(j.sequence());
  }

  ResponseEntity<Object> begin(Acting acting, Key key, Beginning sent) {
    return once.done(
        acting,
        key,
        () -> {
          var own = acting.body().id();
          var done = done(own, initiatives.begin(acting.account(), sent, key.word()), acting);
          return answer(acting, require(acting, done.after().id()), 201);
        });
  }

  /// One deed on what was read.
  ResponseEntity<Object> act(On on, Function<Joint, Deed> chosen) {
    var acting = on.acting();
    return once.done(
        acting,
        on.key(),
        () -> {
          var j = require(acting, on.id()).joint();
          on.version().require(tag(j));
          var party = party(acting, j);
          var deed = chosen.apply(j);
          var word = on.key().word();
          done(on.id(), initiatives.act(acting.account(), on.id(), party, deed, word), acting);
          return answer(acting, require(acting, on.id()), 200);
        });
  }

  private JointOutcome.Done done(String id, Optional<JointOutcome> outcome, Acting acting) {
    return switch (outcome.orElseThrow(() -> new NotFound(id))) {
      case JointOutcome.Done done -> done;
      case JointOutcome.NotAllowed(var needed) ->
          throw Refusals.notAllowed(needed.stream().sorted().toArray(Permission[]::new));
      case JointOutcome.Faulty(var notes) -> throw Refusals.faulty(notes, "joint.fault.");
      case JointOutcome.Stale(long latest, var now) -> throw Version.stale(tag(now));
      case JointOutcome.NotNow(var why) -> throw Refused.conflict("not-now, " + why);
      case JointOutcome.KeyUsedOtherwise used -> throw Refused.conflict("key-used-otherwise");
    };
  }

  /// @throws NotFound if it is not there
  static <T> T require(@Nullable T found, String id) {
    if (found == null) {
      throw new NotFound(id);
    }
    return found;
  }

  /// A number in an address.
  static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new NotFound(Addresses.id("number", text));
    }
    return Integer.parseInt(text);
  }

  static Joint.JointReport report(Joint j, String number) {
    int wanted = number(number);
    return j.reports().stream()
        .filter(r -> r.number() == wanted)
        .findFirst()
        .orElseThrow(() -> new NotFound(number));
  }
}
