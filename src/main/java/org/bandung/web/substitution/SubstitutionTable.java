package org.bandung.web.substitution;

import java.util.ArrayList;
import java.util.List;
import org.bandung.economy.Shortlist.Candidate;
import org.bandung.economy.Substitutions.Found;
import org.bandung.economy.Substitutions.Opened;
import org.bandung.economy.Told;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;

/// The shortlist and its mirror as one row for each product and each who could supply it.
final class SubstitutionTable {

  private static final List<String> TERMS =
      List.of("advantage", "growth", "capacity", "distance", "language", "agreement", "presence");

  private SubstitutionTable() {}

  private static FlatTable begin(Basis basis, Words words) {
    var columns =
        new ArrayList<>(
            List.of(
                "dataset",
                "year",
                "unit",
                "south",
                "importer",
                "importer_name",
                "product",
                "from_north",
                "from_south",
                "sources",
                "exporter",
                "exporter_name",
                "score",
                "exports",
                "supplies",
                "advantage",
                "growth",
                "capacity",
                "distance_km",
                "languages",
                "agreements"));
    TERMS.forEach(t -> columns.add("term_" + t));
    TERMS.forEach(t -> columns.add("weight_" + t));
    return new FlatTable(
        columns,
        List.of(
            words.text("substitution.heading"), basis.sentence(), words.text("substitution.how")));
  }

  static FlatTable of(Found found, Basis basis, Words words) {
    var table = begin(basis, words);
    var list = found.shortlist();
    for (var item : list.items()) {
      for (var candidate : item.candidates()) {
        var row = row(found.told(), list.importer(), item.line().product(), words);
        row.add(item.line().north());
        row.add(item.line().south());
        row.add(item.line().partners());
        candidate(row, candidate.country(), candidate, words);
        table.row(row);
      }
    }
    return table;
  }

  static FlatTable of(Opened opened, Basis basis, Words words) {
    var table = begin(basis, words);
    for (var opening : opened.openings()) {
      var row = row(opened.told(), opening.importer(), opening.product(), words);
      row.add(opening.north());
      row.add(null);
      row.add(null);
      candidate(row, opened.exporter(), opening.exporter(), words);
      table.row(row);
    }
    return table;
  }

  private static List<@Nullable Object> row(
      Told told, String importer, String product, Words words) {
    return new ArrayList<>(
        List.of(
            told.dataset(),
            told.year(),
            told.unit(),
            told.south(),
            importer,
            words.country(importer),
            product));
  }

  private static void candidate(
      List<@Nullable Object> row, String exporter, Candidate of, Words words) {
    row.add(exporter);
    row.add(words.country(exporter));
    row.add(of.score());
    row.add(of.exports());
    row.add(of.supplies());
    row.add(of.advantage());
    row.add(FlatTable.told(of.growth()));
    row.add(of.capacity());
    row.add(FlatTable.told(of.ties().distanceKm()));
    row.add(String.join(" ", of.ties().languages()));
    row.add(String.join(" ", of.ties().agreements()));
    for (var name : TERMS) {
      row.add(
          of.terms().stream()
              .filter(t -> t.name().equals(name))
              .findFirst()
              .map(Candidate.Term::value)
              .orElse(null));
    }
    for (var name : TERMS) {
      row.add(
          of.terms().stream()
              .filter(t -> t.name().equals(name))
              .findFirst()
              .map(Candidate.Term::weight)
              .orElse(null));
    }
  }
}
