/// Money of other times and currencies: dated exchange rates, conversion, constant prices, and
/// parts of an amount that sum to it exactly.
///
/// The rules ([ExchangeRates], [Conversion], [Deflators], [Splits]) are pure: no clock, no
/// database. What cannot be converted is a missing value with its reason, never zero and never a
/// guess; every conversion carries its rate, how that came about, its source and its date.
@NamedInterface("money")
@NullMarked
package org.bandung.reference.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
