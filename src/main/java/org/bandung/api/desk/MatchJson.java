package org.bandung.api.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bandung.catalogue.matches.Cover;
import org.bandung.catalogue.matches.Match;
import org.bandung.catalogue.matches.MatchEvent;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// A match as one of its sides sees it.
///
/// @param side the party that the reader is
/// @param entry id in the catalogue; null where it is told in words only
/// @param covers how much the providing side says it can cover
/// @param agreed the sides that say they have agreed
/// @param consultation the talks that came of it
/// @param cover of what its entry seeks, over all matches of the side
record MatchJson(
    String id,
    String side,
    String inviting,
    String invited,
    String role,
    String state,
    @Nullable String entry,
    LocalizedText title,
    @Nullable Quantity wanted,
    @Nullable Quantity covers,
    List<String> agreed,
    @Nullable String consultation,
    List<Step> steps,
    @Nullable Covered cover) {

  /// Something that happened; persons are not named.
  ///
  /// @param letter where one side attests what the other replied by letter
  record Step(
      Instant at,
      String party,
      String deed,
      @Nullable String text,
      @Nullable Quantity quantity,
      Match.@Nullable Letter letter) {}

  /// How much of what is sought is covered; all in the unit of what is wanted.
  ///
  /// @param silent how many open matches say no quantity: not reported is not zero
  record Covered(
      Quantity wanted, BigDecimal agreed, BigDecimal inTalks, BigDecimal remaining, int silent) {}

  static MatchJson of(Match m, String side, @Nullable Cover cover) {
    return new MatchJson(
        m.id(),
        side,
        m.sides().inviting(),
        m.sides().invited(),
        m.sides().role().code(),
        m.state().code(),
        m.subject().entry(),
        m.subject().title(),
        m.subject().wanted(),
        m.covers(),
        m.agreed().stream().sorted().toList(),
        m.consultation(),
        m.steps().stream().map(MatchJson::step).toList(),
        cover == null
            ? null
            : new Covered(
                cover.wanted(),
                cover.agreed(),
                cover.inTalks(),
                cover.remaining(),
                cover.silent()));
  }

  private static Step step(Match.Step s) {
    return switch (s.event()) {
      case MatchEvent.Invited invited ->
          new Step(s.at(), s.party(), "invited", invited.message(), null, null);
      case MatchEvent.TalksBegun(var letter) ->
          new Step(s.at(), s.party(), "talks-begun", null, null, letter);
      case MatchEvent.Declined(var reason, var letter) ->
          new Step(s.at(), s.party(), "declined", reason, null, letter);
      case MatchEvent.Withdrawn(var reason) ->
          new Step(s.at(), s.party(), "withdrawn", reason, null, null);
      case MatchEvent.CoverStated(var quantity) ->
          new Step(s.at(), s.party(), "cover-stated", null, quantity, null);
      case MatchEvent.TalksOpened(var consultation) ->
          new Step(s.at(), s.party(), "talks-opened", consultation, null, null);
      case MatchEvent.SaidAgreed said ->
          new Step(s.at(), s.party(), "said-agreed", null, null, null);
    };
  }

  static String tag(Match m) {
    return String.valueOf(m.steps().size());
  }
}
