package org.bandung.statistics.counting;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A dimension as a table is broken down by it: which codes there are, and which of them count.
final class Axis {

  final Dimension dimension;

  /// How many codes there may be.
  final int size;

  /// Where each code of the column stands on this axis; -1 if it does not count.
  private final int[] numbers;

  /// Whether it reads the roles of one country.
  private final boolean roles;

  private Axis(
      Dimension dimension, int size, boolean @Nullable [] allowed, int @Nullable [] roles) {
    this.dimension = dimension;
    this.size = size;
    this.roles = roles != null;
    this.numbers = roles == null ? IntStream.range(0, size).toArray() : roles;
    for (int code = 0; code < numbers.length; code++) {
      int number = numbers[code];
      boolean counts = number >= 0 && number < size && (allowed == null || allowed[number]);
      numbers[code] = counts ? number : -1;
    }
  }

  static Axis of(Dimension dimension, Map<Dimension, Set<String>> filters, Codes codes) {
    var country = filters.getOrDefault(Dimension.COUNTRY, Set.of());
    int size = codes.of(dimension).size();
    if (dimension == Dimension.PARTNER) {
      return new Axis(dimension, size, mask(Dimension.COUNTRY, country, codes, false), null);
    }
    var own = filters.get(dimension);
    var allowed = own == null ? null : mask(dimension, own, codes, true);
    if (dimension == Dimension.ROLE && country.size() == 1) {
      return new Axis(dimension, size, allowed, roles(country.iterator().next(), codes));
    }
    return new Axis(dimension, size, allowed, null);
  }

  /// Which numbers of a dimension stand for one of the codes, or for none of them.
  static boolean[] mask(Dimension dimension, Set<String> given, Codes codes, boolean those) {
    var book = codes.of(dimension);
    var mask = new boolean[book.size()];
    java.util.Arrays.fill(mask, !those);
    for (var code : given) {
      int number = book.find(code);
      if (number >= 0 && number < mask.length) {
        mask[number] = those;
      }
    }
    return mask;
  }

  private static int[] roles(String country, Codes codes) {
    var book = codes.pairs();
    var roles = new int[book.size()];
    for (int i = 0; i < roles.length; i++) {
      var pair = book.code(i);
      roles[i] =
          pair.startsWith(country + ":")
              ? codes.of(Dimension.ROLE).number(pair.substring(country.length() + 1))
              : -1;
    }
    return roles;
  }

  /// The column of initiatives that it reads.
  Column records(Segment segment) {
    return roles
        ? segment.pairs
        : segment.record(dimension == Dimension.PARTNER ? Dimension.COUNTRY : dimension);
  }

  /// The column of flows that it reads, if flows have their own.
  Optional<Column> flows(Segment segment) {
    return segment.flow(dimension == Dimension.PARTNER ? Dimension.COUNTRY : dimension);
  }

  /// The code's number on this axis; -1 if it does not count.
  int number(int code) {
    return code < numbers.length ? numbers[code] : -1;
  }
}
