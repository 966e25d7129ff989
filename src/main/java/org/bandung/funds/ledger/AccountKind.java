package org.bandung.funds.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A kind of account, as the chart has it.
///
/// @param memorandum whether it holds pledges or commitments, which never mix with money
/// @param debit whether debits add to it
/// @param floor what it never goes below, if not stated otherwise for an account; none if it may
/// @param meaning in English
public record AccountKind(
    String code, boolean memorandum, boolean debit, @Nullable BigDecimal floor, String meaning) {}
