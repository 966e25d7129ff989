package org.bandung.statistics.indicators;

import java.util.List;
import java.util.Locale;
import org.bandung.kernel.LocalizedText;
import org.bandung.statistics.counting.Dimension;

/// An indicator as the catalogue has it.
///
/// @param written the formula as it stands in the catalogue
/// @param dimensions by which it makes sense to break it down
/// @param rule name of the rule of counting it rests on, in `docs/counting.md`
public record Indicator(
    String code,
    LocalizedText name,
    LocalizedText definition,
    String written,
    Unit unit,
    List<Dimension> dimensions,
    String rule,
    Source source) {

  public Indicator {
    dimensions = List.copyOf(dimensions);
  }

  /// In what it is told.
  public enum Unit {
    NUMBER,
    MONEY,
    QUANTITY,
    DAYS,
    PERCENT;

    /// Its word in every door.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How sure a definition is.
  public enum Certainty {
    /// Read in the text of the body that defines it.
    CONFIRMED,
    /// After what is publicly known; the text was not read.
    UNCONFIRMED,
    /// Of this program.
    OURS;

    /// Its word in every door.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Who defines it.
  ///
  /// @param address where the definition was read; empty for those of this program
  public record Source(Certainty certainty, String name, String address) {}

  /// How it is calculated.
  public Formula formula() {
    return Formula.parse(written);
  }
}
