package org.bandung.funds.rules;

import java.util.List;

/// What keeps a book of rules from being taken.
///
/// @param rule id of the rule, or its place such as `#3`; empty for the book itself
/// @param field such as `asks`
/// @param position of the character in that field, from 1; 0 if it is the whole field
/// @param code of the message `fault.<code>` of the bundle `rules`
public record BookFault(
    String rule, String field, int position, String code, List<String> arguments) {
  public BookFault {
    field = ExpressionFault.shown(field);
    arguments = arguments.stream().map(ExpressionFault::shown).toList();
  }
}
