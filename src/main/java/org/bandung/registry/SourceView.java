package org.bandung.registry;

import java.time.Instant;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;

/// A source and what it has stated.
public record SourceView(
    String key,
    String channel,
    String publisher,
    LocalizedText name,
    long statements,
    long withdrawn,
    long noted,
    Optional<Instant> lastReceived) {}
