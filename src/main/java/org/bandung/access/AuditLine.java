package org.bandung.access;

import java.time.Instant;

/// A line of the audit log as it stands.
///
/// @param number from one, without a gap
/// @param previous hash of the line before, in hexadecimal; zeros for the first
public record AuditLine(long number, Instant at, Audit.Deed deed, String previous, String hash) {}
