package org.bandung.statistics.counting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The codes of every dimension as small numbers. Grows, and a number once given never means
/// another code. Safe for all threads.
public final class Codes {

  /// The number of the code that nobody reported: the empty text.
  public static final int NOT_REPORTED = 0;

  /// The code of amounts whose source names several codes but not which part falls on each.
  public static final String NOT_SPLIT = "not-split";

  /// How lists are tagged with what nobody reported; no code of its own here.
  static final String UNSAID = "not-reported";

  private final Map<Dimension, Book> books = new EnumMap<>(Dimension.class);
  private final Book pairs = new Book();
  private final Book currencies = new Book();
  private final Book units = new Book();

  Codes() {
    var countries = new Book();
    for (var dimension : Dimension.values()) {
      books.put(dimension, dimension.countries() ? countries : new Book());
    }
  }

  /// The codes of a dimension; those of countries share one book.
  Book of(Dimension dimension) {
    return java.util.Objects.requireNonNull(books.get(dimension));
  }

  /// A country and its role, `QMM:provider`.
  Book pairs() {
    return pairs;
  }

  Book currencies() {
    return currencies;
  }

  Book units() {
    return units;
  }

  /// One list of codes.
  static final class Book {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    private Book() {
      number("");
    }

    /// The number of the code, a new one if it has none yet.
    synchronized int number(String code) {
      if (code.equals(UNSAID)) {
        return NOT_REPORTED;
      }
      var known = numbers.get(code);
      if (known != null) {
        return known;
      }
      int next = codes.size();
      numbers.put(code, next);
      codes.add(code);
      return next;
    }

    /// The number of the code; -1 if nothing carries it.
    synchronized int find(String code) {
      return numbers.getOrDefault(code, -1);
    }

    synchronized String code(int number) {
      return codes.get(number);
    }

    synchronized int size() {
      return codes.size();
    }
  }
}
