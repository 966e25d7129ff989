package org.bandung.parties;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.access.Reader;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// The one entrance to organisations.
public interface Parties {

  /// Who a mention is; pure look-up, writes nothing, safe for all threads.
  Identity identify(Mention mention);

  /// Makes sure that every mentioned organisation with a real reference has its row. Joins the
  /// caller's transaction.
  void remember(Collection<Mention> mentions);

  /// Takes in what a publisher's organisation file says. Joins the caller's transaction.
  ///
  /// @return for each whether it was new, changed, unchanged or older, in the same order
  List<Receipt> receive(List<OrganisationStatement> statements);

  /// Which organisation statements are known already, by content hash.
  Collection<String> known(Collection<String> contentHashes);

  OrganisationPage list(
      Reader reader, OrganisationFilter filter, Optional<String> cursor, int limit);

  Optional<Organisation> find(Reader reader, String id);

  /// The agencies that coordinate a country's cooperation.
  List<Organisation> coordinatingAgencies(CountryCode country);

  /// What became of an organisation statement.
  enum Receipt {
    CREATED,
    UPDATED,
    UNCHANGED,
    OLDER
  }

  /// What a publisher says of an organisation, its budgets left in the original element.
  ///
  /// @param element the original element, compressed
  record OrganisationStatement(
      String sourceKey,
      String reference,
      LocalizedText name,
      @Nullable String type,
      String contentHash,
      byte[] element,
      @Nullable Instant lastUpdated,
      @Nullable Instant generated) {}

  /// What a list of organisations is narrowed to.
  record OrganisationFilter(
      Optional<String> kind, Optional<CountryCode> country, Optional<String> words) {}

  /// One page of organisations by name.
  record OrganisationPage(List<Organisation> items, Optional<String> next) {}
}
