package org.bandung.reference;

import java.nio.file.Path;
import java.util.Optional;

/// What a node changes in the reference data.
///
/// @param overrides a folder whose files add to or override rows of the shipped ones
/// @param statusScheme the classification of development status used when nobody names one
public record ReferenceSettings(Optional<Path> overrides, String statusScheme) {}
