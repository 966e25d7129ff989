package org.bandung.observations;

/// What became of a file.
///
/// @param observations how many it holds
/// @param replaced how many of earlier files gave way
/// @param known whether this very file was taken in before, by this very mapping
public record Received(LoadedFile file, long observations, long replaced, boolean known) {}
