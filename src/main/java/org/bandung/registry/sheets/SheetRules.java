package org.bandung.registry.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.kernel.StableId;
import org.bandung.registry.joint.Contribution;
import org.bandung.registry.joint.Figure;
import org.bandung.registry.joint.Joint;
import org.bandung.registry.joint.JointParty;
import org.bandung.registry.sheets.SheetFate.Change;
import org.bandung.registry.sheets.SheetFate.Fault;
import org.jspecify.annotations.Nullable;

/// What a row means: pure. A cell that is empty leaves what is there as it is.
final class SheetRules {

  /// A plain number; what could be read in two ways is not read.
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,6})?");

  private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final Joint joint;
  private final String party;
  private final SheetRow row;
  private final List<Fault> faults = new ArrayList<>();

  private SheetRules(Joint joint, String party, SheetRow row) {
    this.joint = joint;
    this.party = party;
    this.row = row;
  }

  /// What a row says.
  ///
  /// @param contribution the id under which it stands or will stand
  /// @param basis the version it is put upon; 0 where there is none
  /// @param standing the version that stands; 0 where there is none
  record Read(
      String contribution,
      int basis,
      int standing,
      @Nullable Contribution said,
      List<Fault> faults,
      List<Change> changes) {}

  /// Reads a row for the party that speaks.
  static Read read(Joint joint, String party, SheetRow row) {
    return new SheetRules(joint, party, row).read();
  }

  /// The id of a contribution by the reference that its party gave it; whoever uses the id itself,
  /// as the template does, means that one.
  static String contribution(Joint joint, String party, String reference) {
    var standing = joint.stated().get(reference);
    return standing != null && standing.by().equals(party)
        ? reference
        : StableId.of("sheet", joint.id(), party, reference);
  }

  /// The party that speaks in a row, of those that its author may speak for: the one that stated
  /// what it refers to, else the giver or receiver it names, else the one that used the reference
  /// before, else the first.
  static Optional<String> party(Joint joint, List<String> own, SheetRow row) {
    var reference = row.get("reference");
    return Optional.ofNullable(joint.stated().get(reference))
        .map(Joint.Stated::by)
        .filter(own::contains)
        .or(() -> named(joint, row.get("provider")).filter(own::contains))
        .or(() -> named(joint, row.get("receiver")).filter(own::contains))
        .or(() ->
            own.stream()
                .filter(p -> joint.stated().containsKey(contribution(joint, p, reference)))
                .findFirst())
        .or(() -> own.stream().findFirst());
  }

  private Read read() {
    if (row.get("reference").isEmpty() || row.get("reference").length() > 100) {
      fault("reference", "reference");
    }
    row.formulas().forEach(column -> fault(column, "formula"));
    var id = contribution(joint, party, row.get("reference"));
    var standing = Optional.ofNullable(joint.stated().get(id));
    if (standing.isPresent() && !standing.get().by().equals(party)) {
      fault("reference", "not-yours");
    }
    var said = said(standing.map(Joint.Stated::said));
    int stands = standing.map(Joint.Stated::version).orElse(0);
    boolean same = standing.filter(s -> s.said().equals(said)).isPresent();
    int typed = version(stands);
    return new Read(
        id,
        same ? stands : typed, // who says what stands loses nobody's word
        stands,
        faults.isEmpty() ? said : null,
        faults,
        standing.map(s -> changes(s.said(), said)).orElse(List.of()));
  }

  /// The version that was in the template: what was changed since then is not overwritten unseen.
  private int version(int stands) {
    var typed = row.get("version");
    if (typed.isEmpty()) {
      return stands;
    }
    if (!VERSION.matcher(typed).matches()) {
      fault("version", "version");
      return stands;
    }
    return Integer.parseInt(typed);
  }

  private static List<Change> changes(Contribution before, Contribution after) {
    var had = told(before);
    var has = told(after);
    return SheetRow.COLUMNS.stream()
        .map(c -> new Change(c, cell(had.get(c)), cell(has.get(c))))
        .filter(c -> !c.before().equals(c.after()))
        .toList();
  }

  private static String cell(@Nullable Object value) {
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : value == null ? "" : value.toString();
  }

  private Contribution said(Optional<Contribution> before) {
    var had = before.map(Contribution::figure).orElse(Figure.NOT_REPORTED);
    var typed = figure(had);
    boolean same = before.isPresent() && had.same(typed);
    var figure = same ? had : typed; // a zero more behind the point says nothing new
    var what = row.get("what");
    return new Contribution(
        kind(before, figure),
        side("provider", before.map(Contribution::giver), "receiver"),
        side("receiver", before.map(Contribution::receiver), "provider"),
        what.isEmpty()
            ? before.map(Contribution::what).orElse(LocalizedText.EMPTY)
            : with(before.map(Contribution::what).orElse(LocalizedText.EMPTY), what),
        row.get("form").isEmpty() ? before.map(Contribution::form).orElse(null) : row.get("form"),
        figure,
        // what an amount was made of does not add up to another
        same ? before.get().components() : List.of(),
        before.map(Contribution::valuation).orElse(Contribution.Valuation.NOT_REPORTED),
        period(before.map(Contribution::period).orElse(Period.UNKNOWN)),
        visibility(before),
        before.map(Contribution::loan).orElse(null),
        before.map(Contribution::circles).orElse(null));
  }

  /// The text in its language; a text that stands in any language is not said twice.
  private static LocalizedText with(LocalizedText before, String what) {
    if (before.byLanguage().containsValue(what)) {
      return before;
    }
    var all = new TreeMap<>(before.byLanguage());
    all.put(before.in("en").map(LocalizedText.Spoken::language).orElse("und"), what);
    return new LocalizedText(all);
  }

  private Contribution.Kind kind(Optional<Contribution> before, Figure figure) {
    return switch (row.get("kind")) {
      case "money" -> Contribution.Kind.MONEY;
      case "in-kind" -> Contribution.Kind.IN_KIND;
      case "" ->
          before
              .map(Contribution::kind)
              .orElse(
                  figure.amount() != null && figure.quantity() == null
                      ? Contribution.Kind.MONEY
                      : Contribution.Kind.IN_KIND);
      default -> {
        fault("kind", "kind");
        yield Contribution.Kind.IN_KIND;
      }
    };
  }

  /// A side: what is typed, else what stood, else the party that speaks or, if the other side is
  /// that party, the only other one.
  private String side(String column, Optional<String> before, String otherColumn) {
    var typed = row.get(column);
    if (typed.isEmpty() && before.isPresent()) {
      return before.get();
    }
    if (typed.isEmpty()) {
      var other = named(row.get(otherColumn));
      var others =
          joint.beginning().parties().stream()
              .map(JointParty::id)
              .filter(p -> !p.equals(party))
              .toList();
      boolean speaksForOther =
          other.filter(party::equals).isPresent() || (other.isEmpty() && column.equals("receiver"));
      return speaksForOther && others.size() == 1
          ? others.getFirst()
          : speaksForOther ? Contribution.EVERYBODY : party;
    }
    if (typed.equals("*") && column.equals("receiver")) {
      return Contribution.EVERYBODY;
    }
    var found = named(typed);
    if (found.isEmpty()) {
      fault(column, "no-such-party");
    }
    return found.orElse(party);
  }

  /// The party of that id, country or name.
  private Optional<String> named(String typed) {
    return named(joint, typed);
  }

  static Optional<String> named(Joint joint, String typed) {
    var found =
        joint.beginning().parties().stream()
            .filter(p ->
                p.id().equals(typed)
                    || typed.equals(p.country())
                    || p.name().byLanguage().values().stream().anyMatch(typed::equalsIgnoreCase))
            .map(JointParty::id)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private Figure figure(Figure before) {
    var amount = number("amount");
    var currency = row.get("currency");
    var quantity = number("quantity");
    var unit = row.get("unit");
    var had = before.amount();
    var counted = before.quantity();
    if (!currency.isEmpty() && !CURRENCY.matcher(currency).matches()) {
      fault("currency", "currency");
    }
    if (amount != null && currency.isEmpty() && had == null) {
      fault("currency", "currency");
    }
    if (quantity != null && unit.isEmpty() && counted == null) {
      fault("unit", "unit");
    }
    return new Figure(amount(had, amount, currency), quantity(counted, quantity, unit));
  }

  /// What is typed of an amount, put upon what stood.
  private static @Nullable ReportedAmount amount(
      @Nullable ReportedAmount had, @Nullable BigDecimal typed, String currency) {
    if (had == null) {
      return typed == null ? null : new ReportedAmount(typed, currency);
    }
    return new ReportedAmount(
        typed == null ? had.value() : typed, currency.isEmpty() ? had.currency() : currency);
  }

  /// What is typed of a quantity, put upon what stood.
  private static @Nullable Quantity quantity(
      @Nullable Quantity had, @Nullable BigDecimal typed, String unit) {
    if (had == null) {
      return typed == null ? null : new Quantity(typed, unit);
    }
    return new Quantity(typed == null ? had.number() : typed, unit.isEmpty() ? had.unit() : unit);
  }

  private @Nullable BigDecimal number(String column) {
    var typed = row.get(column);
    if (typed.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(typed).matches()) {
      fault(column, column.equals("amount") ? "amount" : "number");
      return null;
    }
    return new BigDecimal(typed);
  }

  private Period period(Period before) {
    var typed = row.get("date");
    if (typed.isEmpty()) {
      return before;
    }
    var date = PartialDate.parse(typed);
    if (date.isEmpty()) {
      fault("date", "date");
      return before;
    }
    // The day on which it was begun may have an end, which the sheet does not tell.
    return date.get().equals(before.start()) ? before : new Period(date.get(), date.get(), false);
  }

  private Contribution.Visibility visibility(Optional<Contribution> before) {
    return switch (row.get("visibility")) {
      case "public" -> Contribution.Visibility.PUBLIC;
      case "parties" -> Contribution.Visibility.PARTIES;
      case "" -> before.map(Contribution::visibility).orElse(Contribution.Visibility.PARTIES);
      default -> {
        fault("visibility", "visibility");
        yield Contribution.Visibility.PARTIES;
      }
    };
  }

  private void fault(String column, String why) {
    faults.add(new Fault(column, why));
  }

  /// The row that says what stands, for a template.
  static Map<String, Object> told(Joint joint, Joint.Stated stated) {
    var cells = told(stated.said());
    cells.put("reference", stated.id());
    cells.put("version", BigDecimal.valueOf(stated.version()));
    return cells;
  }

  private static Map<String, Object> told(Contribution c) {
    var cells = new TreeMap<String, Object>();
    cells.put("kind", c.kind() == Contribution.Kind.MONEY ? "money" : "in-kind");
    c.what().in("en").ifPresent(w -> cells.put("what", w.text()));
    put(cells, "form", c.form());
    put(cells, "date", c.period().start() == null ? null : c.period().start().toString());
    var amount = c.figure().amount();
    if (amount != null) {
      cells.put("amount", amount.value());
      put(cells, "currency", amount.currency());
    }
    var quantity = c.figure().quantity();
    if (quantity != null) {
      cells.put("quantity", quantity.number());
      cells.put("unit", quantity.unit());
    }
    cells.put("provider", c.giver());
    cells.put("receiver", c.receiver().equals(Contribution.EVERYBODY) ? "*" : c.receiver());
    cells.put(
        "visibility", c.visibility() == Contribution.Visibility.PUBLIC ? "public" : "parties");
    return cells;
  }

  private static void put(Map<String, Object> cells, String column, @Nullable String value) {
    if (value != null) {
      cells.put(column, value);
    }
  }
}
