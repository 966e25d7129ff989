package org.bandung.access;

import java.util.Locale;
import java.util.Optional;
import org.bandung.kernel.StableId;
import org.jspecify.annotations.Nullable;

/// Something people act for on this node.
///
/// @param country alpha-3 of the country it belongs to; none for those above countries
/// @param grouping code of the grouping whose secretariat it is
/// @param organisation its id in the directory of organisations, if it is known there
/// @param admitted whether it may act; a suspended body only reads
public record Body(
    String id,
    Kind kind,
    String name,
    @Nullable String country,
    @Nullable String grouping,
    @Nullable String organisation,
    boolean admitted) {

  Body with(boolean nowAdmitted) {
    return new Body(id, kind, name, country, grouping, organisation, nowAdmitted);
  }

  /// The id of the body that is this node itself.
  public static final String NODE = "node";

  /// What a body is. The words are stored and never change.
  public enum Kind {
    /// This node.
    NODE,
    /// The authority that coordinates cooperation for a country.
    AUTHORITY,
    /// An institution of a country.
    ORGANISATION,
    /// The secretariat of a grouping of countries.
    SECRETARIAT,
    /// A body of many countries.
    MULTILATERAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> ofCode(String code) {
      for (var kind : values()) {
        if (kind.code().equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /// The same wish twice is the same body.
  static Body of(Mandates.Wanted wanted) {
    var id =
        StableId.of(
            "body",
            wanted.kind().code(),
            String.valueOf(wanted.country()),
            String.valueOf(wanted.grouping()),
            wanted.kind() == Kind.AUTHORITY ? "" : wanted.name().strip());
    return new Body(
        id,
        wanted.kind(),
        wanted.name().strip(),
        wanted.country(),
        wanted.grouping(),
        wanted.organisation(),
        true);
  }
}
