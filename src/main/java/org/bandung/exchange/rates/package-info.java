/// Exchange rates and deflators in: one reader per format of a central bank, the International
/// Monetary Fund or a table of one's own.
///
/// Every rate is judged by itself: what is none is refused with its line and its reason, the rest
/// is kept. Nothing is calculated here; `reference` keeps the numbers as they were published.
@NamedInterface("rates")
@NullMarked
package org.bandung.exchange.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
