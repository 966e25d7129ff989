package org.bandung.economy;

import java.util.OptionalInt;

/// How a question to the economy is meant.
///
/// @param dataset code of the dataset to ask; empty for the first choice
/// @param year of the data; empty for the last one held
/// @param south code of the definition of the South; empty for the usual one
public record Wish(String dataset, OptionalInt year, String south) {

  public static final Wish USUAL = new Wish("", OptionalInt.empty(), "");

  public Wish inYear(int wanted) {
    return new Wish(dataset, OptionalInt.of(wanted), south);
  }

  public Wish by(String definition) {
    return new Wish(dataset, year, definition);
  }
}
