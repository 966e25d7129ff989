/// Observations in: tables of trade, tariffs, debt and macro data through a mapping that says what
/// each column is.
///
/// A mapping is data and names no path. Every row is judged by itself: what cannot be understood is
/// refused with its line and its reason, the rest is kept. Rows stream; memory grows with the
/// different codes only.
@NamedInterface("observations")
@NullMarked
package org.bandung.exchange.observations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
