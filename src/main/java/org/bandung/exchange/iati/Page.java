package org.bandung.exchange.iati;

import java.time.LocalDate;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;

/// What every part of the composition needs.
///
/// @param today no date after it can be called actual
record Page(
    IatiCodes codes, Narratives narratives, Tags tags, LossReport.Tally loss, LocalDate today) {

  void lost(Field field, Where where) {
    loss.note(field, where);
  }
}
