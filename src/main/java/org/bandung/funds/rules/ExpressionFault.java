package org.bandung.funds.rules;

import java.util.List;

/// What keeps an expression from being taken. The bundle `rules` says under `fault.<code>` what is
/// wrong and what to do.
///
/// @param position of the character, from 1
/// @param arguments of the message
public record ExpressionFault(int position, String code, List<String> arguments) {

  private static final int LONGEST = 200;

  public ExpressionFault {
    arguments = arguments.stream().map(ExpressionFault::shown).toList();
  }

  /// What stood there, short and without characters that steer a terminal.
  static String shown(String text) {
    var plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]+", " ");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }
}
