package org.bandung.kernel;

import java.math.BigDecimal;

/// A number of something that is not money: persons, person-days, doses, kilometres.
///
/// @param unit a code of the scheme `unit-of-quantity`, or the reporter's own word
public record Quantity(BigDecimal number, String unit) {}
