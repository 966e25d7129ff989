package org.bandung.exchange.tables;

import java.util.List;
import org.bandung.kernel.Messages;

/// Something wrong with a mapping; its words are `fault.<code>` in the bundle `exchange`.
public record MappingFault(String code, List<String> arguments) {
  public MappingFault {
    arguments = List.copyOf(arguments);
  }

  /// What is wrong, in words.
  public String told(String language) {
    return Messages.of("exchange").text(language, "fault." + code, arguments.toArray());
  }
}
