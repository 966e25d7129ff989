package org.bandung.funds.rules;

import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into its words.
final class Lexer {

  /// What a word is.
  enum Kind {
    NAME,
    CURRENCY,
    NUMBER,
    TEXT,
    TIME,
    MARK,
    END
  }

  /// @param at position of its first character, from 1
  record Token(Kind kind, String text, int at) {}

  /// Thrown within this package only; callers get a fault.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    final transient ExpressionFault fault;

    Unfit(int at, String code, String... arguments) {
      super(code, null, false, false);
      this.fault = new ExpressionFault(at, code, List.of(arguments));
    }
  }

  private static final int LONGEST_NUMBER = 20;

  private final String source;
  private int next;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source, int most) throws Unfit {
    var lexer = new Lexer(source);
    var tokens = new ArrayList<Token>();
    Token token;
    do {
      token = lexer.read();
      tokens.add(token);
      if (tokens.size() > most) {
        throw new Unfit(token.at(), "too-long", Integer.toString(most));
      }
    } while (token.kind() != Kind.END);
    return tokens;
  }

  private Token read() throws Unfit {
    while (next < source.length() && " \t\r\n".indexOf(source.charAt(next)) >= 0) {
      next++;
    }
    int from = next;
    if (next == source.length()) {
      return new Token(Kind.END, "", from + 1);
    }
    char c = source.charAt(next);
    if (letter(c)) {
      return word(from);
    }
    if (digit(c)) {
      return number(from);
    }
    return switch (c) {
      case '"' -> text(from);
      case '@' -> time(from);
      case '(', ')', '{', '}', ',', '+', '-', '*', '/', '=' -> mark(from, 1);
      case '<', '>', '!' -> {
        boolean two = next + 1 < source.length() && source.charAt(next + 1) == '=';
        if (c == '!' && !two) {
          throw new Unfit(from + 1, "character", "!");
        }
        yield mark(from, two ? 2 : 1);
      }
      default -> throw new Unfit(from + 1, "character", shown(source.codePointAt(from)));
    };
  }

  /// A character in a message: hostile ones by their number.
  private static String shown(int point) {
    return point > ' ' && point < 127 ? Character.toString(point) : "U+%04X".formatted(point);
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private Token mark(int from, int length) {
    next += length;
    return new Token(Kind.MARK, source.substring(from, next), from + 1);
  }

  private Token word(int from) throws Unfit {
    while (next < source.length() && (letter(source.charAt(next)) || digit(source.charAt(next)))) {
      next++;
    }
    var word = source.substring(from, next);
    if (word.length() > 60) {
      throw new Unfit(from + 1, "unknown-name", word.substring(0, 60));
    }
    return new Token(word.matches("[A-Z]{3}") ? Kind.CURRENCY : Kind.NAME, word, from + 1);
  }

  private Token number(int from) throws Unfit {
    boolean point = false;
    while (next < source.length()
        && (digit(source.charAt(next)) || source.charAt(next) == '.' && !point)) {
      point |= source.charAt(next) == '.';
      next++;
    }
    var number = source.substring(from, next);
    boolean runsOn =
        next < source.length() && (letter(source.charAt(next)) || source.charAt(next) == '.');
    if (number.length() > LONGEST_NUMBER || number.endsWith(".") || runsOn) {
      throw new Unfit(from + 1, "number", Integer.toString(LONGEST_NUMBER));
    }
    return new Token(Kind.NUMBER, number, from + 1);
  }

  private Token text(int from) throws Unfit {
    int end = source.indexOf('"', from + 1);
    if (end < 0) {
      throw new Unfit(from + 1, "open-text");
    }
    next = end + 1;
    return new Token(Kind.TEXT, source.substring(from + 1, end), from + 1);
  }

  private Token time(int from) throws Unfit {
    next++;
    while (next < source.length()
        && (digit(source.charAt(next)) || "-:T".indexOf(source.charAt(next)) >= 0)) {
      next++;
    }
    if (next < source.length() && source.charAt(next) == '[') {
      int end = source.indexOf(']', next);
      if (end < 0) {
        throw new Unfit(from + 1, "time");
      }
      next = end + 1;
    }
    return new Token(Kind.TIME, source.substring(from + 1, next), from + 1);
  }
}
