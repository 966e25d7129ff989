package org.bandung.exchange.iati;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts, while a file is written, what IATI proper could not carry.
final class Loss {

  private final Map<LossReport.Key, Integer> records = new TreeMap<>();
  private final Map<LossReport.Form, Integer> forms = new EnumMap<>(LossReport.Form.class);
  private final List<LossReport.LeftOut> leftOut = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private Set<LossReport.Key> current = new LinkedHashSet<>();

  private static final int MOST_NAMED = 10_000;

  /// Of the initiative at hand: what became of one of its fields.
  void note(LossReport.Field field, LossReport.Where where) {
    current.add(new LossReport.Key(field, where));
  }

  /// The initiative at hand was written.
  void written(LossReport.Form form) {
    current.forEach(key -> records.merge(key, 1, Integer::sum));
    forms.merge(form, 1, Integer::sum);
    current = new LinkedHashSet<>();
  }

  /// The initiative at hand was not written.
  void leftOut(String id, LossReport.Reason reason) {
    forms.merge(LossReport.Form.LEFT_OUT, 1, Integer::sum);
    reasons.merge(reason.word(), 1, Integer::sum);
    if (leftOut.size() < MOST_NAMED) {
      leftOut.add(new LossReport.LeftOut(id, reason));
    }
    current = new LinkedHashSet<>();
  }

  LossReport report() {
    return new LossReport(records, forms, reasons, leftOut);
  }
}
