package org.bandung.registry.sheets;

import java.util.List;
import java.util.Locale;

/// What a row would do, or did.
///
/// @param initiative id of the initiative, where it was found
/// @param title of the initiative
/// @param reference as it was typed
/// @param changes what of a contribution that stands would read otherwise
public record SheetFate(
    int line,
    String initiative,
    String title,
    String reference,
    Kind kind,
    List<Fault> faults,
    List<Change> changes) {

  public SheetFate {
    changes = List.copyOf(changes);
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

  /// A cell of the template before and after.
  ///
  /// @param column one of [SheetRow#COLUMNS]
  /// @param before empty where nothing was said
  /// @param after empty where nothing is said any more
  public record Change(String column, String before, String after) {}

  /// Why a row cannot be taken.
  ///
  /// @param column where
  /// @param why code of the bundles
  public record Fault(String column, String why) {}
}
