package org.bandung.exchange;

import java.nio.file.Path;
import java.util.Optional;
import org.bandung.exchange.iati.Publisher;

/// Where the official IATI material lies, if this node has it, and as whom the node publishes.
///
/// @param standard a folder with `schemas/`, `rulesets/` and `codelists/`
/// @param publisher the organisation that answers for what this node puts together
public record IatiSettings(Optional<Path> standard, Publisher publisher) {

  public IatiSettings(Optional<Path> standard) {
    this(standard, Publisher.UNNAMED);
  }
}
