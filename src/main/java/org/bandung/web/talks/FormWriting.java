package org.bandung.web.talks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// From a proposal to the form that says the same.
final class FormWriting {

  private final TalkForm form = new TalkForm(Map.of());
  private final List<String> tags = new ArrayList<>();

  private FormWriting() {}

  /// @param first the language that comes first where something is said in it
  static TalkForm of(Proposal proposal, List<Party> parties, String first) {
    var writing = new FormWriting();
    writing.languages(proposal, first);
    writing.parties(parties);
    writing.proposal(proposal);
    return writing.form;
  }

  private void languages(Proposal p, String first) {
    var all = new TreeSet<String>();
    all.addAll(p.title().byLanguage().keySet());
    all.addAll(p.text().byLanguage().keySet());
    var terms = p.terms();
    collect(all, terms.purpose().objective());
    terms.purpose().activities().forEach(t -> collect(all, t));
    for (var share : terms.shares()) {
      share.gives().forEach(g -> collect(all, g.what()));
      share.gains().forEach(t -> collect(all, t));
    }
    terms.schedule().milestones().forEach(m -> collect(all, m.what()));
    collect(all, terms.schedule().monitoring());
    terms.budget().forEach(b -> collect(all, b.what()));
    collect(all, terms.intellectualProperty());
    terms.conditions().forEach(c -> collect(all, c.text()));
    if (all.remove(first) || all.isEmpty()) {
      tags.add(first);
    }
    tags.addAll(all);
    form.show("lang", tags.size());
    for (int row = 0; row < tags.size(); row++) {
      form.put("lang." + row + ".tag", tags.get(row));
    }
  }

  private static void collect(TreeSet<String> all, LocalizedText text) {
    all.addAll(text.byLanguage().keySet());
  }

  private void parties(List<Party> parties) {
    form.show("party", parties.size());
    for (int row = 0; row < parties.size(); row++) {
      form.put("party." + row + ".id", parties.get(row).id());
      form.put("party." + row + ".role", TalkWords.word(parties.get(row).role()));
    }
  }

  private void proposal(Proposal p) {
    effect(p.effect());
    column("title", p.title());
    column("text", p.text());
    put("prevailing", p.prevailing());
    terms(p.terms());
    form.show("annex", p.annexes().size());
    for (int row = 0; row < p.annexes().size(); row++) {
      annex(form, row, p.annexes().get(row));
    }
  }

  static void annex(TalkForm form, int row, Proposal.Annex annex) {
    form.put("annex." + row + ".name", annex.name());
    form.put("annex." + row + ".sha256", annex.sha256());
    form.put("annex." + row + ".bytes", String.valueOf(annex.bytes()));
  }

  private void effect(Effect effect) {
    form.put("effect", TalkWords.word(effect));
    switch (effect) {
      case Effect.MakesAgreement(var kind, var entry, var until, var under) -> {
        form.put("entry", TalkWords.word(entry));
        put("until", until == null ? null : until.toString());
        put("under", under);
      }
      case Effect.ChangesAgreement(var agreement, var change) -> {
        form.put("agreement", agreement);
        var day = TalkWords.day(change);
        put("on", day == null ? null : day.toString());
      }
      case Effect.StatesPosition(var forum) -> form.put("forum", forum);
      case Effect.EndsTalks() -> {}
    }
  }

  private void terms(Terms t) {
    column("objective", t.purpose().objective());
    rows("activity", t.purpose().activities(), this::what);
    shares(t.shares());
    put("start", t.schedule().period().start());
    put("end", t.schedule().period().end());
    rows(
        "milestone",
        t.schedule().milestones(),
        (name, milestone) -> {
          what(name + ".what", milestone.what());
          put(name + ".due", milestone.due());
        });
    column("monitoring", t.schedule().monitoring());
    rows(
        "budget",
        t.budget(),
        (name, line) -> {
          what(name + ".what", line.what());
          money(name, line.amount());
          put(name + ".by", line.fundedBy());
        });
    column("property", t.intellectualProperty());
    rows(
        "condition",
        t.conditions(),
        (name, condition) -> {
          form.put(name + ".kind", TalkWords.word(condition.kind()));
          what(name + ".text", condition.text());
        });
    put("request", t.request());
  }

  private void shares(List<Terms.Share> shares) {
    int gives = 0;
    int gains = 0;
    for (var share : shares) {
      for (var given : share.gives()) {
        var name = "give." + gives++;
        form.put(name + ".party", share.party());
        what(name + ".what", given.what());
        money(name, given.money());
        quantity(name, given.inKind());
      }
      for (var gain : share.gains()) {
        var name = "gain." + gains++;
        form.put(name + ".party", share.party());
        what(name + ".what", gain);
      }
    }
    form.show("give", gives);
    form.show("gain", gains);
  }

  private void money(String name, @Nullable ReportedAmount money) {
    if (money != null) {
      form.put(name + ".amount", money.value().toPlainString());
      put(name + ".currency", money.currency());
    }
  }

  private void quantity(String name, @Nullable Quantity quantity) {
    if (quantity != null) {
      form.put(name + ".number", quantity.number().toPlainString());
      form.put(name + ".unit", quantity.unit());
    }
  }

  /// Writes one row.
  private interface RowWriting<T> {
    void write(String name, T value);
  }

  private <T> void rows(String rows, List<T> values, RowWriting<T> writing) {
    form.show(rows, values.size());
    for (int row = 0; row < values.size(); row++) {
      writing.write(rows + "." + row, values.get(row));
    }
  }

  private void column(String name, LocalizedText text) {
    for (int row = 0; row < tags.size(); row++) {
      put("lang." + row + "." + name, text.byLanguage().get(tags.get(row)));
    }
  }

  private void what(String name, LocalizedText text) {
    for (int row = 0; row < tags.size(); row++) {
      put(name + "." + row, text.byLanguage().get(tags.get(row)));
    }
  }

  private void put(String name, @Nullable PartialDate date) {
    put(name, date == null ? null : date.toString());
  }

  private void put(String name, @Nullable String value) {
    if (value != null) {
      form.put(name, value);
    }
  }
}
