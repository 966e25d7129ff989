package org.bandung.registry.decisions;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.kernel.Reader;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;
import org.bandung.store.Database;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/// What nobody overrides by what comes from elsewhere: the word of bodies here, and what was
/// decided here.
@Lazy
@Service
public class OwnWord {

  private static final String DESK = "desk";

  private final DecisionTable table;
  private final Registry registry;
  private final Mandates mandates;

  OwnWord(Database database, Registry registry, Mandates mandates) {
    this.table = new DecisionTable(database);
    this.registry = registry;
    this.mandates = mandates;
  }

  /// Keys of the sources that speak on this node itself: of its bodies, also of those that have not
  /// spoken yet, and of whoever spoke at its desks.
  public Set<String> voices() {
    return Stream.concat(
            mandates.admitted().stream().map(Body::id).map(id -> DESK + ":" + id),
            registry.listSources(Reader.OPERATOR).stream()
                .filter(s -> s.channel().equals(DESK))
                .map(SourceView::key))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a decision stands here that two of these initiatives, or of those told in them, are
  /// two, or that nobody can tell.
  public boolean decidedOtherwise(Collection<String> initiatives) {
    var told = new TreeSet<>(initiatives);
    registry.spoken(Reader.OPERATOR, initiatives).forEach(s -> told.add(s.initiative()));
    registry.spoken(Reader.OPERATOR, Set.copyOf(told)).forEach(s -> told.add(s.own()));
    return DecisionRules.standing(table.of(told)).stream()
        .anyMatch(d ->
            d.verdict() != Verdict.SAME && told.contains(d.left()) && told.contains(d.right()));
  }
}
