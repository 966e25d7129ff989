package org.bandung.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How much the registry holds.
///
/// @param headline initiatives that a party or publisher states; compilations stand apart
public record RegistryCounts(
    long initiatives,
    long headline,
    long compilationOnly,
    long southSouth,
    long statements,
    long withdrawn,
    long sources,
    List<Facets.Count> modalities,
    Optional<Instant> lastReceived) {}
