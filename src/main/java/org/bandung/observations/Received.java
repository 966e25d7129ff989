package org.bandung.observations;

/// What became of a file.
///
/// @param observations how many it holds
/// @param replaced how many of earlier files gave way
/// @param twice how many say again what another row of the file says of: same year, series,
///   reporter, partner and product as published; sums add both
/// @param known whether this very file was taken in before, by this very mapping
public record Received(
    LoadedFile file, long observations, long replaced, long twice, boolean known) {}
