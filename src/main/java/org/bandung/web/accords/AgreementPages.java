package org.bandung.web.accords;

import java.util.List;
import java.util.UUID;
import org.bandung.access.Account;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Effect;
import org.bandung.consultation.accord.Agreement;
import org.bandung.consultation.accord.Agreements;
import org.bandung.consultation.accord.Agreements.Shown;
import org.bandung.consultation.accord.SigningKeyRing;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Agreements as those see them who act for a party, and as everybody does once they are released.
@Controller
final class AgreementPages {

  private final Agreements agreements;
  private final Mandates mandates;
  private final SigningKeyRing keys;

  AgreementPages(Agreements agreements, Mandates mandates, SigningKeyRing keys) {
    this.agreements = agreements;
    this.mandates = mandates;
    this.keys = keys;
  }

  /// An agreement in a list.
  record Row(
      String id,
      Words.@Nullable Phrase title,
      String number,
      String kind,
      String status,
      String parties) {

    static Row of(Shown shown, Words w) {
      var a = shown.agreement();
      return new Row(
          a.id(),
          w.phrase(shown.proposal().title()),
          a.origin().number(),
          AgreementShow.word(a.origin().kind()),
          AgreementShow.word(a.status(AgreementShow.today())),
          String.join(
              w.text("list.comma"),
              a.parties().stream().map(p -> AgreementShow.spoken(p.name(), w)).toList()));
    }
  }

  @GetMapping("/desk/agreements")
  String list(Visit visit, Model model) {
    return list(agreements.list(visit.requireAccount()), "/desk/agreements/", visit, model);
  }

  @GetMapping("/agreements")
  String listPublic(Visit visit, Model model) {
    return list(agreements.listPublic(), "/agreements/", visit, model);
  }

  private static String list(List<Shown> shown, String path, Visit visit, Model model) {
    model.addAttribute("rows", shown.stream().map(s -> Row.of(s, visit.words())).toList());
    model.addAttribute("path", path);
    return "agreements";
  }

  @GetMapping("/agreements/{id}")
  String showPublic(@PathVariable String id, Visit visit, Model model) {
    var shown = agreements.findPublic(id).orElseThrow(Refusal.NotFound::new);
    put(shown, visit, model);
    model.addAttribute("path", "/agreements/");
    model.addAttribute("seats", List.of());
    var below =
        agreements.listPublic().stream()
            .filter(s -> id.equals(s.agreement().origin().under()))
            .map(s -> Row.of(s, visit.words()))
            .toList();
    model.addAttribute("below", below);
    var under = shown.agreement().origin().under();
    model.addAttribute(
        "above",
        under == null
            ? null
            : agreements.findPublic(under).map(s -> Row.of(s, visit.words())).orElse(null));
    return "agreement";
  }

  private void put(Shown shown, Visit visit, Model model) {
    var show = AgreementShow.of(shown, visit.words());
    model.addAttribute("show", show);
    model.addAttribute("heading", visit.words().phrase(shown.proposal().title()));
    model.addAttribute("a", shown.agreement());
    model.addAttribute(
        "absent",
        agreements.absent(shown.agreement()).stream()
            .map(p -> AgreementShow.spoken(p.name(), visit.words()))
            .toList());
  }

  @GetMapping("/desk/agreements/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String said,
      Visit visit,
      Model model) {
    var account = visit.requireAccount();
    var shown = agreements.find(id, account).orElseThrow(Refusal.NotFound::new);
    put(shown, visit, model);
    var a = shown.agreement();
    model.addAttribute("path", "/desk/agreements/");
    model.addAttribute("said", said);
    model.addAttribute("seats", seats(account, shown));
    model.addAttribute("signers", signers(a, visit));
    model.addAttribute("endorses", endorses(account, a, visit));
    model.addAttribute("releases", releases(account, a));
    model.addAttribute("isPublic", agreements.isPublic(a));
    model.addAttribute("key", UUID.randomUUID().toString());
    model.addAttribute("today", AgreementShow.today());
    model.addAttribute(
        "below",
        agreements.below(id, account).stream().map(s -> Row.of(s, visit.words())).toList());
    var under = a.origin().under();
    model.addAttribute(
        "above",
        under == null
            ? null
            : agreements.find(under, account).map(s -> Row.of(s, visit.words())).orElse(null));
    return "agreement";
  }

  /// What somebody can do for a party.
  ///
  /// @param ownKey whether the party signs with a key that is not here
  /// @param disowns whether somebody attests of the party that it signed by hand
  record Seat(
      String party,
      String name,
      boolean signs,
      boolean notifies,
      boolean binds,
      boolean ownKey,
      boolean disowns) {}

  /// A party of which it can be attested that it signed by hand.
  record Absent(String party, String name) {}

  /// Once an original is attached, whoever cannot act here can have signed it.
  private List<Absent> signers(Agreement a, Visit visit) {
    if (a.latest().instruments().isEmpty()) {
      return List.of();
    }
    return agreements.absent(a).stream()
        .filter(p -> !a.latest().signedBy(p.id()))
        .map(p -> new Absent(p.id(), AgreementShow.name(a, p.id(), visit.words())))
        .toList();
  }

  private List<Seat> seats(Account account, Shown shown) {
    var a = shown.agreement();
    return agreements.seats(account, a).stream().map(actor -> seat(account, actor, a)).toList();
  }

  private Seat seat(Account account, Actor actor, Agreement a) {
    var party = actor.party();
    var status = a.status(AgreementShow.today());
    boolean open =
        switch (status) {
          case NOT_IN_FORCE, IN_FORCE, SUSPENDED -> true;
          case EXPIRED, TERMINATED, ANNULLED -> false;
        };
    boolean bound = a.boundOn(AgreementShow.today()).stream().anyMatch(p -> p.id().equals(party));
    boolean binds = open && bound && actor.capacities().contains(Actor.Capacity.SIGNATORY);
    var body = mandates.actingFor(party);
    boolean own =
        body.map(b -> keys.of(account, b).stream().anyMatch(k -> k.retired() == null && !k.held()))
            .orElse(false);
    return new Seat(
        party,
        body.map(Body::name).orElse(party),
        binds && !a.latest().signatures().containsKey(party),
        binds
            && a.origin().entry() == Effect.Entry.ON_NOTIFICATION
            && !a.latest().notices().containsKey(party),
        binds && !a.withdrawals().containsKey(party),
        own,
        binds && a.revisions().stream().anyMatch(r -> r.papers().containsKey(party)));
  }

  /// A party that somebody endorses for.
  record Endorses(String party, String name) {}

  private List<Endorses> endorses(Account account, Agreement a, Visit visit) {
    if (a.latest().inForce() != null) {
      return List.of();
    }
    return agreements.endorses(account, a).stream()
        .filter(p -> !given(a, p))
        .map(p -> new Endorses(p, AgreementShow.name(a, p, visit.words())))
        .toList();
  }

  private static boolean given(Agreement a, String party) {
    var endorsement = a.latest().endorsements().get(party);
    return endorsement != null && endorsement.given();
  }

  /// A body and whether it has released its part.
  record Releases(String body, String name, boolean released, boolean may) {}

  private List<Releases> releases(Account account, Agreement a) {
    var released = agreements.released(a);
    return agreements.owners(a).stream()
        .map(b ->
            new Releases(
                b.id(),
                b.name(),
                released.stream().anyMatch(r -> r.id().equals(b.id())),
                mandates.may(account, Permission.RELEASE, b)))
        .toList();
  }
}
