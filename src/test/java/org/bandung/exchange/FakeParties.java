package org.bandung.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationStatement;

/// Organisations in memory that only take statements in.
final class FakeParties {

  final Map<String, OrganisationStatement> byReference = new LinkedHashMap<>();

  List<Parties.Receipt> receive(List<OrganisationStatement> statements) {
    var receipts = new ArrayList<Parties.Receipt>();
    for (var statement : statements) {
      var before = byReference.put(statement.reference(), statement);
      receipts.add(before == null ? Parties.Receipt.CREATED : Parties.Receipt.UPDATED);
    }
    return receipts;
  }

  Collection<String> known(Collection<String> contentHashes) {
    return byReference.values().stream()
        .map(OrganisationStatement::contentHash)
        .filter(contentHashes::contains)
        .toList();
  }
}
