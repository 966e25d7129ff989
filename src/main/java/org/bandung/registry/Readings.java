package org.bandung.registry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Builds the derived rows of initiatives from the statements about them.
final class Readings {

  private Readings() {}

  /// Rows of existing initiatives, from what the database holds.
  static List<InitiativeRow> build(
      RegistryImport.Tools tools, Collection<String> ids, Instant now) {
    if (ids.isEmpty()) {
      return List.of();
    }
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    var rows = new ArrayList<InitiativeRow>();
    tools
        .statements()
        .voices(ids)
        .forEach((id, voices) -> {
          boolean withdrawn = voices.stream().allMatch(StatementTable.StoredVoice::withdrawn);
          var standing =
              voices.stream()
                  .filter(v -> withdrawn || !v.withdrawn())
                  .map(StatementTable.StoredVoice::heard)
                  .toList();
          rows.add(
              InitiativeRow.of(
                  id, standing, withdrawn, tools.derivations(), tools.reference(), year));
        });
    return rows;
  }

  /// A statement just received, as the composition hears it.
  static InitiativeRow.Heard heard(Statement said) {
    var key = said.source().key();
    return new InitiativeRow.Heard(
        key,
        said.originalId(),
        new Composition.Voice(
            StatementTable.statementKey(key, said.originalId()),
            said.speaker(),
            StatementTable.rankDate(
                Optional.ofNullable(said.lastUpdated()), Optional.ofNullable(said.generated())),
            said.content()));
  }
}
