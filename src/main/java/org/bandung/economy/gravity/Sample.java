package org.bandung.economy.gravity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bandung.economy.gravity.Columns.Column;
import org.bandung.economy.gravity.Spec.Effect;
import org.bandung.economy.gravity.Spec.Method;
import org.bandung.economy.gravity.Spec.Term;
import org.bandung.economy.gravity.solve.Groups;
import org.bandung.economy.gravity.solve.Model;

/// The rows of a data file that a specification estimates from, and what was left out on the way.
///
/// Order: rows of the years; formulas are calculated on all of these, so that totals contain what
/// is left out later; then domestic flows (if excluded), the filter, and rows in which something
/// that is used is missing or infinite.
final class Sample {

  /// Name of the constant.
  static final String CONSTANT = "constant";

  private final Columns columns;
  private final Calculation calculation;
  private final Model model;
  private final int[] used;
  private final int[] asked;
  private final List<Integer> years;
  private final Left left;
  private final String sha256;

  /// How many rows there were and why some are not used.
  record Left(int read, int otherYears, int domestic, int filtered, int missing) {}

  private Sample(
      Columns columns,
      Calculation calculation,
      Model model,
      int[] used,
      int[] asked,
      List<Integer> years,
      Left left,
      String sha256) {
    this.columns = columns;
    this.calculation = calculation;
    this.model = model;
    this.used = used;
    this.asked = asked;
    this.years = years;
    this.left = left;
    this.sha256 = sha256;
  }

  /// Reads the data.
  ///
  /// @throws Fault.Found if they do not fit the specification
  static Sample read(Spec spec) {
    var data = spec.data();
    var wanted = new HashSet<>(spec.names());
    var optional = wanted.stream().filter(Calculation::builtIn).collect(Collectors.toSet());
    wanted.removeAll(optional);
    wanted.addAll(Set.of(data.exporter(), data.importer()));
    optional.add(data.year());
    if (!data.years().isEmpty()) {
      wanted.add(data.year());
    }
    optional.removeAll(wanted);
    var file =
        DataFile.read(data.file(), wanted, optional, Set.of(data.exporter(), data.importer()));
    var whole = file.columns();
    var inYears = inYears(spec, whole);
    var columns = inYears.length == whole.rows() ? whole : whole.at(inYears);
    var calculation = new Calculation(columns, data.exporter(), data.importer());
    var model = model(spec, calculation, columns.rows());
    int rows = columns.rows();
    var domestic = calculation.numbers(new Formula.Name("domestic"), "");
    var kept = IntStream.range(0, rows).filter(i -> data.domestic() || domestic[i] == 0).toArray();
    int foreign = kept.length;
    if (data.filter().isPresent()) {
      var filter = calculation.numbers(data.filter().get(), "/filter");
      kept = IntStream.of(kept).filter(i -> filter[i] != 0 && !Double.isNaN(filter[i])).toArray();
    }
    int filtered = kept.length;
    var asked = kept;
    var all = new ArrayList<>(model.columns());
    all.add(model.flow().values());
    kept =
        IntStream.of(kept).filter(i -> all.stream().allMatch(c -> Double.isFinite(c[i]))).toArray();
    var left =
        new Left(
            whole.rows(),
            whole.rows() - rows,
            rows - foreign,
            foreign - filtered,
            filtered - kept.length);
    var used = model.at(kept);
    check(spec, used, left);
    return new Sample(
        columns, calculation, used, kept, asked, years(spec, columns), left, file.sha256());
  }

  private static int[] inYears(Spec spec, Columns columns) {
    var data = spec.data();
    if (data.years().isEmpty()) {
      return IntStream.range(0, columns.rows()).toArray();
    }
    var wanted = new HashSet<>(data.years());
    if (!(columns.find(data.year()).orElseThrow() instanceof Column.Numbers(var years))) {
      throw new Fault.Found("/yearColumn", "not-numbers", data.year(), "");
    }
    var rows =
        IntStream.range(0, years.length)
            .filter(i -> years[i] == Math.rint(years[i]) && wanted.contains((int) years[i]))
            .toArray();
    var there = IntStream.of(rows).mapToObj(i -> (int) years[i]).collect(Collectors.toSet());
    var absent = data.years().stream().filter(y -> !there.contains(y)).toList();
    if (!absent.isEmpty()) {
      throw new Fault.Found("/years", "no-year", joined(absent));
    }
    return rows;
  }

  private static String joined(List<Integer> years) {
    return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static List<Integer> years(Spec spec, Columns columns) {
    if (columns.find(spec.data().year()).orElse(null) instanceof Column.Numbers(var years)) {
      return java.util.Arrays.stream(years)
          .filter(Double::isFinite)
          .mapToObj(y -> (int) y)
          .distinct()
          .sorted()
          .limit(MOST_YEARS)
          .toList();
    }
    return List.of();
  }

  private static final int MOST_YEARS = 300;

  private static Model model(Spec spec, Calculation calculation, int rows) {
    var regressors = new ArrayList<Model.Column>();
    for (var term : spec.terms()) {
      regressors.add(column(calculation, term));
    }
    if (spec.effects().isEmpty() && spec.method() != Method.DDM) {
      var ones = new double[rows];
      java.util.Arrays.fill(ones, 1);
      regressors.add(new Model.Column(CONSTANT, ones));
    }
    return new Model(
        column(calculation, spec.flow()),
        regressors,
        groups(calculation, spec.effects()),
        groups(calculation, spec.inference().clusters()));
  }

  private static Model.Column column(Calculation calculation, Term term) {
    return new Model.Column(term.name(), calculation.numbers(term.formula(), term.pointer()));
  }

  private static List<Groups> groups(Calculation calculation, List<Effect> effects) {
    return effects.stream().map(e -> calculation.groups(e.formulas(), e.pointer())).toList();
  }

  private static void check(Spec spec, Model model, Left left) {
    if (model.rows() <= model.regressors().size()) {
      throw new Fault.Found("", "too-few-rows", model.rows(), left.read());
    }
    if (spec.method() != Method.PPML) {
      return;
    }
    int negative = 0;
    boolean any = false;
    for (double flow : model.flow().values()) {
      negative += flow < 0 ? 1 : 0;
      any |= flow > 0;
    }
    if (negative > 0) {
      throw new Fault.Found("/flow", "flow-negative", negative);
    }
    if (!any) {
      throw new Fault.Found("/flow", "flow-zero");
    }
  }

  Columns columns() {
    return columns;
  }

  Calculation calculation() {
    return calculation;
  }

  /// What is estimated, on the rows that are used.
  Model model() {
    return model;
  }

  /// Which rows of the columns those are.
  int[] used() {
    return used;
  }

  /// Rows of the columns that were asked for, whether or not all of their values are there.
  int[] asked() {
    return asked;
  }

  List<Integer> years() {
    return years;
  }

  Left left() {
    return left;
  }

  String sha256() {
    return sha256;
  }
}
