package org.bandung.web.accords;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.accord.Agreement;
import org.bandung.consultation.accord.AgreementEvent;
import org.bandung.consultation.accord.Agreements.Shown;
import org.bandung.kernel.LocalizedText;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// An agreement as its pages show it: every word in the reader's language, every text in its own.
record AgreementShow(
    Agreement agreement,
    Proposal proposal,
    String status,
    List<Side> parties,
    List<Text> texts,
    List<TermsFacts.Fact> facts,
    List<Signature> signatures,
    List<Moment> moments) {

  /// A party and what it has done.
  ///
  /// @param signed when; empty while it has not
  /// @param paper who attests that it signed the original by hand; empty where nobody does
  /// @param endorsement word of what its country's authority says; empty where it is not asked
  record Side(
      String id,
      Words.@Nullable Phrase name,
      String role,
      boolean byLetter,
      String signed,
      String paper,
      String notified,
      String endorsement,
      String reason,
      String left) {}

  /// The text in one language.
  record Text(String lang, String language, boolean decides, String title, String text) {}

  /// A signature under the text.
  record Signature(
      String party,
      String signatory,
      String capacity,
      String organisation,
      String at,
      String fingerprint) {}

  /// Something that happened.
  ///
  /// @param what word of the event
  record Moment(String when, String what, String who, String reason, String day) {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  }

  static AgreementShow of(Shown shown, Words w) {
    var a = shown.agreement();
    Function<String, String> names = id -> name(a, id, w);
    return new AgreementShow(
        a,
        shown.proposal(),
        word(a.status(today())),
        a.parties().stream().map(p -> side(p, shown, w)).toList(),
        texts(shown.proposal(), w),
        TermsFacts.of(shown.proposal().terms(), names, w),
        shown.bundle().signatures().stream()
            .map(s ->
                new Signature(
                    names.apply(s.by().party()),
                    s.by().name(),
                    s.by().capacity(),
                    s.by().organisation(),
                    w.moment(s.at()),
                    s.fingerprint()))
            .toList(),
        shown.events().reversed().stream().map(r -> moment(r, names, w)).toList());
  }

  static String name(Agreement a, String party, Words w) {
    return a.parties().stream()
        .filter(p -> p.id().equals(party))
        .findFirst()
        .map(p -> spoken(p.name(), w))
        .orElse(party);
  }

  static String spoken(LocalizedText text, Words w) {
    return text.in(w.language()).map(LocalizedText.Spoken::text).orElse("");
  }

  private static Side side(Party p, Shown shown, Words w) {
    var a = shown.agreement();
    var latest = a.latest();
    var paper = latest.papers().get(p.id());
    var notified = latest.notices().get(p.id());
    var endorsement = latest.endorsements().get(p.id());
    var left = a.withdrawals().get(p.id());
    return new Side(
        p.id(),
        w.phrase(p.name()),
        word(p.role()),
        p.byLetter(),
        shown.bundle().signatures().stream()
            .filter(s -> s.by().party().equals(p.id()))
            .findFirst()
            .map(s -> w.moment(s.at()))
            .orElse(""),
        paper == null ? "" : name(a, paper.by(), w),
        notified == null ? "" : w.day(notified),
        endorsement == null ? "" : word(endorsement.word()),
        endorsement == null ? "" : endorsement.reason(),
        left == null ? "" : w.day(left));
  }

  private static List<Text> texts(Proposal p, Words w) {
    var texts = new ArrayList<Text>();
    for (Map.Entry<String, String> e : p.text().byLanguage().entrySet()) {
      texts.add(
          new Text(
              e.getKey(),
              w.languageName(e.getKey()),
              e.getKey().equals(p.prevailing()),
              p.title().byLanguage().getOrDefault(e.getKey(), ""),
              e.getValue()));
    }
    // The reader's own language first, else the one that decides, as in the talks.
    texts.sort(
        Comparator.comparing((Text t) -> !t.lang().equals(w.language()))
            .thenComparing(t -> !t.decides()));
    return texts;
  }

  private static Moment moment(AgreementEvent.Recorded r, Function<String, String> names, Words w) {
    var reason =
        switch (r.event()) {
          case AgreementEvent.Withdrawn(var why, var on) -> why;
          case AgreementEvent.Annulled(var why) -> why;
          case AgreementEvent.Undone(var consultation, var why) -> why;
          case AgreementEvent.PaperDisowned(int n, var why) -> why;
          case AgreementEvent.PaperAttested(int n, var party, var file) ->
              w.text("agreement.paper.signed", names.apply(party));
          case AgreementEvent.EndorsementRefused(int n, var party, var why) -> why;
          default -> "";
        };
    var day =
        switch (r.event()) {
          case AgreementEvent.Withdrawn(var why, var on) -> w.day(on);
          case AgreementEvent.Notified(int n, var on) -> w.day(on);
          case AgreementEvent.EnteredIntoForce(int n, var on) -> w.day(on);
          default -> "";
        };
    return new Moment(
        w.moment(r.at()),
        what(r.event()),
        r.by().party().isEmpty() ? "" : named(r, names),
        reason,
        day);
  }

  private static String named(AgreementEvent.Recorded r, Function<String, String> names) {
    return names.apply(r.by().party());
  }

  private static String what(AgreementEvent event) {
    return switch (event) {
      case AgreementEvent.Made made -> "made";
      case AgreementEvent.Signed signed -> "signed";
      case AgreementEvent.Notified notified -> "notified";
      case AgreementEvent.EnteredIntoForce entered -> "in-force";
      case AgreementEvent.Changed(var consultation, int version, var change) ->
          word(change.getClass().getSimpleName());
      case AgreementEvent.Undone undone -> "undone";
      case AgreementEvent.PaperAttested attested -> "paper";
      case AgreementEvent.PaperDisowned disowned -> "paper-disowned";
      case AgreementEvent.Withdrawn withdrawn -> "withdrawn";
      case AgreementEvent.InstrumentAttached attached -> "instrument";
      case AgreementEvent.Annulled annulled -> "annulled";
      case AgreementEvent.EndorsementDemanded demanded -> "endorsement-demanded";
      case AgreementEvent.Endorsed endorsed -> "endorsed";
      case AgreementEvent.EndorsementRefused refused -> "endorsement-refused";
    };
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
