package org.bandung.registry.joint;

import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/// Something that a facilitator or a United Nations body put into South-South cooperation in one
/// year, as it states it.
///
/// @param figure people or time as a quantity, money as an amount
/// @param initiative an id of a public initiative that it went into, if into one
public record Resource(
    Kind kind,
    int year,
    LocalizedText what,
    Figure figure,
    @Nullable String initiative,
    Contribution.Visibility visibility) {

  /// What was put in. The words are stored and never change.
  public enum Kind {
    PEOPLE,
    MONEY,
    TIME;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A resource as it stands.
  ///
  /// @param body id of the body that put it in
  /// @param version from 1
  /// @param released whether its body lets everybody read it
  public record Held(String id, String body, int version, Resource said, boolean released) {}

  /// A resource that everybody may read.
  ///
  /// @param body what the body that put it in is called
  public record Published(Held held, String body) {}
}
