package org.bandung.funds.rules;

import java.util.List;

/// What keeps an expression from being taken. The bundle `rules` says under `fault.<code>` what is
/// wrong and what to do.
///
/// @param position of the character, from 1
/// @param arguments of the message
public record ExpressionFault(int position, String code, List<String> arguments) {
  public ExpressionFault {
    arguments = List.copyOf(arguments);
  }
}
