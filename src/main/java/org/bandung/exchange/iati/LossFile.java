package org.bandung.exchange.iati;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.exchange.iati.LossReport.Form;
import org.bandung.exchange.rows.CsvTable;
import tools.jackson.databind.json.JsonMapper;

/// A loss report as a file: a table for people, JSON for programs.
public final class LossFile {

  private static final String FIELD = "field";
  private static final String RECORDS = "records";

  private LossFile() {}

  /// As JSON, in words that do not depend on a language.
  public static void json(LossReport report, OutputStream to) throws IOException {
    var forms = new LinkedHashMap<String, Integer>();
    for (var form : Form.values()) {
      forms.put(form.word(), report.count(form));
    }
    var fields = new ArrayList<Map<String, Object>>();
    report
        .records()
        .forEach((key, count) -> {
          var row = new LinkedHashMap<String, Object>();
          row.put(FIELD, key.field().word());
          row.put("where", key.where().word());
          row.put(RECORDS, count);
          fields.add(row);
        });
    var leftOut = new ArrayList<Map<String, Object>>();
    report.leftOut().forEach(l -> leftOut.add(Map.of("id", l.id(), "reason", l.reason().word())));
    var whole = new LinkedHashMap<String, Object>();
    whole.put("initiatives", forms);
    whole.put("fields", fields);
    whole.put("left-out-because", report.reasons());
    whole.put("left-out", leftOut);
    var text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    to.write(text.getBytes(StandardCharsets.UTF_8));
    to.write('\n');
  }

  /// As a table: what of it, which code, what became of it, in how many initiatives.
  public static void csv(LossReport report, String language, OutputStream to) {
    try (var table = CsvTable.download(to, List.of("part", "code", "name", "where", RECORDS))) {
      for (var form : Form.values()) {
        table.row(
            "initiatives", form.word(), LossReport.told(form, language), "", report.count(form));
      }
      report
          .records()
          .forEach((key, count) ->
              table.row(
                  FIELD,
                  key.field().word(),
                  LossReport.told(key.field(), language),
                  LossReport.told(key.where(), language),
                  count));
      report
          .reasons()
          .forEach((reason, count) ->
              table.row(
                  "left-out-because", reason, LossReport.toldReason(reason, language), "", count));
      report.leftOut().forEach(l -> table.row("left-out", l.id(), l.reason().word(), "", 1));
    }
  }
}
