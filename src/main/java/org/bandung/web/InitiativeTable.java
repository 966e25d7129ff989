package org.bandung.web;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bandung.exchange.rows.CsvTable;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.said.Role;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// Initiatives as CSV: codes and beside them names, one row each, safe to open in a spreadsheet.
final class InitiativeTable implements AutoCloseable {

  private static final String SEPARATOR = "; ";

  private final CsvTable csv;
  private final Words words;

  InitiativeTable(OutputStream out, Words words) {
    this.csv = CsvTable.download(out, header());
    this.words = words;
  }

  private static List<String> header() {
    var names = new ArrayList<>(List.of("id", "original_id", "title", "title_language"));
    names.addAll(List.of("modality", "modality_name", "scope", "start", "end", "ongoing"));
    for (var role : Role.values()) {
      names.add(role.code() + "_countries");
      names.add(role.code() + "_country_names");
    }
    names.addAll(List.of("sectors", "sector_names", "sources", "compilation_only"));
    return names;
  }

  void write(List<InitiativePage.Summary> items) {
    for (var item : items) {
      csv.row(cells(item).toArray());
    }
  }

  private List<String> cells(InitiativePage.Summary item) {
    var title = item.title().in(words.language());
    var cells = new ArrayList<String>();
    cells.add(item.id());
    cells.add(item.originalId());
    cells.add(title.map(t -> t.text()).orElse(""));
    cells.add(title.map(t -> t.language()).orElse(""));
    cells.add(item.modality());
    cells.add(words.modality(item.modality()));
    cells.add(item.scope().orElse(""));
    cells.add(text(item.period().start()));
    cells.add(text(item.period().end()));
    cells.add(Boolean.toString(item.period().ongoing()));
    for (var role : Role.values()) {
      cells.add(countries(item, role, CountryCode::alpha3));
      cells.add(countries(item, role, words::country));
    }
    cells.add(String.join(SEPARATOR, item.sectors()));
    cells.add(item.sectors().stream().map(words::sector).collect(Collectors.joining(SEPARATOR)));
    cells.add(String.join(SEPARATOR, item.sources()));
    cells.add(Boolean.toString(item.compilationOnly()));
    return cells;
  }

  private static String countries(
      InitiativePage.Summary item, Role role, Function<CountryCode, String> as) {
    return item.countries().stream()
        .filter(c -> c.role() == role)
        .map(c -> as.apply(c.country()))
        .distinct()
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String text(@Nullable Object date) {
    return date == null ? "" : date.toString();
  }

  @Override
  public void close() {
    csv.close();
  }
}
