package org.bandung.funds.calls;

import java.time.Instant;

/// An event in its place, which it keeps for ever.
///
/// @param sequence from 1, without a gap
/// @param party id of the body for which it was done
/// @param person id of the account that did it
record Recorded<E>(long sequence, Instant at, String party, String person, E event) {}
