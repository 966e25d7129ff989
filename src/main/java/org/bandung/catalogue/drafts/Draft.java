package org.bandung.catalogue.drafts;

import java.time.Instant;
import java.time.LocalDate;
import org.bandung.access.Body;
import org.bandung.catalogue.EntryKind;
import org.jspecify.annotations.Nullable;

/// A draft as it is stored.
///
/// @param body id of the body that it is written for
/// @param country of that body
/// @param revision counts every saving
/// @param latest the number of its last version
/// @param origin where it came from if it came in a table
record Draft(
    String id,
    String body,
    @Nullable String country,
    EntryKind kind,
    int revision,
    int latest,
    Wording wording,
    Standing standing,
    Dates dates,
    Saving saving,
    Origin origin) {

  /// @param firstReleased the day on which it was public for the first time
  /// @param confirmed the day of its last release, or on which its body said that it holds
  record Dates(@Nullable LocalDate firstReleased, @Nullable LocalDate confirmed) {}

  /// Who wrote on it last.
  record Saving(Instant at, String by) {}

  /// @param key of the row of a table; empty if none
  /// @param hash of the wording that the table gave
  record Origin(String key, String hash) {}

  /// One of which nothing but the wording is there yet.
  static Draft begun(String id, Body body, Wording wording, Saving by, Origin origin) {
    return new Draft(
        id,
        body.id(),
        body.country(),
        wording.kind(),
        1,
        0,
        wording,
        Standing.NEW,
        new Dates(null, null),
        by,
        origin);
  }

  Draft standing(Standing then, Dates when, int versions) {
    return new Draft(
        id, body, country, kind, revision, versions, wording, then, when, saving, origin);
  }

  Draft written(Wording now, Saving by) {
    return new Draft(
        id, body, country, kind, revision + 1, latest, now, standing, dates, by, origin);
  }

  Draft from(Origin row) {
    return new Draft(
        id, body, country, kind, revision, latest, wording, standing, dates, saving, row);
  }
}
