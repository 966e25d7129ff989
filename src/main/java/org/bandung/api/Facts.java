package org.bandung.api;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.parties.Parties.OrganisationPage;
import org.bandung.registry.CountryTies;
import org.bandung.registry.ImportView;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;

/// What this door asks of the facts, always as the public: what may be seen is decided once.
interface Facts {

  InitiativePage initiatives(InitiativeFilter filter, Optional<String> cursor, int limit);

  Optional<InitiativeView> initiative(String id);

  CountryTies ties(CountryCode country);

  OrganisationPage organisations(OrganisationFilter filter, Optional<String> cursor, int limit);

  Optional<Organisation> organisation(String id);

  List<Organisation> coordinatingAgencies(CountryCode country);

  List<SourceView> sources();

  Optional<SourceView> source(String key);

  List<ImportView> imports(int limit);

  Optional<ImportView> importRun(long id);

  Registry.Counts counts();

  /// A word for what can be read now: equal words, equal facts.
  String state();

  /// Whether everything that follows the change log has caught up.
  boolean ready();
}
