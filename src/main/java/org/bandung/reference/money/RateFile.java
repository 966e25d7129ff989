package org.bandung.reference.money;

import java.time.Instant;

/// A file of rates, or of a deflator, that was imported.
///
/// @param deflator whether it holds a deflator
/// @param source the key of the source; of a deflator, its name
/// @param format by which it was read
/// @param name of the file, without where it lay
/// @param written rows that were new or different
/// @param refused rows that could not be used
public record RateFile(
    boolean deflator,
    String source,
    String format,
    String name,
    String sha256,
    Instant imported,
    int written,
    int refused) {}
