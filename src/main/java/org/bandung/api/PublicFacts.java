package org.bandung.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Mandates;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryPage;
import org.bandung.catalogue.EntryView;
import org.bandung.funds.Fund;
import org.bandung.funds.Funds;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Fate;
import org.bandung.kernel.Reader;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.parties.Parties.OrganisationPage;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Deflator;
import org.bandung.registry.CountryTies;
import org.bandung.registry.ImportView;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.InitiativeView;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Answer;
import org.bandung.statistics.counting.Question;
import org.bandung.statistics.indicators.Indicators;
import org.bandung.store.ChangeFeed;
import org.bandung.store.ChangeLog;
import org.bandung.store.Readiness;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The facts as everybody may see them.
@Component
final class PublicFacts implements Facts {

  private final Registry registry;
  private final Statistics statistics;
  private final Catalogue catalogue;
  private final Parties parties;
  private final ChangeLog changes;
  private final ChangeFeed feed;
  private final Reference reference;
  private final ObjectProvider<Readiness> readiness;

  /// @param readiness nothing follows the change log where nobody provides it
  PublicFacts(
      Registry registry,
      Statistics statistics,
      Catalogue catalogue,
      Parties parties,
      ChangeLog changes,
      ChangeFeed feed,
      Reference reference,
      ObjectProvider<Readiness> readiness) {
    this.registry = registry;
    this.statistics = statistics;
    this.catalogue = catalogue;
    this.parties = parties;
    this.changes = changes;
    this.feed = feed;
    this.reference = reference;
    this.readiness = readiness;
  }

  @Override
  public String state() {
    return String.join("/", changes.state(), reference.fingerprint(), parties.fingerprint());
  }

  @Override
  public InitiativePage initiatives(InitiativeFilter filter, Optional<String> cursor, int limit) {
    return registry.list(Reader.PUBLIC, filter, cursor, limit);
  }

  @Override
  public Optional<InitiativeView> initiative(String id) {
    return registry.find(Reader.PUBLIC, id);
  }

  @Override
  public List<CountryTies.Flow> flows(InitiativeFilter filter) {
    return registry.flows(Reader.PUBLIC, filter, CountryTies.Flows.ALL).largest();
  }

  @Override
  public Optional<Answer> figures(Question question) {
    return statistics.ask(question);
  }

  @Override
  public Indicators indicators() {
    return statistics.indicators();
  }

  @Override
  public Optional<Deflator> deflator(Question question) {
    return statistics.deflator(question);
  }

  @Override
  public EntryPage entries(EntryFilter filter, Optional<String> cursor, int limit) {
    return catalogue.list(Reader.PUBLIC, filter, cursor, limit);
  }

  @Override
  public Optional<EntryView> entry(String id) {
    return catalogue.find(Reader.PUBLIC, id);
  }

  @Override
  public CountryTies ties(CountryCode country) {
    return registry.ties(Reader.PUBLIC, country);
  }

  @Override
  public OrganisationPage organisations(
      OrganisationFilter filter, Optional<String> cursor, int limit) {
    return parties.list(Reader.PUBLIC, filter, cursor, limit);
  }

  @Override
  public Optional<Organisation> organisation(String id) {
    return parties.find(Reader.PUBLIC, id);
  }

  @Override
  public List<Organisation> coordinatingAgencies(CountryCode country) {
    return parties.coordinatingAgencies(country);
  }

  @Override
  public List<SourceView> sources() {
    return registry.listSources(Reader.PUBLIC);
  }

  @Override
  public Optional<SourceView> source(String key) {
    return registry.findSource(Reader.PUBLIC, key);
  }

  @Override
  public List<ImportView> imports(int limit) {
    return registry.listImports(Reader.PUBLIC, limit);
  }

  @Override
  public Optional<ImportView> importRun(long id) {
    return registry.findImport(Reader.PUBLIC, id);
  }

  @Override
  public Registry.Counts counts() {
    return registry.counts(Reader.PUBLIC);
  }

  @Override
  public ChangeFeed.Answer changes(Optional<String> after, int limit) {
    return feed.after(after, limit);
  }

  @Override
  public ChangeFeed.Page changesNow() {
    return feed.now();
  }

  @Override
  public Map<String, Fate> fates(ChangeRoutes.Kind kind, Collection<String> ids) {
    return switch (kind) {
      case INITIATIVE -> registry.fates(Reader.PUBLIC, ids);
      case ENTRY -> catalogue.fates(Reader.PUBLIC, ids);
      case ORGANISATION -> parties.fates(Reader.PUBLIC, ids);
    };
  }

  @Override
  public boolean ready() {
    return readiness.stream().allMatch(Readiness::ready);
  }

  /// The funds of this node that everybody may see.
  @Component
  static final class PublicFunds implements FundRoutes.Known {

    private final Funds funds;
    private final Mandates mandates;

    PublicFunds(Funds funds, Mandates mandates) {
      this.funds = funds;
      this.mandates = mandates;
    }

    @Override
    public List<FundRoutes.Told> shown() {
      return funds.shown().stream().map(this::told).toList();
    }

    @Override
    public Optional<FundRoutes.Told> shown(String id) {
      return funds.shown(id).map(this::told);
    }

    private FundRoutes.Told told(Fund f) {
      return new FundRoutes.Told(f, mandates.owner(f.owner()).map(b -> b.name()).orElse(""));
    }
  }
}
