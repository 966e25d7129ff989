package org.bandung.web.talks;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bandung.consultation.Consultations.Invited;
import org.bandung.consultation.DecisionRule;
import org.bandung.consultation.Effect;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.Terms;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.jspecify.annotations.Nullable;

/// From what somebody typed to a proposal. What is empty is left out; what cannot be read is a
/// fault of its field. What a proposal must say is for the rules of consultations to judge.
final class FormReading {

  private static final int DIGITS = 40;

  private final TalkForm form;
  private final List<Fault> faults = new ArrayList<>();

  private FormReading(TalkForm form) {
    this.form = form;
  }

  /// What is wrong with one field.
  record Fault(String field, String code) {}

  /// What was read, and what could not be.
  record Read(Proposal proposal, List<Fault> faults) {}

  static Read of(TalkForm form) {
    var reading = new FormReading(form);
    return new Read(reading.proposal(), List.copyOf(reading.faults));
  }

  /// Whom somebody wants to talk with.
  static List<Invited> invited(TalkForm form) {
    var invited = new ArrayList<Invited>();
    for (int row : form.rows("party")) {
      var id = form.get("party." + row + ".id").strip();
      if (!id.isEmpty()) {
        invited.add(new Invited(id, role(form.get("party." + row + ".role"))));
      }
    }
    return invited;
  }

  private static Party.Role role(String word) {
    for (var role : Party.Role.values()) {
      if (word.equals(TalkWords.word(role))) {
        return role;
      }
    }
    return Party.Role.REQUESTING;
  }

  static DecisionRule rule(TalkForm form) {
    return form.is("rule", TalkWords.word(DecisionRule.NO_OBJECTION))
        ? DecisionRule.NO_OBJECTION
        : DecisionRule.UNANIMITY;
  }

  private Proposal proposal() {
    languages();
    return new Proposal(
        effect(), column("title"), column("text"), given("prevailing"), terms(), annexes());
  }

  private void languages() {
    var seen = new ArrayList<String>();
    for (int row : form.rows("lang")) {
      var tag = form.tag(row);
      if (seen.contains(tag) && form.says("lang." + row + ".title", "lang." + row + ".text")) {
        fault("lang." + row + ".tag", "language-twice");
      }
      seen.add(tag);
    }
  }

  /// What the row of each language says under a name.
  private LocalizedText column(String name) {
    return text(row -> "lang." + row + "." + name);
  }

  private LocalizedText what(String beginning) {
    return text(row -> beginning + "." + row);
  }

  private LocalizedText text(IntFunction<String> field) {
    var texts = new LinkedHashMap<String, String>();
    for (int row : form.rows("lang")) {
      var text = form.get(field.apply(row)).replace("\r\n", "\n").strip();
      var tag = form.tag(row);
      if (!text.isEmpty() && !tag.isEmpty()) {
        texts.putIfAbsent(tag.toLowerCase(Locale.ROOT), text);
      }
    }
    return new LocalizedText(texts);
  }

  private Effect effect() {
    var word = form.get("effect");
    return switch (word) {
      case "framework" -> agreement(Effect.Kind.FRAMEWORK);
      case "minutes" -> agreement(Effect.Kind.MINUTES);
      case "position" -> new Effect.StatesPosition(form.get("forum").strip());
      case "ends" -> new Effect.EndsTalks();
      case "amend" -> changes(new Effect.Change.Amend());
      case "extend" -> changes(new Effect.Change.Extend(neededDay("on")));
      case "suspend" -> changes(new Effect.Change.Suspend(neededDay("on")));
      case "resume" -> changes(new Effect.Change.Resume(neededDay("on")));
      case "terminate" -> changes(new Effect.Change.Terminate(neededDay("on")));
      default -> agreement(Effect.Kind.PROJECT_DOCUMENT);
    };
  }

  private Effect agreement(Effect.Kind kind) {
    var entry =
        form.is("entry", "on-notification")
            ? Effect.Entry.ON_NOTIFICATION
            : Effect.Entry.ON_SIGNATURE;
    return new Effect.MakesAgreement(kind, entry, day("until"), given("under"));
  }

  private Effect changes(Effect.Change change) {
    return new Effect.ChangesAgreement(form.get("agreement").strip(), change);
  }

  private Terms terms() {
    return new Terms(
        new Terms.Purpose(column("objective"), texts("activity", "")),
        shares(),
        new Terms.Schedule(
            new Period(date("start"), date("end"), false), milestones(), column("monitoring")),
        budget(),
        column("property"),
        conditions(),
        given("request"));
  }

  private List<LocalizedText> texts(String rows, String field) {
    return form.rows(rows).stream()
        .map(row -> what(rows + "." + row + field))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private List<Terms.Share> shares() {
    var gives = new LinkedHashMap<String, List<Terms.Given>>();
    var gains = new LinkedHashMap<String, List<LocalizedText>>();
    for (int row : form.rows("give")) {
      var name = "give." + row;
      if (form.says(name + ".what", name + ".amount", name + ".number")) {
        gives.computeIfAbsent(party(name), p -> new ArrayList<>()).add(gift(name));
      }
    }
    for (int row : form.rows("gain")) {
      var name = "gain." + row;
      if (form.says(name + ".what")) {
        gains.computeIfAbsent(party(name), p -> new ArrayList<>()).add(what(name + ".what"));
      }
    }
    gives.keySet().forEach(party -> gains.putIfAbsent(party, List.of()));
    return gains.entrySet().stream()
        .map(e ->
            new Terms.Share(e.getKey(), gives.getOrDefault(e.getKey(), List.of()), e.getValue()))
        .sorted(Comparator.comparing(Terms.Share::party))
        .toList();
  }

  private String party(String name) {
    var party = form.get(name + ".party").strip();
    if (party.isEmpty()) {
      fault(name + ".party", "party");
    }
    return party;
  }

  private Terms.Given gift(String name) {
    return new Terms.Given(what(name + ".what"), money(name), quantity(name));
  }

  private @Nullable ReportedAmount money(String name) {
    var value = number(name + ".amount");
    if (value == null) {
      return null;
    }
    var currency = form.get(name + ".currency").strip().toUpperCase(Locale.ROOT);
    if (currency.isEmpty()) {
      fault(name + ".currency", "currency");
    }
    return new ReportedAmount(value, currency.isEmpty() ? null : currency);
  }

  private @Nullable Quantity quantity(String name) {
    var number = number(name + ".number");
    if (number == null) {
      return null;
    }
    var unit = form.get(name + ".unit").strip();
    if (unit.isEmpty()) {
      fault(name + ".unit", "unit");
    }
    return new Quantity(number, unit);
  }

  /// Digits of any script, spaces between them, a point before the fraction. A comma can mean
  /// either, so it is not guessed at.
  private @Nullable BigDecimal number(String field) {
    var typed = new StringBuilder();
    form.get(field)
        .codePoints()
        .filter(c -> !Character.isSpaceChar(c) && !Character.isWhitespace(c))
        .forEach(c -> {
          if (Character.isDigit(c)) {
            typed.append(Character.digit(c, 10));
          } else {
            typed.appendCodePoint(c);
          }
        });
    if (typed.isEmpty()) {
      return null;
    }
    if (typed.length() > DIGITS || !typed.toString().matches("\\d+(\\.\\d+)?")) {
      fault(field, "number");
      return null;
    }
    return new BigDecimal(typed.toString());
  }

  private List<Terms.Milestone> milestones() {
    return form.rows("milestone").stream()
        .map(row -> "milestone." + row)
        .filter(name -> form.says(name + ".what", name + ".due"))
        .map(name -> new Terms.Milestone(what(name + ".what"), date(name + ".due")))
        .toList();
  }

  private List<Terms.BudgetLine> budget() {
    var lines = new ArrayList<Terms.BudgetLine>();
    for (int row : form.rows("budget")) {
      var name = "budget." + row;
      if (form.says(name + ".what", name + ".amount")) {
        var amount = money(name);
        if (amount == null) {
          fault(name + ".amount", "number");
        } else {
          lines.add(new Terms.BudgetLine(what(name + ".what"), amount, given(name + ".by")));
        }
      }
    }
    return lines;
  }

  private List<Terms.Condition> conditions() {
    var conditions = new ArrayList<Terms.Condition>();
    for (int row : form.rows("condition")) {
      var word = form.get("condition." + row + ".kind");
      for (var kind : Terms.Condition.Kind.values()) {
        if (word.equals(TalkWords.word(kind))) {
          conditions.add(new Terms.Condition(kind, what("condition." + row + ".text")));
        }
      }
      if (word.isEmpty() && form.says("condition." + row + ".text")) {
        fault("condition." + row + ".kind", "kind");
      }
    }
    return conditions;
  }

  private List<Proposal.Annex> annexes() {
    var annexes = new ArrayList<Proposal.Annex>();
    for (int row : form.rows("annex")) {
      var name = "annex." + row;
      var digits = form.get(name + ".bytes");
      if (!form.get(name + ".sha256").isEmpty()
          && !form.is(name + ".drop", "yes")
          && digits.matches("\\d{1,12}")) {
        annexes.add(
            new Proposal.Annex(
                form.get(name + ".name"), form.get(name + ".sha256"), Long.parseLong(digits)));
      }
    }
    return annexes;
  }

  private @Nullable String given(String field) {
    var value = form.get(field).strip();
    return value.isEmpty() ? null : value;
  }

  private @Nullable PartialDate date(String field) {
    return read(field, () -> PartialDate.parse(form.get(field)));
  }

  private @Nullable LocalDate day(String field) {
    return read(field, () -> Optional.of(LocalDate.parse(form.get(field).strip())));
  }

  private <T> @Nullable T read(String field, Supplier<Optional<T>> parser) {
    if (form.get(field).isBlank()) {
      return null;
    }
    try {
      var date = parser.get();
      if (date.isPresent()) {
        return date.get();
      }
    } catch (DateTimeException e) {
      // told below
    }
    fault(field, "date");
    return null;
  }

  private LocalDate neededDay(String field) {
    var day = day(field);
    if (day == null) {
      fault(field, "date");
      return LocalDate.EPOCH;
    }
    return day;
  }

  private void fault(String field, String code) {
    var fault = new Fault(field, code);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
