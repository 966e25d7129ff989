package org.bandung.search;

import java.nio.file.Path;
import java.util.Optional;

/// How this node searches.
///
/// @param encoder folder of a sentence encoder that the node brings along; without one, search goes
///   by words and topics
public record SearchSettings(Optional<Path> encoder) {}
