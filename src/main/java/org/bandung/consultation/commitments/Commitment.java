package org.bandung.consultation.commitments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// Something that was committed to in public, as a body wrote it down.
///
/// @param owner id of the body that wrote it
/// @param version which it was when it was read; a change names the one it changes
/// @param followUps the newest first
public record Commitment(
    String id,
    String owner,
    Release release,
    int version,
    Content content,
    List<FollowUp> followUps) {

  public Commitment {
    followUps = List.copyOf(followUps);
  }

  /// Whether everybody sees it.
  public enum Release {
    NOT,
    AS_IT_STANDS,
    /// Everybody sees it as it was; what was written since waits for its release.
    AS_IT_STOOD
  }

  /// Who made it.
  public enum Maker {
    /// The body that wrote it down.
    BODY,
    COUNTRY,
    GROUPING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What it says.
  ///
  /// @param forum code of a grouping, or in words
  /// @param made when, at which conference or meeting of the forum
  /// @param initiatives ids of initiatives that fulfil it
  public record Content(
      LocalizedText text,
      Maker maker,
      String forum,
      String conference,
      @Nullable PartialDate made,
      @Nullable PartialDate due,
      List<String> initiatives) {
    public Content {
      initiatives = List.copyOf(initiatives);
    }
  }

  /// How far it is, as its reporter says. The words are stored and never change.
  public enum State {
    PLANNED,
    UNDER_WAY,
    FULFILLED,
    PARTLY,
    LAPSED,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<State> ofCode(String code) {
      for (var state : values()) {
        if (state.code().equals(code)) {
          return Optional.of(state);
        }
      }
      return Optional.empty();
    }
  }

  /// What its reporter said became of it.
  ///
  /// @param dated the day it speaks of
  /// @param link where more is said; empty if nowhere
  public record Report(PartialDate dated, State state, LocalizedText text, String link) {}

  /// A report in its place.
  public record FollowUp(int number, Instant at, Report report) {}

  /// The state as reported last; empty if nothing was.
  public Optional<State> state() {
    return followUps.stream().findFirst().map(f -> f.report().state());
  }
}
