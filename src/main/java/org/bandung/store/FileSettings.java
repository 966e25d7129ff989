package org.bandung.store;

import java.util.List;

/// What the operator sets for files.
///
/// @param scanner a program and its arguments that gets each file on its standard input and ends
///   with 0 if the file may be kept; empty: none is asked
public record FileSettings(List<String> scanner) {
  public FileSettings {
    scanner = List.copyOf(scanner);
  }
}
