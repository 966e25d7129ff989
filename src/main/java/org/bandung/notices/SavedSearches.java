package org.bandung.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.kernel.Reader;
import org.bandung.kernel.StableId;
import org.bandung.search.Question;
import org.bandung.search.Search;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Searches that people keep, and what is new or has changed among what they find. Only what is
/// public is ever searched.
@Service
public class SavedSearches {

  /// How many one person can keep.
  public static final int MOST = 50;

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final Duration FEED = Duration.ofDays(60);

  private final Database database;
  private final SearchTable table;
  private final FreshRecords fresh;
  private final Search search;
  private final Clock clock;

  @Autowired
  SavedSearches(Database database, FreshRecords fresh, Search search) {
    this.database = database;
    this.table = new SearchTable(database);
    this.fresh = fresh;
    this.search = search;
    this.clock = Clock.systemUTC();
  }

  /// What became of the wish to keep a search.
  public sealed interface SaveOutcome {
    record Saved(SavedSearch search) implements SaveOutcome {}

    /// A field that cannot be taken as it is: `name`, `address`.
    record Refused(String field) implements SaveOutcome {}

    record TooMany(int most) implements SaveOutcome {}
  }

  /// Keeps a search; the same one twice is kept once.
  ///
  /// @param address of its page, which must lie on this node
  public SaveOutcome save(Account account, String name, String address, Question question) {
    var called = name.strip();
    if (called.isEmpty()
        || called.length() > LONGEST_NAME
        || called.chars().anyMatch(c -> c < ' ')) {
      return new SaveOutcome.Refused("name");
    }
    if (!address.startsWith("/search?") || address.length() > LONGEST_ADDRESS) {
      return new SaveOutcome.Refused("address");
    }
    return database.inTransaction(() -> {
      var saved =
          new SavedSearch(
              StableId.of("search", account.id(), address), account.id(), called, address, now());
      boolean known = table.of(account.id()).stream().anyMatch(s -> s.id().equals(saved.id()));
      if (!known && table.count(account.id()) >= MOST) {
        return new SaveOutcome.TooMany(MOST);
      }
      table.put(saved, question);
      return new SaveOutcome.Saved(saved);
    });
  }

  /// The searches somebody keeps.
  public List<SavedSearch> list(Account account) {
    return table.of(account.id());
  }

  /// Keeps one no longer.
  ///
  /// @return whether there was one
  public boolean remove(Account account, String id) {
    return database.inTransaction(() -> table.remove(account.id(), id));
  }

  /// What is new or has changed in two months among what fits a question, the newest first, with
  /// when: a feed.
  ///
  /// @return nothing while the index is being made
  public Optional<Map<String, Instant>> feed(Question question, int limit) {
    return changed(question, now().minus(FEED), limit);
  }

  private Optional<Map<String, Instant>> changed(Question question, Instant since, int limit) {
    var candidates = fresh.since(since);
    return search
        .among(Reader.PUBLIC, question, candidates.keySet())
        .map(fit -> {
          var changed = new LinkedHashMap<String, Instant>();
          candidates.forEach((key, at) -> {
            if (changed.size() < limit && fit.contains(key)) {
              changed.put(key, at);
            }
          });
          return changed;
        });
  }

  /// A search with how many records are new or have changed since its owner was told.
  record Alert(SavedSearch search, int records) {}

  /// Looks through somebody's searches once more, and notes up to when.
  List<Alert> alerts(String account) {
    var until = now();
    return table.of(account).stream()
        .flatMap(saved -> {
          var question = table.question(saved.id());
          var changed = question.flatMap(q -> changed(q, saved.told(), FreshRecords.MOST));
          changed.ifPresent(c -> table.told(saved.id(), until));
          return changed.filter(c -> !c.isEmpty()).map(c -> new Alert(saved, c.size())).stream();
        })
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
