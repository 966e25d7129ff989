package org.bandung.statistics.reports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.ShippedTable;
import org.bandung.statistics.reports.Report.Section;

/// The reports of the file `statistics/reports.csv`, in its order.
public final class ReportCatalogue {

  private final Map<String, Report> reports;

  private ReportCatalogue(Map<String, Report> reports) {
    this.reports = reports;
  }

  /// The shipped reports.
  public static ReportCatalogue shipped() {
    var heads = new LinkedHashMap<String, NamedCsvRecord>();
    var sections = new LinkedHashMap<String, List<Section>>();
    for (var row : ShippedTable.read("statistics/reports.csv")) {
      var code = row.getField("report");
      if (row.getField("section").isEmpty()) {
        heads.put(code, row);
      } else {
        sections
            .computeIfAbsent(code, k -> new ArrayList<>())
            .add(new Section(row.getField("section"), name(row), row.getField("question")));
      }
    }
    var reports = new LinkedHashMap<String, Report>();
    heads.forEach((code, head) ->
        reports.put(
            code,
            new Report(
                code,
                name(head),
                head.getField("certainty").equals("confirmed"),
                sections.getOrDefault(code, List.of()))));
    return new ReportCatalogue(reports);
  }

  private static LocalizedText name(NamedCsvRecord row) {
    var names = new TreeMap<String, String>();
    Messages.LANGUAGES.forEach(language -> names.put(language, row.getField(language)));
    return new LocalizedText(names);
  }

  /// All reports.
  public List<Report> all() {
    return List.copyOf(reports.values());
  }

  /// The report of that code.
  public Optional<Report> find(String code) {
    return Optional.ofNullable(reports.get(code));
  }
}
