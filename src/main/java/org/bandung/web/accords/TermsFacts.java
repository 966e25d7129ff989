package org.bandung.web.accords;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bandung.consultation.Terms;
import org.bandung.kernel.LocalizedText;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// The terms of an agreement as lines of name and value.
final class TermsFacts {

  private final List<Fact> facts = new ArrayList<>();
  private final Function<String, String> names;
  private final Words w;

  private TermsFacts(Function<String, String> names, Words w) {
    this.names = names;
    this.w = w;
  }

  /// @param lang where it is another than the reader's
  record Fact(String name, String value, @Nullable String lang) {}

  static List<Fact> of(Terms t, Function<String, String> names, Words w) {
    var made = new TermsFacts(names, w);
    made.purpose(t);
    made.shares(t);
    made.schedule(t);
    made.budget(t);
    made.say("agreement.ip", t.intellectualProperty());
    for (var c : t.conditions()) {
      made.condition(c);
    }
    return List.copyOf(made.facts);
  }

  private void purpose(Terms t) {
    say("agreement.objective", t.purpose().objective());
    t.purpose().activities().forEach(a -> say("agreement.activity", a));
  }

  private void shares(Terms t) {
    for (var share : t.shares()) {
      for (var given : share.gives()) {
        var what = w.phrase(given.what());
        var parts =
            Stream.of(
                    what == null ? "" : what.text(),
                    given.money() == null ? "" : w.amount(given.money()),
                    given.inKind() == null ? "" : w.quantity(given.inKind()))
                .filter(s -> !s.isEmpty())
                .toList();
        facts.add(
            new Fact(
                w.text("agreement.gives", names.apply(share.party())),
                String.join(" · ", parts),
                what == null ? null : what.lang()));
      }
      for (var gain : share.gains()) {
        named(w.text("agreement.gains", names.apply(share.party())), gain);
      }
    }
  }

  private void schedule(Terms t) {
    var schedule = t.schedule();
    if (schedule.period().start() != null || schedule.period().end() != null) {
      facts.add(new Fact(w.text("agreement.period"), w.period(schedule.period()), null));
    }
    for (var m : schedule.milestones()) {
      var due = m.due();
      var name = w.text("agreement.milestone");
      named(due == null ? name : name + " · " + w.date(due), m.what());
    }
    say("agreement.monitoring", schedule.monitoring());
  }

  private void budget(Terms t) {
    for (var line : t.budget()) {
      var what = w.phrase(line.what());
      var by = line.fundedBy();
      facts.add(
          new Fact(
              w.text("agreement.budget"),
              (what == null ? "" : what.text() + " · ")
                  + w.amount(line.amount())
                  + " · "
                  + (by == null ? w.text("agreement.unfunded") : names.apply(by)),
              what == null ? null : what.lang()));
    }
  }

  private void condition(Terms.Condition c) {
    var kind = w.text("agreement-condition." + AgreementShow.word(c.kind()));
    var text = w.phrase(c.text());
    facts.add(
        new Fact(
            w.text("agreement.condition"),
            text == null ? kind : kind + " · " + text.text(),
            text == null ? null : text.lang()));
  }

  private void say(String key, LocalizedText text) {
    named(w.text(key), text);
  }

  private void named(String name, LocalizedText text) {
    var phrase = w.phrase(text);
    if (phrase != null) {
      facts.add(new Fact(name, phrase.text(), phrase.lang()));
    }
  }
}
