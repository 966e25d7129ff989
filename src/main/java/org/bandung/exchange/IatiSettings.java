package org.bandung.exchange;

import java.nio.file.Path;
import java.util.Optional;

/// Where the official IATI material lies, if this node has it.
///
/// @param standard a folder with `schemas/`, `rulesets/` and `codelists/`
public record IatiSettings(Optional<Path> standard) {}
