package org.bandung.reference.money;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// An index of prices by year, named so that a figure can say by what it was deflated.
///
/// @param name its key
/// @param currency of the amounts it is for
/// @param source where it was read
/// @param index year -> its level, above zero; what year is 100 does not matter
public record Deflator(
    String name, String currency, String source, SortedMap<Integer, BigDecimal> index) {

  public Deflator {
    index = Collections.unmodifiableSortedMap(new TreeMap<>(index));
    index
        .values()
        .forEach(level -> {
          if (!Quote.isUsable(level)) {
            throw new IllegalArgumentException("a level of prices is above zero, not " + level);
          }
        });
  }
}
