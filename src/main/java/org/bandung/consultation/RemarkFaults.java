package org.bandung.consultation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bandung.kernel.Note;

/// What is wrong with what a party says beside a proposal.
public final class RemarkFaults {

  static final int LONGEST = 20_000;
  private static final int MOST_REMARKS = 2_000;
  private static final int MOST_DEADLINES = 200;
  private static final Duration FARTHEST = Duration.ofDays(3660);
  private static final int SHORT = 300;

  private RemarkFaults() {}

  static List<Note> of(Position position) {
    return position instanceof Position.Objects(var reason) ? of("reason", reason) : List.of();
  }

  /// A remark of some words.
  public static List<Note> of(String path, String text) {
    var faults = new Faults();
    faults.text(path, text, LONGEST);
    return faults.all();
  }

  static List<Note> of(String text, long before) {
    var faults = new Faults();
    faults.text("text", text, LONGEST);
    faults.count("text", before + 1, MOST_REMARKS);
    return faults.all();
  }

  static List<Note> of(Position position, Reply.Letter letter) {
    var faults = new Faults();
    faults.text("letter/reference", letter.reference(), SHORT);
    faults.text("letter/file", letter.file(), SHORT);
    faults.sha256("letter/sha256", letter.sha256());
    var all = new ArrayList<>(faults.all());
    all.addAll(of(position));
    return List.copyOf(all);
  }

  static List<Note> of(Instant until, Instant now, int before) {
    var faults = new Faults();
    if (!until.isAfter(now)) {
      faults.add("bandung.deadline-past", "until", until.toString());
    } else if (until.isAfter(now.plus(FARTHEST))) {
      faults.add("bandung.deadline-far", "until", until.toString());
    }
    faults.count("until", before + 1L, MOST_DEADLINES);
    return faults.all();
  }
}
