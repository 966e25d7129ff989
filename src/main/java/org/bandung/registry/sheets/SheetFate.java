package org.bandung.registry.sheets;

import java.util.List;
import java.util.Locale;

/// What a row would do, or did.
///
/// @param initiative id of the initiative, where it was found
/// @param title of the initiative
/// @param reference as it was typed
public record SheetFate(
    int line, String initiative, String title, String reference, Kind kind, List<Fault> faults) {

  public SheetFate {
    faults = List.copyOf(faults);
  }

  /// What becomes of a row.
  public enum Kind {
    /// A contribution that was not there.
    ADDS,
    /// Another word about a contribution that is there.
    OVERWRITES,
    /// Exactly what is there already.
    REPEATS,
    /// It cannot be taken, so nothing of the sheet is.
    FAULT;

    /// Its word in addresses and bundles.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why a row cannot be taken.
  ///
  /// @param column where
  /// @param why code of the bundles
  public record Fault(String column, String why) {}
}
