package org.bandung.web.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bandung.reference.Reference;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.reports.NationalTemplate;
import org.bandung.statistics.reports.NationalTemplate.Item;
import org.bandung.web.figures.PlainTable.Cell;
import org.bandung.web.figures.PlainTable.Column;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// The groups A, B and C of the UNCTAD framework as a table that an agency can hand in.
@Component
final class UnctadTemplate {

  static final String ADDRESS = "/reports/unctad-template";

  private final Statistics statistics;
  private final Reference reference;

  UnctadTemplate(Statistics statistics, Reference reference) {
    this.statistics = statistics;
    this.reference = reference;
  }

  PlainReport of(PlainReport.Choice choice, Words words) {
    var country = choice.country();
    return new PlainReport(
        ADDRESS,
        words.text("template.heading"),
        choice,
        List.of(words.text("template.note"), words.text("template.blank")),
        words.text("reports.unconfirmed"),
        country == null ? null : table(choice, country, words),
        null);
  }

  private PlainTable table(PlainReport.Choice choice, String country, Words words) {
    var template =
        NationalTemplate.of(reference, country, choice.years(), choice.in(), statistics::ask);
    var columns = new ArrayList<Column>();
    columns.add(new Column("group", words.text("template.group"), false));
    columns.add(new Column("item", words.text("template.item"), false));
    columns.add(new Column("initiatives", words.text("template.initiatives"), true));
    columns.add(
        new Column(
            "amount_" + choice.in(),
            words.text("figures.in", words.text("template.amount"), choice.in()),
            true));
    columns.add(new Column("without_amount", words.text("template.without"), true));
    for (var unit : template.units()) {
      columns.add(new Column(unit, words.label("unit-of-quantity", unit), true));
    }
    return new PlainTable(
        columns, template.items().stream().map(i -> row(i, template.units(), words)).toList());
  }

  private static List<Cell> row(Item item, List<String> units, Words words) {
    var row = new ArrayList<Cell>();
    row.add(
        Cell.of(
            item.group().isEmpty()
                ? words.text("template.no-group")
                : words.label("unctad-group", item.group())));
    row.add(
        Cell.of(
            item.form().isEmpty()
                ? words.text("not-reported")
                : words.label("cooperation-form", item.form())));
    row.add(figure(item.initiatives(), words));
    row.add(figure(item.amount(), words));
    row.add(Cell.of(BigDecimal.valueOf(item.amount().cell().missing()), words, null, null));
    units.forEach(unit -> row.add(figure(item.quantities().get(unit), words)));
    return row;
  }

  private static Cell figure(
      NationalTemplate.@org.jspecify.annotations.Nullable Told told, Words words) {
    if (told == null) {
      return new Cell(null, null, null, null);
    }
    var measure = told.question().measure();
    var figure = measure.figure(told.cell());
    boolean unsure = told.cell().unsure();
    return Cell.of(
        figure.orElse(null),
        words,
        figure.isEmpty() ? null : FigureAddress.of(FigureAddress.RECORDS, told.question()),
        unsure
            ? words.text(
                "figures.range",
                words.decimal(measure.least(told.cell()).orElse(BigDecimal.ZERO)),
                words.decimal(measure.most(told.cell()).orElse(BigDecimal.ZERO)))
            : null);
  }
}
