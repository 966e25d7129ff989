package org.bandung.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an operator wants imported.
///
/// @param inputs files, folders, addresses
/// @param dryRun judge and count, but change nothing
/// @param complete what the sources no longer mention is withdrawn
/// @param report where a table of all notes goes
/// @param language of the messages in the report
public record ImportRequest(
    List<String> inputs, boolean dryRun, boolean complete, Optional<Path> report, String language) {

  public ImportRequest {
    inputs = List.copyOf(inputs);
  }
}
