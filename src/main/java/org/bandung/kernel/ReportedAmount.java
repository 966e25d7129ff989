package org.bandung.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An amount exactly as its reporter wrote it; many are finer than the scale of their currency.
///
/// @param currency ISO 4217 code, or null when not reported
public record ReportedAmount(BigDecimal value, @Nullable String currency) {}
