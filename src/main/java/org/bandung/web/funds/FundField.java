package org.bandung.web.funds;

import java.util.List;
import org.bandung.web.frame.Dictionary.Choice;

/// A question of a form.
///
/// @param label end of the keys `funds.label.…` and, where there is one, `funds.hint.…`
/// @param longest characters at most; 0 where that says nothing
/// @param choices of a choice, or of ticks
record FundField(
    String name, Kind kind, String label, boolean required, int longest, List<Choice> choices) {

  FundField {
    choices = List.copyOf(choices);
  }

  /// How it is answered.
  enum Kind {
    TEXT,
    LONG,
    NUMBER,
    CURRENCY,
    DAY,
    CHOICE,
    TICKS,
    EMAIL,
    CODE,
    HIDDEN
  }

  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_CODE = 40;

  static FundField must(String name, Kind kind, int longest) {
    return new FundField(name, kind, name, true, longest, List.of());
  }

  static FundField may(String name, Kind kind, int longest) {
    return new FundField(name, kind, name, false, longest, List.of());
  }

  static FundField hidden(String name) {
    return may(name, Kind.HIDDEN, 0);
  }

  static FundField choice(String name, List<Choice> choices) {
    return new FundField(name, Kind.CHOICE, name, false, 0, choices);
  }

  static FundField ticks(String name, List<Choice> choices) {
    return new FundField(name, Kind.TICKS, name, false, 0, choices);
  }

  static FundField amount(String name, boolean required) {
    return new FundField(name, Kind.NUMBER, name, required, LONGEST_NUMBER, List.of());
  }

  static FundField currency(boolean required) {
    return new FundField("currency", Kind.CURRENCY, "currency", required, 3, List.of());
  }

  static FundField day(String name, boolean required) {
    return new FundField(name, Kind.DAY, name, required, 0, List.of());
  }

  static FundField email() {
    return must("email", Kind.EMAIL, LONGEST_EMAIL);
  }

  static FundField code(String name) {
    return must(name, Kind.CODE, LONGEST_CODE);
  }

  /// The same question in other words.
  FundField called(String other) {
    return new FundField(name, kind, other, required, longest, choices);
  }

  /// Whether a choice is ticked in what was typed, a code on each line.
  public boolean ticked(String typed, String code) {
    return typed.lines().anyMatch(code::equals);
  }

  /// The word by which the page tells how it is answered.
  public String word() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
