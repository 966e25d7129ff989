package org.bandung.cli.ledger;

import java.util.Arrays;
import java.util.List;
import org.bandung.cli.talk.Talk;

/// What cannot be taken in a file of postings.
///
/// @param pointer where: a JSON pointer
/// @param code its words are the message `ledger-fault.<code>`
record FileFault(String pointer, String code, List<String> arguments) {

  FileFault {
    arguments = List.copyOf(arguments);
  }

  static FileFault of(String pointer, String code, Object... arguments) {
    return new FileFault(pointer, code, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  String told(Talk talk) {
    var words = talk.words("ledger-fault." + code, arguments.toArray());
    return pointer.isEmpty() ? words : pointer + ": " + words;
  }
}
