package org.bandung.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.registry.ImportRun;
import org.bandung.registry.said.Statement;

/// A registry in memory that only takes statements in.
final class FakeRegistry {

  final Map<String, Statement> current = new LinkedHashMap<>();
  final Map<String, ImportRun.Known> byHash = new HashMap<>();
  final List<ImportRun.FileReport> reports = new ArrayList<>();
  final List<String> runs = new ArrayList<>();
  int seen;
  boolean completed;
  int transactions;

  /// Undoes what was received since; the fake's answer to a transaction rolled back.
  Runnable savepoint() {
    var statements = new LinkedHashMap<>(current);
    var hashes = new HashMap<>(byHash);
    var started = List.copyOf(runs);
    return () -> {
      current.clear();
      current.putAll(statements);
      byHash.clear();
      byHash.putAll(hashes);
      runs.clear();
      runs.addAll(started);
    };
  }

  Statement only() {
    if (current.size() != 1) {
      throw new AssertionError("not one statement but " + current.keySet());
    }
    return current.values().iterator().next();
  }

  ImportRun beginImport(String channel, String description) {
    runs.add(description);
    return new Run();
  }

  private final class Run implements ImportRun {
    @Override
    public Map<String, Known> known(Collection<String> contentHashes) {
      var found = new HashMap<String, Known>();
      for (var hash : contentHashes) {
        var known = byHash.get(hash);
        if (known != null) {
          var statement = current.get(known.sourceKey() + " " + known.originalId());
          boolean last = statement != null && statement.contentHash().equals(hash);
          found.put(
              hash,
              new Known(
                  known.statement(),
                  known.sourceKey(),
                  known.originalId(),
                  last,
                  known.judgedWith(),
                  known.notes()));
        }
      }
      return found;
    }

    @Override
    public List<Receipt> receive(List<Statement> statements) {
      transactions++;
      return statements.stream().map(this::receive).toList();
    }

    private Receipt receive(Statement statement) {
      var key = statement.source().key() + " " + statement.originalId();
      long number = byHash.size();
      byHash.put(
          statement.contentHash(),
          new Known(
              byHash.size(),
              statement.source().key(),
              statement.originalId(),
              true,
              statement.judgedWith(),
              statement.notes()));
      var before = current.get(key);
      if (before == null) {
        current.put(key, statement);
        return new Receipt(Outcome.CREATED, key, number);
      }
      if (before.contentHash().equals(statement.contentHash())) {
        return new Receipt(Outcome.UNCHANGED, key, number);
      }
      var old = before.lastUpdated();
      var fresh = statement.lastUpdated();
      if (old != null && fresh != null && fresh.isBefore(old)) {
        return new Receipt(Outcome.OLDER, key, number);
      }
      current.put(key, statement);
      return new Receipt(Outcome.UPDATED, key, number);
    }

    @Override
    public void seen(Collection<Known> known) {
      seen += known.size();
    }

    @Override
    public void fileDone(FileReport report) {
      reports.add(report);
    }

    @Override
    public int finish(boolean complete) {
      completed = complete;
      return 0;
    }

    @Override
    public void close() {}
  }
}
