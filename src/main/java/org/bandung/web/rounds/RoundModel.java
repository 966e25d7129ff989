package org.bandung.web.rounds;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bandung.access.Permission;
import org.bandung.collection.CollectionRounds;
import org.bandung.collection.Round;
import org.bandung.collection.Round.Asked;
import org.bandung.collection.Round.Standing;
import org.bandung.collection.Round.State;
import org.bandung.kernel.Messages;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the page of a round shows to its authority.
@Component
final class RoundModel {

  private final CollectionRounds rounds;

  RoundModel(CollectionRounds rounds) {
    this.rounds = rounds;
  }

  /// An institution in the table of progress.
  ///
  /// @param answers how many of its items it answered
  /// @param reminded the day of the last reminder; empty if there was none
  record Line(
      String id,
      String name,
      String standing,
      boolean nothing,
      boolean late,
      int listed,
      int answers,
      long confirmed,
      long corrected,
      long refused,
      int added,
      String reminded,
      boolean readable,
      boolean remindable,
      boolean acceptable) {}

  /// How many stand where.
  record Progress(int asked, long answered, long accepted, long nothing, long late) {}

  void fill(Model model, CollectionRounds.Overview overview, Visit visit) {
    var r = overview.round();
    var words = visit.words();
    var today = LocalDate.now(ZoneOffset.UTC);
    boolean coordinates = overview.may().contains(Permission.RELEASE);
    var lines = r.asked().values().stream().map(a -> line(a, r, today, words)).toList();
    model.addAttribute("round", r);
    model.addAttribute("name", words.phrase(r.plan().title()));
    model.addAttribute("body", overview.body());
    model.addAttribute("from", words.day(r.plan().from()));
    model.addAttribute("to", words.day(r.plan().to()));
    model.addAttribute("due", words.day(r.due()));
    model.addAttribute("lines", lines);
    model.addAttribute("progress", progress(lines));
    model.addAttribute("open", r.state() == State.OPEN);
    model.addAttribute("coordinates", coordinates);
    model.addAttribute(
        "invitable",
        coordinates && r.state() == State.OPEN
            ? rounds.askable(overview.body()).stream()
                .filter(b -> !r.asked().containsKey(b.id()))
                .toList()
            : List.of());
    model.addAttribute("ofCountry", RoundPages.isAuthority(overview.body()));
    model.addAttribute("maySign", overview.may().contains(Permission.SIGN) && signable(r));
    model.addAttribute("mayFreeze", coordinates && r.state() == State.SIGNED);
    model.addAttribute("mayAmend", coordinates && r.state() != State.OPEN);
    model.addAttribute(
        "releasable",
        coordinates && r.state() == State.FROZEN && !r.editions().getLast().released()
            ? r.editions().getLast().number()
            : "");
    model.addAttribute("again", !r.editions().isEmpty());
    model.addAttribute("spoken", Messages.LANGUAGES);
    model.addAttribute("key", UUID.randomUUID().toString());
  }

  private static boolean signable(Round r) {
    var all = r.asked().values();
    return r.state() == State.OPEN
        && all.stream().noneMatch(a -> a.standing() == Standing.SUBMITTED)
        && all.stream().anyMatch(a -> a.standing() == Standing.ACCEPTED);
  }

  private static Line line(Asked a, Round r, LocalDate today, Words words) {
    var reminded = a.reminded();
    boolean open = r.state() == State.OPEN;
    boolean answered = !a.standing().answers();
    return new Line(
        a.institution(),
        a.name(),
        a.standing().word(),
        a.nothing(),
        a.late(today, r.due()),
        a.items().size(),
        (int) a.answers().keySet().stream().filter(a.items()::containsKey).count(),
        a.count("confirmed"),
        a.count("corrected"),
        a.count("refused"),
        a.additions().size(),
        reminded == null ? "" : words.day(reminded),
        answered,
        open && !answered && !today.equals(day(reminded)),
        open && a.standing() == Standing.SUBMITTED);
  }

  private static @org.jspecify.annotations.Nullable LocalDate day(
      java.time.@org.jspecify.annotations.Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Progress progress(List<Line> lines) {
    return new Progress(
        lines.size(),
        lines.stream().filter(Line::readable).count(),
        lines.stream().filter(l -> l.standing().equals(Standing.ACCEPTED.word())).count(),
        lines.stream().filter(Line::nothing).count(),
        lines.stream().filter(Line::late).count());
  }
}
