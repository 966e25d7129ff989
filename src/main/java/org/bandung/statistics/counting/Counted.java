package org.bandung.statistics.counting;

import java.math.BigDecimal;

/// A contribution that is in a figure, with the part of it that is.
///
/// @param kind code of the scheme `contribution-kind`
/// @param provider country, or empty; several codes are joined by a bar
/// @param reported as its source told it
/// @param counted in the figure, in the currency or unit that was asked for
public record Counted(
    String initiative,
    String kind,
    String year,
    String provider,
    String recipient,
    BigDecimal reported,
    String unit,
    BigDecimal counted) {}
