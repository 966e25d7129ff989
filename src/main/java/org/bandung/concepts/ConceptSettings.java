package org.bandung.concepts;

import java.nio.file.Path;
import java.util.Optional;

/// Where this node keeps vocabularies beside our own.
///
/// @param plugged folder with one folder for each, which need not exist; empty for none
public record ConceptSettings(Optional<Path> plugged) {}
