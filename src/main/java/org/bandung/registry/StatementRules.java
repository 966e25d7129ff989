package org.bandung.registry;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// What the registry decides about a statement that comes in: which initiative it speaks of by
/// itself (those with an equal IATI identifier; everything weaker is a proposal that a person
/// confirms, and comes with `linkage`), and whether it is its source's last word.
final class StatementRules {

  private StatementRules() {}

  /// The scheme of identifiers strong enough to link.
  static final String SCHEME = "iati";

  /// The channel of what people of this node released.
  static final String DESK = "desk";

  /// The strong identifiers of a statement, its own first.
  static List<String> strong(Statement statement) {
    var identifiers = new LinkedHashSet<String>();
    // The parties of a joint initiative of this node speak of it under one id; no other channel
    // can say that it means the same one.
    if (statement.source().channel().equals(SCHEME) || statement.source().channel().equals(DESK)) {
      identifiers.add(normalised(statement.originalId()));
    }
    for (var other : statement.content().identifiers()) {
      if (other.scheme().equals(SCHEME)) {
        identifiers.add(normalised(other.value()));
      }
    }
    return List.copyOf(identifiers);
  }

  static String normalised(String identifier) {
    return identifier.strip().toUpperCase(Locale.ROOT);
  }

  /// How new a version says it is.
  ///
  /// @param date when the publisher changed it, else when the file was made
  /// @param generated when the file was made; settles equal dates
  record Mark(Instant date, @Nullable Instant generated) implements Comparable<Mark> {

    private static final Comparator<Mark> ORDER =
        Comparator.comparing(Mark::date)
            .thenComparing(m -> Optional.ofNullable(m.generated).orElse(Instant.MIN));

    /// Empty if the version carries no date at all.
    static Optional<Mark> of(@Nullable Instant lastUpdated, @Nullable Instant generated) {
      var date = lastUpdated != null ? lastUpdated : generated;
      return date == null ? Optional.empty() : Optional.of(new Mark(date, generated));
    }

    @Override
    public int compareTo(Mark other) {
      return ORDER.compare(this, other);
    }

    /// The later of two.
    static Optional<Mark> later(Optional<Mark> one, Optional<Mark> other) {
      return one.isEmpty() || (other.isPresent() && other.get().compareTo(one.get()) > 0)
          ? other
          : one;
    }
  }

  /// What is held of the statement.
  ///
  /// @param mark the newest any version of it ever said it is; it only moves forward
  record Held(String hash, Optional<Mark> mark, boolean withdrawn) {}

  /// Compares by the publisher's date, then by the file's. Of two versions with equal dates, or of
  /// which one has none, the one not said before is the newer: so a correction without a new date
  /// arrives, and a file that repeats an id with different content does not flip on every run.
  static ImportRun.Outcome judge(Held held, Statement said, BooleanSupplier saidBefore) {
    if (held.hash.equals(said.contentHash())) {
      return held.withdrawn ? ImportRun.Outcome.UPDATED : ImportRun.Outcome.UNCHANGED;
    }
    var mark = Mark.of(said.lastUpdated(), said.generated());
    int order =
        mark.isPresent() && held.mark.isPresent() ? mark.get().compareTo(held.mark.get()) : 0;
    if (order < 0 || (order == 0 && saidBefore.getAsBoolean())) {
      return ImportRun.Outcome.OLDER;
    }
    return ImportRun.Outcome.UPDATED;
  }
}
