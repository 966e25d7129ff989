package org.bandung.web.talks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bandung.consultation.Conclusion;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Position;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.web.frame.Words;
import org.bandung.web.frame.Words.Phrase;
import org.jspecify.annotations.Nullable;

/// What is on the table, in the words of one language.
final class TalkWords {

  private static final Phrase NOTHING = new Phrase("", null);

  private final Words w;

  TalkWords(Words words) {
    this.w = words;
  }

  static String word(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The word of an effect in forms, and of what it is called.
  static String word(Effect effect) {
    return switch (effect) {
      case Effect.MakesAgreement made ->
          switch (made.kind()) {
            case FRAMEWORK -> "framework";
            case MINUTES -> "minutes";
            case PROJECT_DOCUMENT -> "project";
          };
      case Effect.ChangesAgreement(var agreement, var change) ->
          switch (change) {
            case Effect.Change.Amend() -> "amend";
            case Effect.Change.Extend(var until) -> "extend";
            case Effect.Change.Suspend(var from) -> "suspend";
            case Effect.Change.Resume(var from) -> "resume";
            case Effect.Change.Terminate(var on) -> "terminate";
          };
      case Effect.StatesPosition position -> "position";
      case Effect.EndsTalks() -> "ends";
    };
  }

  static @Nullable LocalDate day(Effect.Change change) {
    return switch (change) {
      case Effect.Change.Amend() -> null;
      case Effect.Change.Extend(var until) -> until;
      case Effect.Change.Suspend(var from) -> from;
      case Effect.Change.Resume(var from) -> from;
      case Effect.Change.Terminate(var on) -> on;
    };
  }

  static String word(Conclusion conclusion) {
    return switch (conclusion) {
      case Conclusion.Agreed agreed -> "agreed";
      case Conclusion.JointPosition position -> "joint-position";
      case Conclusion.NoAgreement none -> "no-agreement";
    };
  }

  static String word(Position position) {
    return switch (position) {
      case Position.Accepts() -> "accepts";
      case Position.Objects objects -> "objects";
      case Position.Abstains() -> "abstains";
    };
  }

  Phrase phrase(LocalizedText text) {
    var phrase = w.phrase(text);
    return phrase == null ? NOTHING : phrase;
  }

  Phrase name(Consultation c, String party) {
    return c.party(party).map(p -> name(p)).orElse(new Phrase(party, null));
  }

  /// A country by the reader's language, others as they call themselves.
  Phrase name(Party party) {
    if (party.kind() == Party.Kind.COUNTRY) {
      return new Phrase(w.country(party.id()), null);
    }
    var phrase = phrase(party.name());
    return "und".equals(phrase.lang()) ? new Phrase(phrase.text(), null) : phrase;
  }

  String names(Consultation c, List<String> parties) {
    return String.join(w.text("list.comma"), parties.stream().map(p -> name(c, p).text()).toList());
  }

  /// One line of what is stated beside the text.
  ///
  /// @param lang of the value where it is not the page's
  record Fact(String name, String value, @Nullable String lang) {}

  private Fact fact(String name, Phrase value) {
    return new Fact(name, value.text(), value.lang());
  }

  private Fact fact(String name, String value) {
    return new Fact(name, value, null);
  }

  /// Everything a proposal states beside title and text, in the order in which one reads it.
  List<Fact> facts(Consultation c, Proposal p) {
    var facts = new ArrayList<Fact>();
    facts.add(fact(w.text("talk.effect"), effect(p.effect())));
    if (p.text().byLanguage().size() > 1) {
      facts.add(fact(w.text("talk.authority"), authority(p)));
    }
    var t = p.terms();
    add(facts, "talk.objective", t.purpose().objective());
    t.purpose().activities().forEach(a -> add(facts, "talk.activity", a));
    for (var share : t.shares()) {
      var name = name(c, share.party()).text();
      share.gives().forEach(g -> facts.add(fact(w.text("talk.gives", name), given(g))));
      share.gains().forEach(g -> facts.add(fact(w.text("talk.gains", name), phrase(g))));
    }
    if (!t.schedule().period().equals(Period.UNKNOWN)) {
      facts.add(fact(w.text("talk.period"), w.period(t.schedule().period())));
    }
    t.schedule().milestones().forEach(m -> facts.add(fact(w.text("talk.milestone"), milestone(m))));
    add(facts, "talk.monitoring", t.schedule().monitoring());
    t.budget().forEach(b -> facts.add(fact(w.text("talk.budget"), budget(c, b))));
    t.gap()
        .forEach(
            (currency, amount) -> facts.add(fact(w.text("talk.gap"), money(amount, currency))));
    add(facts, "talk.property", t.intellectualProperty());
    t.conditions().forEach(x -> facts.add(fact(w.text("talk.condition"), condition(x))));
    return facts;
  }

  private void add(List<Fact> facts, String key, LocalizedText text) {
    if (!text.isEmpty()) {
      facts.add(fact(w.text(key), phrase(text)));
    }
  }

  private String money(BigDecimal amount, String currency) {
    return w.amount(new ReportedAmount(amount, currency.isEmpty() ? null : currency));
  }

  private String authority(Proposal p) {
    var prevailing = p.prevailing();
    return prevailing == null
        ? w.text("talk.authority.equal")
        : w.text("talk.authority.one", w.languageName(prevailing));
  }

  String effect(Effect effect) {
    var word = w.text("talk-effect." + word(effect));
    return switch (effect) {
      case Effect.MakesAgreement(var kind, var entry, var until, var under) ->
          joined(
              word,
              w.text("talk-entry." + word(entry)),
              until == null ? "" : w.text("talk.until.day", w.day(until)));
      case Effect.ChangesAgreement(var agreement, var change) -> {
        var day = day(change);
        yield joined(word, day == null ? "" : w.day(day));
      }
      case Effect.StatesPosition(var forum) -> joined(word, forum);
      case Effect.EndsTalks() -> word;
    };
  }

  private String joined(String... parts) {
    var said = new ArrayList<String>();
    for (var part : parts) {
      if (!part.isEmpty()) {
        said.add(part);
      }
    }
    return String.join(w.text("list.semicolon"), said);
  }

  private Phrase joined(Phrase first, String... rest) {
    var all = new ArrayList<String>();
    all.add(first.text());
    all.addAll(List.of(rest));
    return new Phrase(joined(all.toArray(String[]::new)), first.lang());
  }

  private Phrase given(Terms.Given given) {
    var money = given.money();
    var quantity = given.inKind();
    return joined(
        phrase(given.what()),
        money == null ? "" : w.amount(money),
        quantity == null ? "" : w.quantity(quantity));
  }

  private Phrase milestone(Terms.Milestone m) {
    var due = m.due();
    return joined(phrase(m.what()), due == null ? "" : w.date(due));
  }

  private Phrase budget(Consultation c, Terms.BudgetLine line) {
    var by = line.fundedBy();
    return joined(
        phrase(line.what()),
        w.amount(line.amount()),
        by == null ? w.text("talk.funded.nobody") : w.text("talk.funded", name(c, by).text()));
  }

  private Phrase condition(Terms.Condition condition) {
    var word = w.text("talk-condition." + word(condition.kind()));
    var text = phrase(condition.text());
    return new Phrase(joined(word, text.text()), text.lang());
  }

  /// A value of a difference, as [org.bandung.consultation.differences.ProposalDifference] has it.
  Phrase value(Consultation c, @Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case LocalizedText text ->
          new Phrase(String.join("\n", text.byLanguage().values()), phrase(text).lang());
      case Effect effect -> new Phrase(effect(effect), null);
      case Terms.Given given -> given(given);
      case Terms.Milestone milestone -> milestone(milestone);
      case Terms.BudgetLine line -> budget(c, line);
      case Terms.Condition condition -> condition(condition);
      case Period period -> new Phrase(w.period(period), null);
      case Proposal.Annex annex -> new Phrase(annex.name(), null);
      default -> new Phrase(String.valueOf(value), null);
    };
  }
}
