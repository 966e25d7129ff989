package org.bandung.exchange.tables;

import java.util.Set;
import org.bandung.kernel.Note;
import org.bandung.reference.CountryResolution;

/// What reading a table needs of the rest of the house.
public interface TableGround {
  CountryResolution resolveCountry(String codeOrName);

  /// Changes when the answers may change.
  String fingerprint();

  /// The words in these texts that speak of South-South or triangular cooperation.
  Set<String> southSouthWords(Iterable<String> texts);

  /// How much a code of ours weighs.
  Note.Severity severity(String code);
}
