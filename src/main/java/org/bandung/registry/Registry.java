package org.bandung.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Fate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.counted.Countable;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;
import org.bandung.store.ChangeLog;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// The one entrance to initiatives, the statements behind them and the sources they came from.
@Service
public class Registry {

  private static final int REDERIVED_AT_ONCE = 500;

  private final RegistryImport.Tools tools;
  private final InitiativeQueries queries;
  private final TieQueries ties;
  private final StatementQueries statements;
  private final ReplyQueries replies;
  private final FacetCache facets;

  @org.springframework.beans.factory.annotation.Autowired
  Registry(
      Database database,
      ChangeLog changes,
      Reference reference,
      Parties parties,
      FacetCache facets) {
    this(database, changes, reference, parties, facets, Clock.systemUTC());
  }

  Registry(
      Database database,
      ChangeLog changes,
      Reference reference,
      Parties parties,
      FacetCache facets,
      Clock clock) {
    this.tools =
        new RegistryImport.Tools(
            database,
            changes,
            new StatementTable(database),
            new InitiativeTable(database),
            new RunTable(database),
            new Derivations(reference, parties),
            reference,
            parties,
            clock);
    this.queries = new InitiativeQueries(database, reference);
    this.ties = new TieQueries(database, queries);
    this.statements = new StatementQueries(database);
    this.replies = new ReplyQueries(database);
    this.facets = facets;
  }

  /// Begins an import through a channel; `description` is what the operator sees in the list of
  /// runs.
  public ImportRun beginImport(String channel, String description) {
    if (tools.initiatives().idsAfter("", 1).isEmpty()) {
      // What comes into an empty registry is derived with today's reference data.
      tools.initiatives().markDerivedWith(tools.derivations().fingerprint());
    }
    return new RegistryImport(tools, channel, description);
  }

  /// Takes in what people of this node released; call it in the transaction of the deed.
  public List<ImportRun.Receipt> receive(String channel, List<Statement> statements) {
    try (var run = beginImport(channel, "")) {
      var receipts = run.receive(statements);
      run.finish(false);
      return receipts;
    }
  }

  /// Takes one statement back in the name of its source; call it in the transaction of the deed.
  ///
  /// @return whether it stood
  public boolean withdraw(String sourceKey, String originalId) {
    return tools
        .database()
        .inTransaction(() -> {
          tools.statements().lockForWriting();
          var now = tools.clock().instant();
          var concerned = tools.statements().withdraw(sourceKey, originalId, now);
          if (!concerned.isEmpty()) {
            rewrite(concerned, now);
          }
          return !concerned.isEmpty();
        });
  }

  /// Composes and derives initiatives again, and tells of each that it changed.
  private void rewrite(Collection<String> ids, Instant now) {
    var rows = InitiativeRow.build(tools, ids, now);
    tools.initiatives().replace(rows, now);
    var changed = new TreeSet<>(ids);
    rows.forEach(row -> changed.add(row.id()));
    tools.changes().record("registry", "initiative", changed);
  }

  /// Waits until nobody else writes initiatives; holds until the transaction ends.
  public void takeTurns() {
    tools.statements().lockForWriting();
  }

  /// Lets these initiatives be told as one, under the id of the one heard of first; the other ids
  /// lead there from now on. Call it in the transaction of the decision.
  public void tellAsOne(Collection<String> ids) {
    tools.statements().lockForWriting();
    var standing = tools.initiatives().standing(ids);
    var winner = tools.initiatives().eldest(standing);
    standing.stream()
        .filter(id -> !id.equals(winner))
        .forEach(id -> tools.initiatives().merge(id, winner));
    rewrite(standing, tools.clock().instant());
  }

  /// Lets each of the initiatives that were told as this one stand for itself again. Call it in the
  /// transaction of the decision.
  ///
  /// @return all of them, this one too
  public List<String> tellApart(String id) {
    tools.statements().lockForWriting();
    var winner = tools.initiatives().standing(List.of(id)).getFirst();
    var all = new ArrayList<>(tools.initiatives().losers(winner));
    tools.initiatives().part(all);
    all.add(winner);
    rewrite(all, tools.clock().instant());
    return all;
  }

  /// How these initiatives would be counted if they were told as one; empty if one of them is not
  /// public.
  public Optional<Countable> countableAsOne(Collection<String> ids) {
    var open = queries.summaries(Reader.PUBLIC, ids).keySet();
    var standing =
        tools.statements().voices(ids).values().stream()
            .flatMap(List::stream)
            .filter(v -> v.open() && !v.withdrawn())
            .map(StatementTable.StoredVoice::heard)
            .toList();
    int year = tools.clock().instant().atOffset(ZoneOffset.UTC).getYear();
    return open.size() < ids.size() || standing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            InitiativeRow.countable(
                ids.iterator().next(), standing, tools.derivations(), tools.reference(), year));
  }

  /// What these statements give together, as for every initiative; nothing is stored.
  public Content compose(List<Statement> statements) {
    return Composition.compose(
            statements.stream().map(s -> InitiativeRow.heard(s).voice()).toList())
        .content();
  }

  /// The modality and scope that would follow from this content; nothing is stored.
  public Derivation derive(Content content) {
    return tools.derivations().explain(content);
  }

  /// Initiatives that fit the filter, newest first, one page at a time.
  ///
  /// @throws BadCursor if the cursor is none that a page gave out
  public InitiativePage list(
      Reader reader, InitiativeFilter filter, Optional<String> cursor, int limit) {
    return queries.list(reader, filter, cursor, limit);
  }

  /// The latest initiatives that fit the filter and have begun, by what their sources report.
  public InitiativePage newest(Reader reader, InitiativeFilter filter, int limit) {
    return queries.begunBy(reader, filter, LocalDate.now(tools.clock()), limit);
  }

  /// How many fit the filter, and how they fall over every facet.
  public Facets facets(Reader reader, InitiativeFilter filter) {
    return facets.get(reader, filter);
  }

  /// One initiative by its id, by an id that was merged into it, or by an original id.
  public Optional<InitiativeView> find(Reader reader, String id) {
    return queries.resolve(reader, id).flatMap(found -> view(reader, id, found));
  }

  /// What stands of these initiatives and of those that were merged into them, many at once, one
  /// initiative after the other.
  public List<InitiativeView.Spoken> spoken(Reader reader, Collection<String> ids) {
    return statements.standing(reader, ids).stream().map(s -> s.spoken()).toList();
  }

  /// The countries that take part in each of these, by id: each as it would be told had nobody
  /// decided that it is one with another.
  public Map<String, Set<String>> countriesApart(Reader reader, Collection<String> ids) {
    var voices = new HashMap<String, List<Composition.Voice>>();
    for (var one : statements.standing(reader, ids)) {
      voices.computeIfAbsent(one.spoken().own(), k -> new ArrayList<>()).add(one.voice());
    }
    voices.keySet().retainAll(Set.copyOf(ids));
    var countries = new HashMap<String, Set<String>>();
    voices.forEach((id, those) ->
        countries.put(id, tools.derivations().countries(Composition.compose(those).content())));
    return countries;
  }

  /// What has become of initiatives of which the reader may hold copies, by id; an id that was
  /// never his to see is left out.
  public Map<String, Fate> fates(Reader reader, Collection<String> ids) {
    return queries.fates(reader, ids);
  }

  private Optional<InitiativeView> view(Reader reader, String asked, String id) {
    var sides = statements.sides(reader, id);
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    boolean allWithdrawn = sides.stream().allMatch(s -> s.view().withdrawn().isPresent());
    var heard =
        sides.stream()
            .filter(s -> allWithdrawn || s.view().withdrawn().isEmpty())
            .map(StatementQueries.Side::voice)
            .toList();
    var composed = Composition.compose(heard);
    var order = Composition.ordered(sides.stream().map(StatementQueries.Side::voice).toList());
    var views =
        order.stream()
            .map(v -> sides.stream().filter(s -> s.voice() == v).findFirst().orElseThrow().view())
            .toList();
    return Optional.of(
        new InitiativeView(
            id,
            asked.equals(id) ? Optional.empty() : Optional.of(asked),
            composed.content(),
            composed.provenance(),
            tools.derivations().explain(composed.content()),
            views,
            related(composed.content().relations()),
            replies.of(id)));
  }

  private List<InitiativeView.Related> related(List<Content.Relation> relations) {
    Map<String, String> held = statements.initiativesOf(relations);
    return relations.stream()
        .map(r ->
            new InitiativeView.Related(
                r.type(),
                r.originalId(),
                Optional.ofNullable(held.get(StatementRules.normalised(r.originalId())))))
        .toList();
  }

  /// Whom a country works with, in which role, on what.
  public CountryTies ties(Reader reader, CountryCode country) {
    var filter = InitiativeFilter.ALL.with(Facet.COUNTRY, country.alpha3());
    var counted = queries.counted(reader, filter);
    var all = counted.facets();
    return new CountryTies(
        all.total(),
        counted.counts().rolesOf(country.alpha3()),
        all.counts(Facet.MODALITY),
        all.counts(Facet.SECTOR),
        ties.of(reader, country));
  }

  /// Who works with whom in and around a grouping, by its members of today.
  public CountryTies.OfGrouping groupingTies(Reader reader, String grouping) {
    var filter = InitiativeFilter.ALL.withGrouping(Optional.of(grouping));
    return ties.ofGrouping(reader, filter, facets(reader, filter));
  }

  /// What an organisation does, by its id.
  public CountryTies.OfOrganisation organisationTies(Reader reader, String id) {
    var filter = InitiativeFilter.ALL.with(Facet.ORGANISATION, id);
    return ties.ofOrganisation(reader, id, facets(reader, filter));
  }

  /// Who provides to whom among the initiatives that fit the filter, the heaviest first.
  ///
  /// @param limit how many flows at most
  public CountryTies.Flows flows(Reader reader, InitiativeFilter filter, int limit) {
    return facets.flows(reader, filter, limit);
  }

  /// Every source with what it has stated, the largest first.
  public List<SourceView> listSources(Reader reader) {
    return statements.sources(reader, Optional.empty());
  }

  /// One source by its key.
  public Optional<SourceView> findSource(Reader reader, String key) {
    return statements.sources(reader, Optional.of(key)).stream().findFirst();
  }

  /// Makes a source known, also one that speaks of other things than initiatives; call it in the
  /// transaction that stores what it says.
  public void rememberSource(Statement.Source source) {
    tools.statements().speaksElsewhere(tools.statements().sourceId(source), true);
  }

  /// A source says nothing but of initiatives any more; call it in the transaction that takes back
  /// the last other thing it said.
  public void forgetSource(String key) {
    tools
        .statements()
        .findSource(key)
        .ifPresent(id -> tools.statements().speaksElsewhere(id, false));
  }

  /// The last runs of imports, newest first, without their notes.
  public List<ImportView> listImports(Reader reader, int limit) {
    return tools.runs().list(reader, limit, tools.clock().instant());
  }

  /// One run of an import with its notes.
  public Optional<ImportView> findImport(Reader reader, long id) {
    return tools.runs().find(reader, id, tools.clock().instant());
  }

  /// Initiatives as an index keeps them, whatever their audience: an index shows each reader his
  /// own. Those that are gone or withdrawn are left out.
  public List<InitiativePage.Entry> entries(Collection<String> ids) {
    var voices = tools.statements().voices(ids);
    return queries.entries(ids).stream()
        .map(entry ->
            new InitiativePage.Entry(
                entry.summary(),
                text(voices.getOrDefault(entry.summary().id(), List.of())),
                entry.tags(),
                entry.organisations(),
                entry.sortDay(),
                entry.owner(),
                entry.audience()))
        .toList();
  }

  /// Those of the initiatives that the reader may see and that stand, as lists show them, by id.
  public Map<String, InitiativePage.Summary> summaries(Reader reader, Collection<String> ids) {
    return queries.summaries(reader, ids);
  }

  /// The organisations that take part in each of the initiatives that the reader may see: their
  /// ids.
  public Map<String, Set<String>> organisations(Reader reader, Collection<String> ids) {
    return queries.organisations(reader, ids);
  }

  /// The public initiatives among these as statistics count them; others, and what is gone or
  /// withdrawn, are left out.
  public List<Countable> countable(Collection<String> ids) {
    var open = queries.summaries(Reader.PUBLIC, ids).keySet();
    int year = tools.clock().instant().atOffset(ZoneOffset.UTC).getYear();
    var countable = new ArrayList<Countable>();
    tools
        .statements()
        .voices(open)
        .forEach((id, voices) -> {
          var standing =
              voices.stream()
                  .filter(v -> v.open() && !v.withdrawn())
                  .map(StatementTable.StoredVoice::heard)
                  .toList();
          if (!standing.isEmpty()) {
            countable.add(
                InitiativeRow.countable(
                    id, standing, tools.derivations(), tools.reference(), year));
          }
        });
    return countable;
  }

  private static LocalizedText text(List<StatementTable.StoredVoice> voices) {
    var standing = voices.stream().filter(v -> !v.withdrawn()).map(v -> v.heard().voice()).toList();
    return standing.isEmpty()
        ? LocalizedText.EMPTY
        : Composition.compose(standing).content().description();
  }

  /// The ids of initiatives after one, in their order; `""` for the first.
  public List<String> idsAfter(String id, int limit) {
    return tools.initiatives().idsAfter(id, limit);
  }

  /// A filter in the words of an index.
  public InitiativePage.Narrowing narrowing(InitiativeFilter filter) {
    return queries.narrowing(filter);
  }

  /// The facets that counted tags make.
  public static Facets facets(long total, Map<String, Long> tags) {
    var counts = new Facets.Counting();
    tags.forEach(counts::add);
    return counts.facets(total);
  }

  /// A word for what can be read now: equal words, equal facts.
  public String state() {
    return tools.changes().state();
  }

  /// The figures of `status` and of the home page.
  public Counts counts(Reader reader) {
    var all = facets(reader, InitiativeFilter.ALL);
    return statements.counts(reader, all, all.southSouth(), all.headline());
  }

  /// Derives every initiative again if the reference data changed since they were derived.
  ///
  /// @return how many were derived again
  public int deriveAgainIfNeeded() {
    var fingerprint = tools.derivations().fingerprint();
    if (tools.initiatives().derivedWith().equals(Optional.of(fingerprint))) {
      return 0;
    }
    int count = 0;
    for (var ids = tools.initiatives().idsAfter("", REDERIVED_AT_ONCE);
        !ids.isEmpty();
        ids = tools.initiatives().idsAfter(ids.getLast(), REDERIVED_AT_ONCE)) {
      var batch = ids;
      count +=
          tools
              .database()
              .inTransaction(() -> {
                tools.statements().lockForWriting();
                var now = tools.clock().instant();
                tools.initiatives().replace(InitiativeRow.build(tools, batch, now), now);
                tools.changes().record("registry", "initiative", batch);
                return batch.size();
              });
    }
    tools.initiatives().markDerivedWith(fingerprint);
    return count;
  }

  /// How much the registry holds.
  ///
  /// @param headline initiatives that a party or publisher states; compilations stand apart
  public record Counts(
      long initiatives,
      long headline,
      long compilationOnly,
      long southSouth,
      long statements,
      long withdrawn,
      long sources,
      List<Facets.Count> modalities,
      Optional<Instant> lastReceived) {}
}
