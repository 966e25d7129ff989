package org.bandung.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Reader;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Identity;
import org.bandung.parties.Mention;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;

/// Organisations in memory that only take statements in.
final class FakeParties implements Parties {

  final Map<String, OrganisationStatement> byReference = new LinkedHashMap<>();

  @Override
  public List<Receipt> receive(List<OrganisationStatement> statements) {
    var receipts = new ArrayList<Receipt>();
    for (var statement : statements) {
      var before = byReference.put(statement.reference(), statement);
      receipts.add(before == null ? Receipt.CREATED : Receipt.UPDATED);
    }
    return receipts;
  }

  @Override
  public Collection<String> known(Collection<String> contentHashes) {
    return byReference.values().stream()
        .map(OrganisationStatement::contentHash)
        .filter(contentHashes::contains)
        .toList();
  }

  @Override
  public Identity identify(Mention mention) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remember(Collection<Mention> mentions) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OrganisationPage list(
      Reader reader, OrganisationFilter filter, Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Organisation> find(Reader reader, String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Organisation> coordinatingAgencies(CountryCode country) {
    throw new UnsupportedOperationException();
  }
}
