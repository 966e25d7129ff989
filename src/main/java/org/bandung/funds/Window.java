package org.bandung.funds;

import java.util.Set;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// A part of a fund that is kept for something.
///
/// @param id within the fund, as its people chose it: small letters, digits, hyphens
/// @param countries codes of countries and groupings it is for; empty if for all
/// @param sectors codes it is for; empty if for all
/// @param least of one grant; null if none is stated
/// @param most of one grant; null if none is stated
/// @param open whether proposals can still be paid from it
public record Window(
    String id,
    LocalizedText title,
    Set<String> countries,
    Set<String> sectors,
    @Nullable Money least,
    @Nullable Money most,
    boolean open) {
  public Window {
    countries = Set.copyOf(countries);
    sectors = Set.copyOf(sectors);
  }
}
