package org.bandung.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryPage;
import org.bandung.catalogue.EntryView;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Fate;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.parties.Parties.OrganisationPage;
import org.bandung.reference.money.Deflator;
import org.bandung.registry.CountryTies;
import org.bandung.registry.ImportView;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.indicators.Indicators;
import org.bandung.store.ChangeFeed;

/// What this door asks of the facts, always as the public: what may be seen is decided once.
interface Facts {

  InitiativePage initiatives(InitiativeFilter filter, Optional<String> cursor, int limit);

  Optional<InitiativeView> initiative(String id);

  List<CountryTies.Flow> flows(InitiativeFilter filter);

  /// The figures that answer a question; empty if the table would have too many cells.
  Optional<Answer> figures(Question question);

  /// The index by which a question in constant prices is answered.
  Optional<Deflator> deflator(Question question);

  /// The indicators, and what they come to.
  Indicators indicators();

  EntryPage entries(EntryFilter filter, Optional<String> cursor, int limit);

  Optional<EntryView> entry(String id);

  CountryTies ties(CountryCode country);

  OrganisationPage organisations(OrganisationFilter filter, Optional<String> cursor, int limit);

  Optional<Organisation> organisation(String id);

  List<Organisation> coordinatingAgencies(CountryCode country);

  List<SourceView> sources();

  Optional<SourceView> source(String key);

  List<ImportView> imports(int limit);

  Optional<ImportView> importRun(long id);

  Registry.Counts counts();

  /// The changes after a place in the log, or all of them.
  ChangeFeed.Answer changes(Optional<String> after, int limit);

  /// The place after all changes that can be told now.
  ChangeFeed.Page changesNow();

  /// What has become of things of a kind, by id; those that were never public are left out.
  Map<String, Fate> fates(ChangeRoutes.Kind kind, Collection<String> ids);

  /// A word for what can be read now: equal words, equal facts.
  String state();

  /// Whether everything that follows the change log has caught up.
  boolean ready();
}
