package org.bandung.exchange.tables;

import java.util.List;
import org.bandung.kernel.Note;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Content.Signal;

/// What reading a table needs of the rest of the house.
public interface TableGround {
  CountryResolution resolveCountry(String codeOrName);

  /// Changes when the answers may change.
  String fingerprint();

  /// What these codes and texts declare of South-South or triangular cooperation.
  List<Signal> signals(Iterable<Classification> codes, Iterable<String> texts);

  /// How much a code of ours weighs.
  Note.Severity severity(String code);
}
