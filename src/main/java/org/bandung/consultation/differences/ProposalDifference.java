package org.bandung.consultation.differences;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What changed from one version of a proposal to another.
///
/// @param fields what changed in the terms, in their order
/// @param texts the pieces of the text in each language in which it changed
public record ProposalDifference(
    List<FieldChange> fields, Map<String, List<TextDifference.Piece>> texts) {

  public ProposalDifference {
    fields = List.copyOf(fields);
    texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /// A part of a proposal, and what its values are.
  public enum Field {
    /// An [org.bandung.consultation.Effect].
    EFFECT,
    /// A text by language; so are all of which nothing else is said.
    TITLE,
    /// The tag of a language; null: all are of equal authority.
    PREVAILING,
    OBJECTIVE,
    ACTIVITY,
    /// A [Terms.Given] of the party.
    GIVES,
    GAINS,
    /// An [org.bandung.kernel.Period].
    PERIOD,
    /// A [Terms.Milestone].
    MILESTONE,
    MONITORING,
    /// A [Terms.BudgetLine].
    BUDGET,
    INTELLECTUAL_PROPERTY,
    /// A [Terms.Condition].
    CONDITION,
    /// The id of a request.
    REQUEST,
    /// A [Proposal.Annex].
    ANNEX
  }

  /// One change.
  ///
  /// @param party whose it is, of what parties give and gain; else empty
  /// @param before null where nothing stood
  /// @param after null where nothing stands any more
  public record FieldChange(
      Field field, String party, @Nullable Object before, @Nullable Object after) {}

  /// The differences of two versions.
  public static ProposalDifference between(Proposal before, Proposal after) {
    var changes = new ArrayList<FieldChange>();
    one(changes, Field.EFFECT, before.effect(), after.effect());
    text(changes, Field.TITLE, before.title(), after.title());
    one(changes, Field.PREVAILING, before.prevailing(), after.prevailing());
    terms(changes, before.terms(), after.terms());
    list(changes, Field.ANNEX, "", before.annexes(), after.annexes());
    return new ProposalDifference(changes, texts(before.text(), after.text()));
  }

  /// Whether the two are the same.
  public boolean isEmpty() {
    return fields.isEmpty() && texts.isEmpty();
  }

  private static void terms(List<FieldChange> changes, Terms before, Terms after) {
    text(changes, Field.OBJECTIVE, before.purpose().objective(), after.purpose().objective());
    list(changes, Field.ACTIVITY, "", before.purpose().activities(), after.purpose().activities());
    var parties = new TreeSet<String>();
    before.shares().forEach(s -> parties.add(s.party()));
    after.shares().forEach(s -> parties.add(s.party()));
    for (var party : parties) {
      list(
          changes,
          Field.GIVES,
          party,
          of(before, party, Terms.Share::gives),
          of(after, party, Terms.Share::gives));
      list(
          changes,
          Field.GAINS,
          party,
          of(before, party, Terms.Share::gains),
          of(after, party, Terms.Share::gains));
    }
    one(changes, Field.PERIOD, before.schedule().period(), after.schedule().period());
    list(
        changes,
        Field.MILESTONE,
        "",
        before.schedule().milestones(),
        after.schedule().milestones());
    text(changes, Field.MONITORING, before.schedule().monitoring(), after.schedule().monitoring());
    list(changes, Field.BUDGET, "", before.budget(), after.budget());
    text(
        changes,
        Field.INTELLECTUAL_PROPERTY,
        before.intellectualProperty(),
        after.intellectualProperty());
    list(changes, Field.CONDITION, "", before.conditions(), after.conditions());
    one(changes, Field.REQUEST, before.request(), after.request());
  }

  private static <T> List<T> of(Terms terms, String party, Function<Terms.Share, List<T>> part) {
    return terms.shares().stream()
        .filter(s -> s.party().equals(party))
        .findFirst()
        .map(part)
        .orElse(List.of());
  }

  private static void one(
      List<FieldChange> changes, Field field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new FieldChange(field, "", before, after));
    }
  }

  private static void text(
      List<FieldChange> changes, Field field, LocalizedText before, LocalizedText after) {
    if (!before.equals(after)) {
      changes.add(
          new FieldChange(
              field, "", before.isEmpty() ? null : before, after.isEmpty() ? null : after));
    }
  }

  /// What goes and what comes at one place stands side by side.
  private static <T> void list(
      List<FieldChange> changes, Field field, String party, List<T> before, List<T> after) {
    for (var run : Run.of(before, after)) {
      var goes = run.goes();
      var comes = run.comes();
      for (int i = 0; i < Math.max(goes.size(), comes.size()); i++) {
        changes.add(
            new FieldChange(
                field,
                party,
                i < goes.size() ? goes.get(i) : null,
                i < comes.size() ? comes.get(i) : null));
      }
    }
  }

  private static Map<String, List<TextDifference.Piece>> texts(
      LocalizedText before, LocalizedText after) {
    var languages = new TreeSet<>(before.byLanguage().keySet());
    languages.addAll(after.byLanguage().keySet());
    var texts = new TreeMap<String, List<TextDifference.Piece>>();
    for (var language : languages) {
      var was = before.byLanguage().getOrDefault(language, "");
      var is = after.byLanguage().getOrDefault(language, "");
      if (!was.equals(is)) {
        texts.put(language, TextDifference.of(was, is, language));
      }
    }
    return texts;
  }
}
