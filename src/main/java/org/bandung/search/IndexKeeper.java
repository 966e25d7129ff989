package org.bandung.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bandung.catalogue.Catalogue;
import org.bandung.concepts.Concepts;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.store.ChangeFollower;
import org.bandung.store.ChangeLog;
import org.bandung.store.DatabaseSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Keeps the index equal to the facts: fills it once, then follows the changes.
///
/// A server that starts without a usable index answers at once and fills it meanwhile: whoever
/// reads never waits for whoever writes. A command writes only if no server does; a server that
/// came while a command wrote takes over when it is done.
@Component
class IndexKeeper implements ChangeFollower, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

  /// Where the start-up cache is made there is no index: a thousand classes of it would be linked
  /// before every first page.
  private static final boolean WITHOUT = Boolean.getBoolean("bandung.training");

  private static final String FOLLOWER = "search.index";
  private static final int AT_ONCE = 500;

  private final Registry registry;
  private final Catalogue catalogue;
  private final ChangeLog changes;
  private final DatabaseSettings settings;
  private final IndexedRecord records;
  private final IndexedNames names;
  private final Concepts concepts;
  private final Reference reference;
  private final Object opening = new Object();
  private volatile @Nullable SearchIndex index;
  private volatile boolean closed;

  IndexKeeper(
      Registry registry,
      Catalogue catalogue,
      Parties parties,
      ChangeLog changes,
      DatabaseSettings settings,
      Concepts concepts,
      Reference reference) {
    this.registry = registry;
    this.catalogue = catalogue;
    this.changes = changes;
    this.settings = settings;
    this.records = new IndexedRecord(concepts, reference);
    this.names = new IndexedNames(parties, reference);
    this.concepts = concepts;
    this.reference = reference;
  }

  /// The index, opened when first asked for.
  SearchIndex index() {
    var open = index;
    if (open != null) {
      return open;
    }
    synchronized (opening) {
      if (index == null) {
        index = SearchIndex.open(settings.home().resolve("index"), version());
      }
      return Objects.requireNonNull(index);
    }
  }

  private String version() {
    return String.join(
        " ", Fields.VERSION, changes.epochWord(), concepts.fingerprint(), reference.fingerprint());
  }

  @Override
  public String name() {
    return FOLLOWER;
  }

  @Override
  public synchronized void follow(List<ChangeLog.Change> changed) {
    if (WITHOUT) {
      return;
    }
    var open = index();
    if (!open.writes() || !open.filled()) {
      return; // whoever fills it reads the facts as they are
    }
    var ids = new HashSet<String>();
    var organisations = new HashSet<String>();
    var entries = new HashSet<String>();
    for (var change : changed) {
      switch (change.kind()) {
        case "initiative" -> ids.add(change.id());
        case "organisation" -> organisations.add(change.id());
        case "entry" -> entries.add(change.id());
        default -> {
          // nothing that is searched for
        }
      }
    }
    if (!ids.isEmpty() || !organisations.isEmpty() || !entries.isEmpty()) {
      put(open, List.copyOf(ids));
      names.put(open, organisations);
      boolean gone = putEntries(open, List.copyOf(entries)) > 0;
      open.commit();
      if (gone) {
        open.forget();
      }
    }
  }

  /// Keeps a server's index filled: tries until this process writes it and it holds everything. It
  /// begins a little later, so that the first page of a server has the processors to itself.
  void keepFilled() {
    while (!WITHOUT && rested() && !closed) {
      try {
        takeOver();
        if (catchUp() && index().writes()) {
          return;
        }
      } catch (RuntimeException e) {
        LOG.warn("the index could not be made and is tried again", e);
      }
    }
  }

  private static boolean rested() {
    try {
      TimeUnit.SECONDS.sleep(2);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Opens the index again if another process wrote it when it was opened.
  ///
  /// What that process wrote, or told the change log it had, may not be whole: it is filled anew.
  private synchronized void takeOver() {
    var open = index();
    if (!open.writes() && !closed) {
      var again = SearchIndex.open(settings.home().resolve("index"), version());
      if (again.writes()) {
        index = again;
        open.closeLater();
        fill(again);
      } else {
        again.close();
      }
    }
  }

  private void put(SearchIndex open, List<String> all) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var ids = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      var gone = new HashSet<>(ids);
      var there = registry.entries(ids);
      write(open, there);
      there.forEach(entry -> gone.remove(entry.summary().id()));
      gone.forEach(open::remove);
    }
  }

  /// Makes and writes documents on all processors: finding topics and stems takes most of the time.
  void write(SearchIndex open, List<InitiativePage.Entry> entries) {
    entries.parallelStream()
        .forEach(entry -> open.put(entry.summary().id(), records.document(entry)));
  }

  /// Writes those of the entries that are there, and removes the others.
  ///
  /// @return how many were removed
  private int putEntries(SearchIndex open, List<String> ids) {
    var gone = new HashSet<>(ids);
    for (var entry : catalogue.indexed(ids)) {
      var id = entry.summary().id();
      open.put(IndexedNames.key(IndexedRecord.ENTRY, id), records.document(entry));
      gone.remove(id);
    }
    gone.forEach(id -> open.remove(IndexedNames.key(IndexedRecord.ENTRY, id)));
    return gone.size();
  }

  /// Brings the index up to date if this process may write: fills it if need be, then follows.
  ///
  /// @return whether it is up to date as far as this process can tell
  synchronized boolean catchUp() {
    var open = index();
    if (!open.writes()) {
      return open.filled();
    }
    if (!open.filled()) {
      fill(open);
    }
    while (changes.follow(this, AT_ONCE).waiting()) {
      // more is waiting
    }
    return true;
  }

  /// Makes the whole index anew.
  ///
  /// @return how many documents it holds; -1 if another process writes it
  synchronized long rebuild() {
    var open = index();
    return open.writes() ? fill(open) : -1;
  }

  private long fill(SearchIndex open) {
    long begun = System.nanoTime();
    open.removeAll();
    changes.beginHere(FOLLOWER);
    long count = names.putAll(open);
    for (var ids = registry.idsAfter("", AT_ONCE);
        !ids.isEmpty();
        ids = registry.idsAfter(ids.getLast(), AT_ONCE)) {
      if (closed) {
        return count; // the next start begins it anew
      }
      put(open, new ArrayList<>(ids));
      count += ids.size();
    }
    for (var ids = catalogue.idsAfter("", AT_ONCE);
        !ids.isEmpty();
        ids = catalogue.idsAfter(ids.getLast(), AT_ONCE)) {
      count += ids.size() - putEntries(open, ids);
    }
    open.commitFilled(version());
    LOG.info("index of {} documents made in {} ms", count, (System.nanoTime() - begun) / 1_000_000);
    return count;
  }

  /// Whether the index holds everything.
  boolean ready() {
    return index().filled();
  }

  /// Whether the index holds everything that is written down by now. The cursor moves only after
  /// the index was written, so it never promises too much.
  boolean current() {
    return !WITHOUT && ready() && changes.cursor(FOLLOWER).equals(changes.head());
  }

  @Override
  public void destroy() {
    closed = true;
    synchronized (this) {
      var open = index;
      if (open != null) {
        open.close();
      }
    }
  }
}
