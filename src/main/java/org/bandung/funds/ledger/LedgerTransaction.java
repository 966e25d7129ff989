package org.bandung.funds.ledger;

import java.time.Instant;

/// A transaction as it was posted.
///
/// @param number in its book, from 1 without a gap
/// @param at when it was posted; never before the one with the number before
/// @param previous hash of the transaction before, in hexadecimal; zeros for the first
public record LedgerTransaction(
    long number, Instant at, Posting posting, String previous, String hash) {}
