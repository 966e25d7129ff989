package org.bandung.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bandung.store.ChangeLog.Change;
import org.bandung.store.ChangeLog.Cursor;

/// The change log for those outside who keep a copy of the facts.
///
/// They keep their place themselves, so a place says of which log it is: one from before a restore,
/// or from another node, is told apart instead of being read as a place it is not.
public final class ChangeFeed {

  private final Database database;
  private final ChangeLog log;

  ChangeFeed(Database database, ChangeLog log) {
    this.database = database;
    this.log = log;
  }

  /// What became of a question for the changes after a place.
  public sealed interface Answer {}

  /// The next changes, oldest first.
  ///
  /// @param next the place to go on from, also when there is nothing yet
  /// @param caughtUp whether nothing more can be told at this moment
  public record Page(List<Change> changes, String next, boolean caughtUp) implements Answer {
    public Page {
      changes = List.copyOf(changes);
    }
  }

  /// The place is of another log, or of a time that this log has never seen.
  public record Elsewhere() implements Answer {}

  /// The text is no place at all.
  public record Unreadable() implements Answer {}

  /// The changes after a place, or all of them.
  public Answer after(Optional<String> place, int limit) {
    return database.reading(() -> {
      var epoch = log.epoch();
      if (place.isEmpty()) {
        return page(epoch, Cursor.START, limit);
      }
      var asked = Place.read(place.get());
      if (asked.isEmpty()) {
        return new Unreadable();
      }
      var cursor = asked.get().cursor;
      return asked.get().epoch.equals(epoch) && log.holds(cursor)
          ? page(epoch, cursor, limit)
          : new Elsewhere();
    });
  }

  /// The changes before a place, or the latest, newest first; `next` leads further back.
  public Answer before(Optional<String> place, int limit) {
    return database.reading(() -> {
      var epoch = log.epoch();
      var asked = place.flatMap(Place::read);
      if (place.isPresent() && asked.isEmpty()) {
        return new Unreadable();
      }
      if (asked.isPresent()
          && !(asked.get().epoch.equals(epoch) && log.holds(asked.get().cursor))) {
        return new Elsewhere();
      }
      var found = log.before(asked.map(Place::cursor), limit + 1);
      var told = found.subList(0, Math.min(limit, found.size()));
      var last = told.isEmpty() ? Cursor.START : told.getLast().cursor();
      return new Page(told, new Place(epoch, last).text(), found.size() <= limit);
    });
  }

  /// No change, and the place after all that can be told now.
  public Page now() {
    return database.reading(
        () -> new Page(List.of(), new Place(log.epoch(), log.settledHead()).text(), true));
  }

  private Page page(UUID epoch, Cursor from, int limit) {
    var found = log.after(from, limit + 1);
    var told = found.subList(0, Math.min(limit, found.size()));
    var last = told.isEmpty() ? from : told.getLast().cursor();
    return new Page(told, new Place(epoch, last).text(), found.size() <= limit);
  }

  /// Where a follower is, as it is told to it.
  record Place(UUID epoch, Cursor cursor) {

    private static final Pattern FORM =
        Pattern.compile("([0-9a-f-]{36}) ([0-9]{1,18}) ([0-9]{1,18})");

    String text() {
      var text = epoch + " " + cursor.xid() + " " + cursor.seq();
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Optional<Place> read(String text) {
      try {
        var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        var form = FORM.matcher(decoded);
        return form.matches()
            ? Optional.of(
                new Place(
                    UUID.fromString(form.group(1)),
                    new Cursor(Long.parseLong(form.group(2)), Long.parseLong(form.group(3)))))
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // not Base64, or no UUID
      }
    }
  }
}
