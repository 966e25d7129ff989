package org.bandung.api;

import java.util.Locale;
import java.util.stream.Collectors;
import org.bandung.consultation.ConsultationOutcome;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;

/// Why a deed in a consultation was refused, as a problem.
final class ConsultationProblems {

  /// What is wrong with a proposal is said in the words of the pages.
  private static final Messages FAULTS = Messages.of("web");

  private ConsultationProblems() {}

  static Problem of(ConsultationOutcome outcome, String language, String instance) {
    return switch (outcome) {
      case ConsultationOutcome.Faulty(var faults) ->
          ProblemResolver.problem(
              Problem.Kind.FAULTS,
              language,
              instance,
              faults.stream().map(n -> fault(n, language)).toList());
      case ConsultationOutcome.LacksCapacity(var needed) ->
          ProblemResolver.problem(
              Problem.Kind.NOT_ALLOWED,
              language,
              instance,
              needed.stream()
                  .map(c -> c.name().toLowerCase(Locale.ROOT))
                  .sorted()
                  .collect(Collectors.joining(", ")));
      case ConsultationOutcome.NotLatest(int latest) ->
          conflict("not-latest, " + latest, language, instance);
      case ConsultationOutcome.NotTakingPart() -> conflict("not-taking-part", language, instance);
      case ConsultationOutcome.KeyUsedOtherwise() ->
          conflict("key-used-otherwise", language, instance);
      case ConsultationOutcome.AlreadyConcluded ended -> conflict("concluded", language, instance);
      case ConsultationOutcome.AlreadySaid() -> conflict("already-said", language, instance);
      case ConsultationOutcome.SpeaksForItself(var party) ->
          conflict("speaks-for-itself", language, instance);
      case ConsultationOutcome.NoLetterWaiting() ->
          conflict("no-letter-waiting", language, instance);
      case ConsultationOutcome.Done done ->
          throw new IllegalArgumentException("what was done is no problem");
    };
  }

  private static Problem conflict(String word, String language, String instance) {
    return ProblemResolver.problem(Problem.Kind.CONFLICT, language, instance, word);
  }

  private static Problem.ParameterFault fault(Note note, String language) {
    var code = note.code().substring(note.code().indexOf('.') + 1);
    return new Problem.ParameterFault(
        note.path(), FAULTS.text(language, "talk-fault." + code, note.arguments().toArray()));
  }
}
