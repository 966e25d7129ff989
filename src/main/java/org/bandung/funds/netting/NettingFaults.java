package org.bandung.funds.netting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.bandung.kernel.Note;

/// What cannot be taken; never stops at the first.
final class NettingFaults {

  /// Participants of a round.
  static final int PARTICIPANTS = 200;

  /// Limits and ways of a round, of each kind.
  static final int LIMITS = 200;

  /// Obligations that one deed enters or answers.
  static final int AT_ONCE = 10_000;

  /// Obligations of a round.
  static final int OBLIGATIONS = 200_000;

  private static final int TITLE = 300;
  private static final int REASON = 2_000;
  private static final int REFERENCE = 200;
  private static final int RATE_DIGITS = 30;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

  private final List<Note> notes = new ArrayList<>();

  private NettingFaults() {}

  static List<Note> of(NettingPlan plan) {
    var faults = new NettingFaults();
    faults.text("title", plan.title(), TITLE, true);
    if (plan.to().isBefore(plan.from())
        || plan.from().getYear() < 1900
        || plan.to().getYear() > 2199) {
      faults.add("bandung.ends-before-start", "to");
    }
    int many = plan.participants().size();
    if (many < 2 || many > PARTICIPANTS) {
      faults.add("bandung.netting-participants", "participants", String.valueOf(PARTICIPANTS));
    }
    if (plan.participants().stream().anyMatch(p -> p.isBlank() || p.length() > 100)) {
      faults.add("bandung.netting-participant", "participants");
    }
    var terms = plan.terms();
    if (terms.debits().size() > LIMITS
        || terms.bilaterals().size() > LIMITS
        || terms.ways().ways().size() > LIMITS) {
      faults.add("bandung.too-many", "terms", String.valueOf(LIMITS));
    } else {
      faults.notes.addAll(TermsFaults.of(terms, plan.participants()));
    }
    var rates = terms.rates();
    if (rates != null) {
      for (var rate : rates.rates().values()) {
        faults.text("terms/rates", rate.source(), REFERENCE, true);
        if (rate.value().precision() > RATE_DIGITS
            || Math.abs(rate.value().scale()) > RATE_DIGITS) {
          faults.add("bandung.netting-rate", "terms/rates", "");
        }
      }
    }
    return List.copyOf(faults.notes);
  }

  static List<Note> of(NettingRound r, String party, NettingDeed deed, LocalDate today) {
    var faults = new NettingFaults();
    switch (deed) {
      case NettingDeed.Calculate c -> {}
      case NettingDeed.Reopen(var reason) -> faults.text("reason", reason, REASON, true);
      case NettingDeed.End(var reason) -> faults.text("reason", reason, REASON, true);
      case NettingDeed.Settle(var version, var day) -> {
        if (day.isBefore(r.plan().from()) || day.isAfter(today)) {
          faults.add("bandung.netting-day", "day", day.toString());
        }
      }
      case NettingDeed.Enter(var entries) -> faults.entries(r, party, entries);
      case NettingDeed.Answer a -> faults.answer(a);
      case NettingDeed.Accept a -> {}
      case NettingDeed.Decline(var version, var reason) ->
          faults.text("reason", reason, REASON, true);
    }
    return List.copyOf(faults.notes);
  }

  private void entries(NettingRound r, String party, List<NettingDeed.Enter.Entry> entries) {
    if (entries.isEmpty() || entries.size() > AT_ONCE) {
      add("bandung.too-many", "obligations", String.valueOf(AT_ONCE));
      return;
    }
    var ids = new HashSet<String>();
    int line = 0;
    for (var entry : entries) {
      line++;
      var o = entry.obligation();
      if (!ID.matcher(o.id()).matches()) {
        at(line, o.id(), "bandung.netting-id", "id");
      }
      if (!ids.add(o.id())) {
        at(line, o.id(), "bandung.netting-twice", "id", o.id());
      }
      if (!o.debtor().equals(party) && !o.creditor().equals(party)) {
        at(line, o.id(), "bandung.netting-not-yours", "debtor");
      }
      if (!r.participants().contains(o.debtor()) || !r.participants().contains(o.creditor())) {
        at(line, o.id(), "bandung.netting-participant", "creditor", o.debtor(), o.creditor());
      }
      if (o.due().getYear() < 1900 || o.due().isAfter(r.plan().to())) {
        at(line, o.id(), "bandung.netting-due", "due", o.due().toString());
      }
      if (entry.reference().length() > REFERENCE || unprintable(entry.reference())) {
        at(line, o.id(), "bandung.text-too-long", "reference", String.valueOf(REFERENCE));
      }
    }
  }

  private void answer(NettingDeed.Answer a) {
    if (a.obligations().isEmpty() || a.obligations().size() > AT_ONCE) {
      add("bandung.too-many", "obligations", String.valueOf(AT_ONCE));
    }
    text("reason", a.reason(), REASON, a.said() == NettingEvent.Word.DISPUTED);
  }

  private void text(String path, String text, int most, boolean needed) {
    if (needed && text.isBlank()) {
      add("bandung.text-missing", path);
    }
    if (text.length() > most || unprintable(text)) {
      add("bandung.text-too-long", path, String.valueOf(most));
    }
  }

  private static boolean unprintable(String text) {
    return text.codePoints()
        .anyMatch(c ->
            (Character.isISOControl(c) && c != '\n')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xFFFE);
  }

  private void add(String code, String path, String... arguments) {
    at(0, "", code, path, arguments);
  }

  private void at(int line, String record, String code, String path, String... arguments) {
    notes.add(new Note(line, record, Note.Severity.REFUSED, code, path, List.of(arguments)));
  }
}
