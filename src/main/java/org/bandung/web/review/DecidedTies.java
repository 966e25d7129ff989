package org.bandung.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bandung.registry.Registry;
import org.bandung.registry.decisions.Decision;
import org.bandung.registry.decisions.Decisions;
import org.bandung.registry.decisions.Verdict;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What authorities decided of an initiative and others, as its public page tells it: whose word it
/// is, and when it was said. That two are different is nothing to tell.
@Component
public class DecidedTies {

  private final Decisions decisions;
  private final Registry registry;

  DecidedTies(Decisions decisions, Registry registry) {
    this.decisions = decisions;
    this.registry = registry;
  }

  /// One decision as it is told.
  ///
  /// @param word key of the message that says how the two hang together
  /// @param id of the other one
  public record Tie(
      String word, String id, Words.@Nullable Phrase title, String body, String when) {}

  /// The ties of an initiative, the latest decision first.
  public List<Tie> of(String id, Visit visit) {
    var standing =
        decisions.standingOf(id).reversed().stream()
            .filter(d -> d.verdict() != Verdict.DIFFERENT)
            .toList();
    if (standing.isEmpty()) {
      return List.of();
    }
    var ids = standing.stream().flatMap(d -> Stream.of(d.left(), d.right())).distinct().toList();
    var spoken = registry.spoken(visit.reader(), ids);
    var titles = OwnTitles.of(registry, visit, ids);
    var here = new ArrayList<>(List.of(id));
    spoken.stream().filter(s -> s.initiative().equals(id)).forEach(s -> here.add(s.own()));
    return standing.stream()
        .flatMap(d -> tie(d, here, visit).stream())
        .filter(t -> spoken.stream().anyMatch(s -> s.own().equals(t.id())))
        .map(t -> new Tie(t.word(), t.id(), titles.get(t.id()), t.body(), t.when()))
        .distinct()
        .toList();
  }

  private static Optional<Tie> tie(Decision d, List<String> here, Visit visit) {
    boolean left = here.contains(d.left());
    boolean both = left && here.contains(d.right());
    if (both && d.verdict() != Verdict.SAME) {
      return Optional.empty(); // told as one since
    }
    var other = left && !d.right().equals(here.getFirst()) ? d.right() : d.left();
    var word =
        d.verdict() == Verdict.PART_OF && !left ? "tie.has-part" : "tie." + d.verdict().code();
    return Optional.of(new Tie(word, other, null, d.body(), visit.words().day(d.at())));
  }
}
