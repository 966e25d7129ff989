package org.bandung.funds.calls;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bandung.funds.calls.ProposalEvent.Decision;

/// A meeting of a board as it stands: the fold of its events.
///
/// @param agenda ids of proposals
/// @param attending accounts
/// @param votes by proposal, then by account; the last one counts
/// @param concluded what was decided, by proposal
/// @param sequence of its last event
public record Meeting(
    String id,
    String fund,
    String title,
    Instant on,
    List<String> agenda,
    Set<String> attending,
    Map<String, Map<String, Vote>> votes,
    Map<String, Decision> concluded,
    boolean closed,
    String minutes,
    long sequence) {

  public Meeting {
    agenda = List.copyOf(agenda);
    attending = Collections.unmodifiableSet(new LinkedHashSet<>(attending));
    votes = Map.copyOf(votes);
    concluded = Map.copyOf(concluded);
  }

  /// What a member said.
  public record Vote(Decision choice, String reason) {}

  /// The votes that count.
  ///
  /// @param voted accounts that count
  /// @param choices how many for each decision
  record Count(Set<String> voted, Map<Decision, Integer> choices) {

    /// More than half of those that count.
    boolean majority(Decision decision) {
      return 2 * choices.getOrDefault(decision, 0) > voted.size();
    }
  }

  /// @param counts whether somebody's vote counts: still of the board, and without a conflict
  Count count(String proposal, Predicate<String> counts) {
    var voted = new LinkedHashSet<String>();
    var choices = new HashMap<Decision, Integer>();
    votes
        .getOrDefault(proposal, Map.of())
        .forEach((person, vote) -> {
          if (attending.contains(person) && counts.test(person)) {
            voted.add(person);
            choices.merge(vote.choice(), 1, Integer::sum);
          }
        });
    return new Count(voted, choices);
  }

  static Meeting fold(String id, List<Recorded<MeetingEvent>> events) {
    if (!(events.getFirst().event()
        instanceof MeetingEvent.Convened(var fund, var title, var on, var agenda))) {
      throw new IllegalStateException("a meeting begins by being convened");
    }
    var attending = new LinkedHashSet<String>();
    var votes = new LinkedHashMap<String, Map<String, Vote>>();
    var concluded = new LinkedHashMap<String, Decision>();
    boolean closed = false;
    var minutes = "";
    for (var recorded : events.subList(1, events.size())) {
      switch (recorded.event()) {
        case MeetingEvent.Convened c -> throw new IllegalStateException("convened twice");
        case MeetingEvent.Attended a -> attending.add(recorded.person());
        case MeetingEvent.Voted(var proposal, var choice, var reason) ->
            votes
                .computeIfAbsent(proposal, p -> new LinkedHashMap<>())
                .put(recorded.person(), new Vote(choice, reason));
        case MeetingEvent.Concluded c -> concluded.put(c.proposal(), c.decision());
        case MeetingEvent.Closed(var said) -> {
          closed = true;
          minutes = said;
        }
      }
    }
    return new Meeting(
        id,
        fund,
        title,
        on,
        agenda,
        attending,
        votes,
        concluded,
        closed,
        minutes,
        events.getLast().sequence());
  }
}
