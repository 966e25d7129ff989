package org.bandung.catalogue.matches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/// Two sides that talk, or may come to talk, about something sought or offered: the fold of its
/// events.
///
/// @param covers how much of what is sought the providing side says it can cover
/// @param agreed the sides that say they have agreed
/// @param consultation the talks that came of it
/// @param steps everything that happened, the oldest first
public record Match(
    String id,
    Subject subject,
    Sides sides,
    State state,
    @Nullable Quantity covers,
    Set<String> agreed,
    @Nullable String consultation,
    List<Step> steps) {

  public Match {
    agreed = Set.copyOf(agreed);
    steps = List.copyOf(steps);
  }

  /// What it is about.
  ///
  /// @param entry id in the catalogue; null where it is told in words only
  /// @param wanted how much is sought, or can be had
  public record Subject(@Nullable String entry, LocalizedText title, @Nullable Quantity wanted) {}

  /// Who invited whom; a party is named as in consultations.
  ///
  /// @param role what the invited side is invited to do
  public record Sides(String inviting, String invited, Role role) {

    boolean has(String party) {
      return party.equals(inviting) || party.equals(invited);
    }

    /// The side that is one of these parties.
    public Optional<String> of(Collection<String> parties) {
      return parties.stream().filter(this::has).findFirst();
    }

    /// The other one of the two.
    public String other(String party) {
      return party.equals(inviting) ? invited : inviting;
    }

    /// The side that gives; who only brings others together gives nothing.
    public Optional<String> providing() {
      return switch (role) {
        case PROVIDING -> Optional.of(invited);
        case REQUESTING -> Optional.of(inviting);
        case FACILITATING -> Optional.empty();
      };
    }
  }

  /// What somebody is invited to do. The words are stored.
  public enum Role {
    PROVIDING,
    REQUESTING,
    FACILITATING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The role of that word.
    public static Optional<Role> ofCode(String code) {
      for (var role : values()) {
        if (role.code().equals(code)) {
          return Optional.of(role);
        }
      }
      return Optional.empty();
    }
  }

  /// How far it has come.
  public enum State {
    INVITED,
    IN_TALKS,
    AGREED,
    /// The invited side does not want to.
    DECLINED,
    /// One side drew back.
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it goes on.
    public boolean open() {
      return this == INVITED || this == IN_TALKS || this == AGREED;
    }
  }

  /// Something that happened, in its place.
  ///
  /// @param party the side it was done for
  /// @param person id of the account
  public record Step(long sequence, Instant at, String party, String person, MatchEvent event) {}

  /// A letter by which a side without a body here replied.
  ///
  /// @param reference the number or name that it bears itself
  public record Letter(String reference, LocalDate dated) {}
}
