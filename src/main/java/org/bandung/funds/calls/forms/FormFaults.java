package org.bandung.funds.calls.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bandung.funds.ledger.Money;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form. What is too large is refused at once; what does not fit together is
/// told at every saving and refuses the submission.
public final class FormFaults {

  public static final int ROWS = 300;
  public static final int LONG = 20_000;
  static final int ALL = 300_000;
  static final int SHORT = 500;
  private static final BigDecimal MOST = new BigDecimal("1000000000000");
  private static final Set<String> LEVELS = Set.of("goal", "purpose", "output", "activity");
  private static final Set<String> LETTERS = Set.of("endorsement", "interest", "request");

  /// What the call asks of every form.
  ///
  /// @param window null if proposals are taken for all of the fund
  public record Wanted(String currency, List<String> languages, @Nullable String window) {
    public Wanted {
      languages = List.copyOf(languages);
    }
  }

  private final List<Note> notes = new ArrayList<>();
  private int characters;
  private final ProposalForm form;

  private FormFaults(ProposalForm form) {
    this.form = form;
  }

  /// What cannot be kept.
  public static List<Note> refusing(ProposalForm form, Wanted wanted) {
    var faults = new FormFaults(form);
    faults.sizes();
    faults.texts();
    if (faults.characters > ALL) {
      faults.refuse("bandung.too-long", "");
    }
    if (!form.currency().equals(wanted.currency())) {
      faults.refuse("bandung.currency-of-call", "currency");
    } else {
      faults.amounts();
    }
    return faults.notes;
  }

  /// What does not fit together yet.
  public static List<Note> fitting(ProposalForm form, Wanted wanted) {
    var faults = new FormFaults(form);
    if (!wanted.languages().contains(form.language())) {
      faults.error("bandung.language-of-call", "language");
    }
    if (wanted.window() != null && !wanted.window().equals(form.window())) {
      faults.error("bandung.window-of-call", "window");
    }
    faults.partners();
    faults.rows();
    faults.sums();
    return faults.notes;
  }

  private void refuse(String code, String path) {
    notes.add(new Note(0, "", Note.Severity.REFUSED, code, path, List.of()));
  }

  private void error(String code, String path, String... arguments) {
    notes.add(new Note(0, "", Note.Severity.ERROR, code, path, List.of(arguments)));
  }

  private void sizes() {
    if (form.partners().size() > ROWS
        || form.logFrame().size() > ROWS
        || form.workplan().size() > ROWS
        || form.budget().size() > ROWS
        || form.risks().size() > ROWS
        || form.letters().size() > ROWS
        || form.annexes().size() > ROWS
        || form.sectors().size() > ROWS
        || form.executing().size() > ROWS) {
      refuse("bandung.too-many", "");
    }
  }

  private void texts() {
    texts("title", SHORT, form.title(), form.purpose(), form.applicantKind(), form.window());
    texts("summary", LONG, form.summary());
    texts("language", 20, form.language());
    form.sectors().forEach(s -> texts("sectors", SHORT, s));
    form.executing().forEach(s -> texts("executing", SHORT, s));
    form.partners()
        .forEach(p -> texts("partners", SHORT, p.key(), p.name(), p.party(), p.country()));
    for (var r : form.logFrame()) {
      texts(
          "logFrame",
          LONG,
          r.level(),
          r.text(),
          r.indicator(),
          r.baseline(),
          r.target(),
          r.evidence(),
          r.assumption());
    }
    form.workplan().forEach(s -> texts("workplan", LONG, s.text(), s.partner()));
    form.budget()
        .forEach(l -> texts("budget", SHORT, l.partner(), l.category(), l.text(), l.source()));
    form.risks().forEach(r -> texts("risks", LONG, r.text(), r.response()));
    for (var l : form.letters()) {
      texts(
          "letters",
          SHORT,
          l.kind(),
          l.country(),
          l.institution(),
          l.name(),
          l.position(),
          l.file());
    }
    form.annexes().forEach(a -> texts("annexes", SHORT, a.title(), a.file()));
  }

  private void texts(String path, int most, @Nullable String... texts) {
    for (var text : texts) {
      characters += text == null ? 0 : text.length();
      if (text != null && (text.length() > most || text.indexOf('\u0000') >= 0)) {
        refuse("bandung.text-too-long", path);
        return;
      }
    }
  }

  /// Negative, enormous or finer than the currency's smallest unit: never kept, so that sums cannot
  /// fail.
  private void amounts() {
    int scale = Money.scale(java.util.Currency.getInstance(form.currency()));
    for (int i = 0; i < form.budget().size(); i++) {
      var line = form.budget().get(i);
      if (!sound(line.requested(), scale) || !sound(line.matching(), scale)) {
        refuse("bandung.amount", "budget/" + i);
      }
    }
    if (form.requested() != null && !sound(form.requested(), scale)) {
      refuse("bandung.amount", "requested");
    }
    if (form.matching() != null && !sound(form.matching(), scale)) {
      refuse("bandung.amount", "matching");
    }
  }

  private static boolean sound(BigDecimal amount, int scale) {
    return amount.signum() >= 0
        && Math.abs((long) amount.scale()) <= 20
        && amount.precision() <= 40
        && amount.compareTo(MOST) <= 0
        && amount.stripTrailingZeros().scale() <= scale;
  }

  private void partners() {
    var keys = new HashSet<String>();
    int leading = 0;
    for (int i = 0; i < form.partners().size(); i++) {
      var partner = form.partners().get(i);
      if (partner.key().isBlank() || !keys.add(partner.key())) {
        error("bandung.key-twice", "partners/" + i + "/key");
      }
      if (!CountryCode.isWellFormed(partner.country())) {
        error("bandung.country", "partners/" + i + "/country");
      }
      leading += partner.leads() ? 1 : 0;
    }
    if (leading != 1) {
      error("bandung.one-leads", "partners");
    }
  }

  private boolean partner(String key) {
    return form.partners().stream().anyMatch(p -> p.key().equals(key));
  }

  private void rows() {
    for (int i = 0; i < form.logFrame().size(); i++) {
      if (!LEVELS.contains(form.logFrame().get(i).level())) {
        error("bandung.level", "logFrame/" + i + "/level");
      }
    }
    for (int i = 0; i < form.workplan().size(); i++) {
      var step = form.workplan().get(i);
      if (!partner(step.partner())) {
        error("bandung.no-such-partner", "workplan/" + i + "/partner");
      }
      if (step.from() < 1 || step.to() < step.from() || step.to() > form.months()) {
        error("bandung.months", "workplan/" + i);
      }
    }
    for (int i = 0; i < form.risks().size(); i++) {
      var risk = form.risks().get(i);
      if (!one(risk.likelihood()) || !one(risk.impact())) {
        error("bandung.one-to-five", "risks/" + i);
      }
    }
    for (int i = 0; i < form.letters().size(); i++) {
      var letter = form.letters().get(i);
      if (!LETTERS.contains(letter.kind()) || !CountryCode.isWellFormed(letter.country())) {
        error("bandung.letter", "letters/" + i);
      }
    }
  }

  private static boolean one(int points) {
    return points >= 1 && points <= 5;
  }

  /// Lines name partners, a matching part names who gives it, and lines add up to what is stated.
  private void sums() {
    for (int i = 0; i < form.budget().size(); i++) {
      var line = form.budget().get(i);
      if (!partner(line.partner())) {
        error("bandung.no-such-partner", "budget/" + i + "/partner");
      }
      if (line.matching().signum() > 0 && line.source().isBlank()) {
        error("bandung.source-missing", "budget/" + i + "/source");
      }
    }
    sum("requested", form.requested(), form.sumRequested());
    sum("matching", form.matching(), form.sumMatching());
  }

  private void sum(String path, @Nullable BigDecimal stated, BigDecimal sum) {
    if (stated == null && !form.budget().isEmpty()) {
      error("bandung.total-missing", path, sum.toPlainString());
    } else if (stated != null && stated.compareTo(sum) != 0) {
      error(
          "bandung.sum", path, Objects.requireNonNull(stated).toPlainString(), sum.toPlainString());
    }
  }
}
