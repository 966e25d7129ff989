package org.bandung.reference.money;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.StableId;
import org.bandung.reference.DataFiles;
import org.bandung.reference.DataTable.Row;
import org.bandung.reference.DataTable.Shape;
import org.jspecify.annotations.Nullable;

/// What law or treaty fixes between currencies: parities, currencies replaced, units renamed.
///
/// Read from `reference/money/fixed-rates.csv`; a node's own file of that name adds rows or
/// replaces those of a currency.
public final class FixedRates {

  private static final Shape SHAPE =
      Shape.of("currency,units,one,from,to,kind,source", "currency", "currency,one,from");
  private static final String FILE = "money/fixed-rates.csv";

  /// Longest chain of what is fixed, such as old franc, new franc, euro.
  private static final int LONGEST = 4;

  private final Map<String, List<Fixed>> byCurrency = new HashMap<>();
  private final Map<String, List<Fixed>> redenominatedTo = new HashMap<>();
  private final Set<String> currencies = new LinkedHashSet<>();

  private final String fingerprint;

  private FixedRates(List<Fixed> all) {
    this.fingerprint = StableId.of(all.stream().map(Fixed::toString).toArray(String[]::new));
    for (var fixed : all) {
      byCurrency.computeIfAbsent(fixed.currency, c -> new ArrayList<>()).add(fixed);
      if (fixed.kind == Kind.REDENOMINATED) {
        redenominatedTo.computeIfAbsent(fixed.one, c -> new ArrayList<>()).add(fixed);
      }
      currencies.add(fixed.currency);
      currencies.add(fixed.one);
    }
  }

  /// Nothing is fixed.
  public static FixedRates none() {
    return new FixedRates(List.of());
  }

  /// The shipped file, with a node's own over it.
  ///
  /// @throws org.bandung.reference.BadDataException if a file has a fault
  public static FixedRates shipped(Optional<Path> overrides) {
    return read(DataFiles.onClassPath("/reference", overrides));
  }

  /// Reads them among the files of a place.
  static FixedRates read(DataFiles files) {
    var all = new ArrayList<Fixed>();
    for (var row : files.read(FILE, SHAPE).rows()) {
      fixed(row).ifPresent(all::add);
    }
    files.refuseFaults();
    return new FixedRates(all);
  }

  private static Optional<Fixed> fixed(Row row) {
    row.checkDates();
    var kind = row.oneOf("kind", Kind.CODES);
    var units = row.required("units");
    boolean number = units.matches("[0-9]{1,30}(\\.[0-9]{1,20})?") && !units.matches("[0.]+");
    if (!number) {
      row.fault("units is '" + units + "', which is no number above zero");
    }
    return number && Kind.CODES.contains(kind)
        ? Optional.of(
            new Fixed(
                row.required("currency"),
                new BigDecimal(units),
                row.required("one"),
                row.date("from"),
                row.date("to"),
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                row.source()))
        : Optional.empty();
  }

  /// Changes when anything that is fixed changes.
  String fingerprint() {
    return fingerprint;
  }

  /// All codes that occur, those of the past among them.
  Set<String> currencies() {
    return currencies;
  }

  /// What a currency is another form of at a date.
  ///
  /// @param code the other currency
  /// @param ratio how many of it are one of the first
  /// @param peg whether it rests on a mere peg
  record Form(String code, Ratio ratio, boolean peg, List<RateResult.Step> steps) {}

  /// The currency and what it equals at the date, what is to be tried first at the front: behind a
  /// replaced or tied currency stands the other one; a rate of its own comes before a mere peg and
  /// before its older or newer unit.
  List<Form> forms(String currency, PartialDate date) {
    var forms = new ArrayList<Form>();
    var own = new Form(currency, Ratio.ONE, false, List.of());
    for (var form = strict(own, date); form != null; form = strict(form, date)) {
      forms.addFirst(form);
      if (forms.size() == LONGEST) {
        break;
      }
    }
    forms.add(own);
    for (int i = 0; i < forms.size() && forms.size() < 2 * LONGEST; i++) {
      var form = forms.get(i);
      loose(form, date).stream()
          .filter(f -> forms.stream().noneMatch(g -> g.code.equals(f.code)))
          .forEach(forms::add);
    }
    return forms;
  }

  private @Nullable Form strict(Form form, PartialDate date) {
    return byCurrency.getOrDefault(form.code, List.of()).stream()
        .filter(f -> (f.kind == Kind.REPLACED || f.kind == Kind.PARITY) && f.holdsOn(date))
        .findFirst()
        .map(f -> f.forward(form, date))
        .orElse(null);
  }

  private List<Form> loose(Form form, PartialDate date) {
    var found = new ArrayList<Form>();
    for (var fixed : byCurrency.getOrDefault(form.code, List.of())) {
      // Another unit of the same money: that holds at any date.
      if (fixed.kind == Kind.REDENOMINATED || fixed.holdsOn(date)) {
        found.add(fixed.forward(form, date));
      }
    }
    for (var fixed : redenominatedTo.getOrDefault(form.code, List.of())) {
      found.add(fixed.backward(form, date));
    }
    return found;
  }

  /// How strong a tie is.
  enum Kind {
    /// The currency is no more; its amounts are amounts of the other.
    REPLACED,
    /// By treaty, with a guarantee.
    PARITY,
    /// The same money in another unit.
    REDENOMINATED,
    /// By decision of its own authority; a rate that a source reports comes first.
    PEG;

    static final List<String> CODES = List.of("replaced", "parity", "redenominated", "peg");
  }

  /// `units` of `currency` are one of `one`, from a day to a day.
  private record Fixed(
      String currency,
      BigDecimal units,
      String one,
      Optional<PartialDate> from,
      Optional<PartialDate> to,
      Kind kind,
      String source) {

    boolean holdsOn(PartialDate date) {
      return (from.isEmpty() || !date.earliest().isBefore(from.get().earliest()))
          && (to.isEmpty() || !date.latest().isAfter(to.get().latest()));
    }

    Form forward(Form form, PartialDate date) {
      return extended(
          form, one, new Ratio(BigDecimal.ONE, units), step(currency, one, false, date));
    }

    Form backward(Form form, PartialDate date) {
      return extended(form, currency, Ratio.of(units), step(one, currency, true, date));
    }

    private RateResult.Step step(String a, String b, boolean perFrom, PartialDate date) {
      return new RateResult.Step(
          a, b, units, perFrom, RateBasis.FIXED, from.orElse(date), 1, source);
    }

    private Form extended(Form form, String code, Ratio ratio, RateResult.Step step) {
      var steps = new ArrayList<>(form.steps);
      steps.add(step);
      return new Form(
          code, form.ratio.times(ratio), form.peg || kind == Kind.PEG, List.copyOf(steps));
    }
  }
}
