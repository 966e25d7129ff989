package org.bandung.statistics.counting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which initiatives and flows a question is about.
final class Sieve {

  /// @param asked the dimension that was asked for; a partner is read from another column
  private record Test(Dimension asked, Dimension dimension, boolean[] allowed) {}

  private final Question question;
  private final List<Test> tests = new ArrayList<>();
  private final int without;
  private final boolean[] kinds;

  /// Of a role of one country, which pairs of country and role fit; empty if that is not asked.
  private final boolean[] pairs;

  Sieve(Question question, Codes codes) {
    this.question = question;
    var filters = new EnumMap<Dimension, Set<String>>(Dimension.class);
    filters.putAll(question.filters());
    var country = filters.getOrDefault(Dimension.COUNTRY, Set.of());
    // A role asked for with one country is that country's own.
    boolean own = country.size() == 1 && filters.containsKey(Dimension.ROLE);
    filters.forEach((dimension, given) -> {
      if (!(own && dimension == Dimension.ROLE)) {
        // A partner is a second country that takes part.
        var column = dimension == Dimension.PARTNER ? Dimension.COUNTRY : dimension;
        tests.add(new Test(dimension, column, Axis.mask(dimension, given, codes, true)));
      }
    });
    this.pairs = own ? pairs(country.iterator().next(), filters, codes) : new boolean[0];
    this.without =
        question
            .scope()
            .without()
            .map(c -> codes.of(Dimension.COUNTRY).find(c))
            .filter(n -> n >= 0)
            .orElse(Integer.MAX_VALUE);
    this.kinds =
        Axis.mask(Dimension.CONTRIBUTION, Set.copyOf(question.measure().kinds()), codes, true);
  }

  private static boolean[] pairs(String country, Map<Dimension, Set<String>> filters, Codes codes) {
    var book = codes.pairs();
    var mask = new boolean[book.size()];
    for (var role : Objects.requireNonNull(filters.get(Dimension.ROLE))) {
      int number = book.find(country + ":" + role);
      if (number >= 0) {
        mask[number] = true;
      }
    }
    return mask;
  }

  /// The sieve as it stands over one segment.
  At at(Segment segment) {
    return new At(segment);
  }

  /// The sieve over the columns of one segment.
  final class At {
    private final Segment s;
    private final Column[] records = new Column[tests.size()];
    private final @Nullable Column[] flows = new Column[tests.size()];
    private final Column contributions;
    private final Column countries;

    At(Segment segment) {
      s = segment;
      for (int t = 0; t < records.length; t++) {
        records[t] = s.record(tests.get(t).dimension);
        flows[t] = s.flow(tests.get(t).dimension).orElse(null);
      }
      contributions = s.flow(Dimension.CONTRIBUTION).orElseThrow();
      countries = s.flow(Dimension.COUNTRY).orElseThrow();
    }

    /// Whether an initiative is looked at, whatever its flows are.
    boolean looksAt(int i) {
      if ((question.scope().southSouth() && !s.southSouth[i])
          || (!question.scope().compilations() && s.compiled[i])) {
        return false;
      }
      for (int t = 0; t < records.length; t++) {
        boolean ofFlows = question.measure().ofFlows() && flows[t] != null;
        if (!ofFlows && !any(records[t], i, tests.get(t).allowed)) {
          return false;
        }
      }
      return (pairs.length == 0 || any(s.pairs, i, pairs))
          && (question.measure().ofFlows() || !concerns(i));
    }

    /// Whether the initiative as a whole fits what is asked of flows.
    boolean fits(int i) {
      for (int t = 0; t < records.length; t++) {
        if (!any(records[t], i, tests.get(t).allowed)) {
          return false;
        }
      }
      return !concerns(i);
    }

    /// Whether the country left out gives or receives.
    private boolean concerns(int i) {
      return without != Integer.MAX_VALUE
          && (has(s.record(Dimension.PROVIDER), i, without)
              || has(s.record(Dimension.RECIPIENT), i, without));
    }

    /// Whether the flow is of a kind that is added up.
    boolean counts(int flow) {
      return any(contributions, flow, kinds);
    }

    /// The share of a flow that fits, of an amount or quantity; [Segment#NONE] if nothing does.
    ///
    /// @param except dimensions that the table is broken down by, which sift themselves
    long share(int flow, long amount, Set<Dimension> except) {
      if (without != Integer.MAX_VALUE && has(countries, flow, without)) {
        return Segment.NONE;
      }
      long left = amount;
      for (int t = 0; t < flows.length; t++) {
        var column = flows[t];
        var test = tests.get(t);
        if (column != null && !except.contains(test.asked)) {
          if (!any(column, flow, test.allowed)) {
            return Segment.NONE;
          }
          left = part(column, flow, left, test.allowed);
        }
      }
      return left;
    }
  }

  private static long part(Column column, int flow, long amount, boolean[] allowed) {
    if (!column.parts(flow) || amount == Segment.NONE) {
      return amount;
    }
    long part = 0;
    for (int at = column.from()[flow]; at < column.from()[flow + 1]; at++) {
      int code = column.codes()[at];
      if (code < allowed.length && allowed[code]) {
        part += column.part(amount, flow, at);
      }
    }
    return part;
  }

  private static boolean any(Column column, int row, boolean[] allowed) {
    var codes = column.codes();
    if (column.single()) {
      return codes[row] < allowed.length && allowed[codes[row]];
    }
    for (int at = column.from()[row]; at < column.from()[row + 1]; at++) {
      if (codes[at] < allowed.length && allowed[codes[at]]) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Column column, int row, int code) {
    for (int at = column.from()[row]; at < column.from()[row + 1]; at++) {
      if (column.codes()[at] == code) {
        return true;
      }
    }
    return false;
  }
}
