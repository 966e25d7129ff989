package org.bandung.funds;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// What a fund is, as its body states it.
///
/// @param purpose what it pays for, and the rules that govern it, in words
/// @param currency of its accounts, ISO 4217; money in others is kept beside it
/// @param feePercent the highest management fee, in per cent of the money received; null where none
///   is agreed, and then none can be taken
/// @param since its first day
public record FundTerms(
    LocalizedText title,
    LocalizedText purpose,
    String currency,
    @Nullable BigDecimal feePercent,
    LocalDate since) {}
