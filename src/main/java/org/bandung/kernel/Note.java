package org.bandung.kernel;

import java.util.List;

/// One remark on one place of an input: what was seen, where, how serious it is.
///
/// @param line counted from 1 in the input; 0 when the remark has no line
/// @param record the original id of the record concerned, or empty
/// @param code the official id where an official rule fired (`6.2.2`), else `bandung.kebab-case`
/// @param path where in the record, in the words of the format, such as `transaction/value`
/// @param arguments what the message of a Bandung code needs; for an official rule, its own message
public record Note(
    int line, String record, Severity severity, String code, String path, List<String> arguments) {

  public Note {
    arguments = List.copyOf(arguments);
  }

  /// How much a remark weighs.
  public enum Severity {
    /// Something to know; the record is as good as without it.
    ADVISORY,
    /// Unusual, worth a look.
    WARNING,
    /// Against the standard; the record was accepted all the same.
    ERROR,
    /// The record, or the file, was not accepted.
    REFUSED
  }

  /// The same remark seen from a file in which the record starts `lines` lines further down.
  public Note shifted(int lines) {
    return new Note(line == 0 ? 0 : line + lines, record, severity, code, path, arguments);
  }
}
