package org.bandung.web.talks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.consultation.Actor;
import org.bandung.consultation.Consultation;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.differences.ProposalDifference;
import org.bandung.consultation.differences.TextDifference;
import org.bandung.kernel.Note;
import org.bandung.web.frame.Words;
import org.bandung.web.frame.Words.Phrase;
import org.bandung.web.talks.FormReading.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Refusals, faults and differences in words.
@Component
final class TalkShow {

  /// Something that is told above a form.
  ///
  /// @param field the field it is about, or empty
  record Told(String field, String text) {}

  /// What changed in one place of the terms.
  record Change(String name, @Nullable Phrase before, @Nullable Phrase after) {}

  /// What changed in the text of one language.
  record Changed(String lang, String language, List<TextDifference.Piece> pieces) {}

  /// What changed between two versions.
  record Difference(List<Change> changes, List<Changed> texts) {
    public boolean none() {
      return changes.isEmpty() && texts.isEmpty();
    }
  }

  Difference difference(Consultation c, Proposal before, Proposal after, Words w) {
    var words = new TalkWords(w);
    var found = ProposalDifference.between(before, after);
    var changes = new ArrayList<Change>();
    for (var f : found.fields()) {
      var name = w.text("talk-field." + TalkWords.word(f.field()));
      changes.add(
          new Change(
              f.party().isEmpty()
                  ? name
                  : words.name(c, f.party()).text() + w.text("list.colon") + name,
              f.before() == null ? null : words.value(c, f.before()),
              f.after() == null ? null : words.value(c, f.after())));
    }
    var texts = new ArrayList<Changed>();
    for (Map.Entry<String, List<TextDifference.Piece>> e : found.texts().entrySet()) {
      texts.add(new Changed(e.getKey(), w.languageName(e.getKey()), e.getValue()));
    }
    return new Difference(changes, texts);
  }

  List<Told> faults(List<Fault> faults, Words w) {
    return faults.stream().map(f -> told(f, w)).toList();
  }

  Told told(Fault fault, Words w) {
    return new Told(fault.field(), w.text("talk-fault." + fault.code()));
  }

  /// Why something was not done.
  List<Told> refusal(ConsultationOutcome outcome, Words w) {
    return switch (outcome) {
      case ConsultationOutcome.Faulty(var faults) -> faults.stream().map(n -> told(n, w)).toList();
      case ConsultationOutcome.LacksCapacity(var needed) ->
          one(w.text("talk-refusal.capacity", roles(needed, w)));
      case ConsultationOutcome.NotLatest(int latest) ->
          one(w.text("talk-refusal.not-latest", latest));
      case ConsultationOutcome.NotTakingPart() -> one(w.text("talk-refusal.not-taking-part"));
      case ConsultationOutcome.KeyUsedOtherwise() -> one(w.text("talk-refusal.key"));
      case ConsultationOutcome.AlreadyConcluded ended -> one(w.text("talk-refusal.concluded"));
      case ConsultationOutcome.AlreadySaid() -> one(w.text("talk-refusal.said"));
      case ConsultationOutcome.SpeaksForItself(var party) -> one(w.text("talk-refusal.itself"));
      case ConsultationOutcome.NoLetterWaiting() -> one(w.text("talk-refusal.no-letter"));
      case ConsultationOutcome.Done done -> List.of();
    };
  }

  private static List<Told> one(String text) {
    return List.of(new Told("", text));
  }

  private static String roles(java.util.Set<Actor.Capacity> needed, Words w) {
    return String.join(
        w.text("list.comma"),
        needed.stream()
            .sorted()
            .map(c -> w.text("access-role." + c.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  /// A fault that the rules of consultations found; what they call a path is a part of the form.
  private static Told told(Note note, Words w) {
    var code = note.code().substring(note.code().indexOf('.') + 1);
    var text = w.text("talk-fault." + code, note.arguments().toArray());
    var part = note.path().replaceFirst("^terms/", "").replaceFirst("/.*$", "");
    var name = "talk-part." + part;
    return new Told(part, w.has(name) ? w.text(name) + w.text("list.colon") + text : text);
  }
}
