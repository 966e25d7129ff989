package org.bandung.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.jspecify.annotations.Nullable;

/// What cannot be taken; never stops at the first.
final class RoundFaults {

  /// Institutions of one round.
  static final int INSTITUTIONS = 500;

  /// Initiatives on one list.
  static final int ITEMS = 2_000;

  /// Initiatives that one institution adds.
  static final int ADDITIONS = 2_000;

  private static final int TITLE = 300;
  private static final int SHORT = 2_000;
  private static final int LONGEST = 20_000;
  private static final int LANGUAGES = 20;
  private static final int REMINDERS = 12;
  private static final int FARTHEST_DAY = 400;
  private static final int DIGITS = 25;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{3,190}");

  private final List<Note> notes = new ArrayList<>();

  private RoundFaults() {}

  static List<Note> of(RoundPlan plan) {
    var faults = new RoundFaults();
    faults.texts("title", plan.title(), TITLE);
    if (plan.title().isEmpty()) {
      faults.add("bandung.text-missing", "title");
    }
    if (plan.to().isBefore(plan.from())) {
      faults.add("bandung.ends-before-start", "to");
    }
    if (plan.due().isBefore(plan.from())) {
      faults.add("bandung.ends-before-start", "due");
    }
    if (plan.reminders().size() > REMINDERS
        || plan.reminders().stream().anyMatch(d -> Math.abs(d) > FARTHEST_DAY)) {
      faults.add("bandung.too-many", "reminders", String.valueOf(REMINDERS));
    }
    return faults.all();
  }

  static List<Note> of(Round r, RoundDeed deed) {
    var faults = new RoundFaults();
    switch (deed) {
      case RoundDeed.Invite d -> {
        faults.text("name", d.name(), TITLE);
        faults.email(d.email());
        if (!Messages.LANGUAGES.contains(d.language())) {
          faults.add("bandung.language", "language");
        }
        faults.count("institution", r.asked().size(), INSTITUTIONS - 1);
        faults.count("items", d.items().size(), ITEMS);
      }
      case RoundDeed.ListAnew d -> faults.count("items", d.items().size(), ITEMS);
      case RoundDeed.SendBack d -> faults.text("reason", d.reason(), SHORT);
      case RoundDeed.Amend d -> faults.text("reason", d.reason(), SHORT);
      case RoundDeed.Freeze d -> {
        if (!r.editions().isEmpty() || !d.reason().isEmpty()) {
          faults.text("reason", d.reason(), SHORT);
        }
      }
      case RoundDeed.MoveDue d -> {
        if (d.due().isBefore(r.plan().from())) {
          faults.add("bandung.ends-before-start", "due");
        }
      }
      case RoundDeed.Confirm d -> faults.count("items", d.items().size(), ITEMS);
      case RoundDeed.Reconsider d -> faults.count("items", d.items().size(), ITEMS);
      case RoundDeed.Correct d -> faults.correction(d.correction());
      case RoundDeed.Refuse d -> faults.optional("reason", d.reason(), SHORT);
      case RoundDeed.Add d -> d.additions().forEach(a -> faults.content(a.said()));
      case RoundDeed.Remind d -> {}
      case RoundDeed.Accept d -> {}
      case RoundDeed.SignOff d -> faults.text("name", d.name(), TITLE);
      case RoundDeed.Release d -> {}
      case RoundDeed.See d -> {}
      case RoundDeed.TakeBack d -> {}
      case RoundDeed.NothingToReport d -> {}
      case RoundDeed.Submit d -> {}
    }
    return faults.all();
  }

  static List<Note> of(Addition addition) {
    var faults = new RoundFaults();
    faults.content(addition.said());
    return faults.all();
  }

  private List<Note> all() {
    return List.copyOf(notes);
  }

  private void correction(Correction c) {
    if (c.saysNothing()) {
      add("bandung.text-missing", "note");
    }
    texts("title", c.title(), TITLE);
    optional("note", c.note(), SHORT);
    var start = c.start();
    var end = c.end();
    if (start != null && end != null && end.latest().isBefore(start.earliest())) {
      add("bandung.ends-before-start", "end");
    }
    amount(c.amount());
  }

  private void content(Content said) {
    texts("title", said.title(), TITLE);
    if (said.title().isEmpty()) {
      add("bandung.text-missing", "title");
    }
    texts("description", said.description(), LONGEST);
    var period = said.actual();
    if (period.start() != null
        && period.end() != null
        && period.end().latest().isBefore(period.start().earliest())) {
      add("bandung.ends-before-start", "end");
    }
    said.contributions().forEach(c -> amount(c.amount()));
    said.identifiers().forEach(i -> text("same", i.value(), TITLE));
  }

  private void amount(@Nullable ReportedAmount amount) {
    if (amount == null) {
      return;
    }
    if (amount.value().signum() < 0 || amount.value().precision() > DIGITS) {
      add("bandung.number", "amount");
    }
    if (amount.currency() == null || !CURRENCY.matcher(amount.currency()).matches()) {
      add("bandung.currency", "currency");
    }
  }

  private void email(@Nullable String email) {
    if (email != null && !EMAIL.matcher(email).matches()) {
      add("bandung.email", "email");
    }
  }

  private void texts(String path, LocalizedText text, int longest) {
    count(path, text.byLanguage().size(), LANGUAGES);
    text.byLanguage().values().forEach(t -> text(path, t, longest));
  }

  private void optional(String path, String text, int longest) {
    if (!text.isEmpty()) {
      text(path, text, longest);
    }
  }

  private void text(String path, String text, int longest) {
    if (text.isBlank()) {
      add("bandung.text-missing", path);
    } else if (text.length() > longest) {
      add("bandung.text-too-long", path, String.valueOf(longest));
    } else if (!storable(text)) {
      add("bandung.text-characters", path);
    }
  }

  /// No zero byte and no half of a character: no database and no file holds these.
  private static boolean storable(String text) {
    return text.indexOf('\0') < 0
        && java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private void count(String path, int count, int most) {
    if (count > most) {
      add("bandung.too-many", path, String.valueOf(most));
    }
  }

  private void add(String code, String path, String... arguments) {
    notes.add(new Note(0, "", Note.Severity.REFUSED, code, path, List.of(arguments)));
  }
}
