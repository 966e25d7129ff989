package org.bandung.economy.scenarios;

import java.util.Arrays;
import java.util.List;
import org.bandung.kernel.Messages;

/// What cannot be taken in a scenario.
///
/// @param pointer where: a JSON pointer, or the file and line of a table
/// @param code what is wrong; its words are the messages `fault.<code>`
/// @param arguments of the message
public record ScenarioFault(String pointer, String code, List<String> arguments) {

  private static final Messages WORDS = Messages.of("scenarios");

  public ScenarioFault {
    arguments = List.copyOf(arguments);
  }

  public static ScenarioFault of(String pointer, String code, Object... arguments) {
    return new ScenarioFault(pointer, code, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /// What is wrong and what to do, in a language.
  public String told(String language) {
    return WORDS.text(language, "fault." + code, arguments.toArray());
  }
}
