package org.bandung.exchange.tables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.catalogue.EntryKind;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.kernel.LocalizedText;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// What the columns of a table mean: which become which field, which are left out on purpose.
///
/// @param makes the kind of entry of the catalogue that a row becomes; else it becomes an
///   initiative
/// @param identity columns that together name a record for ever
/// @param ignored columns left out on purpose, with the reason
/// @param fingerprint changes whenever anything in the mapping changes
public record TableMapping(
    String name,
    Source source,
    TableFormat format,
    Optional<EntryKind> makes,
    List<String> identity,
    List<Rule> rules,
    Map<String, String> ignored,
    String fingerprint) {

  public TableMapping {
    identity = List.copyOf(identity);
    rules = List.copyOf(rules);
    ignored = Map.copyOf(ignored);
  }

  /// Whose voice the table is.
  ///
  /// @param publisherColumn where each record names its own publisher
  record Source(
      String channel,
      String publisher,
      LocalizedText name,
      Statement.Speaker speaker,
      @Nullable String publisherColumn,
      @Nullable String nameColumn) {}

  /// How a column becomes a field.
  ///
  /// @param column empty for a constant
  /// @param settings single words by name; `value` is what a constant says
  /// @param values translations of values; one that becomes empty is left out
  /// @param kinds translations of what stands in a companion column
  /// @param with companion columns: values at the same place belong together
  record Rule(
      TableField to,
      String column,
      Map<String, String> settings,
      Map<String, String> values,
      Map<String, String> kinds,
      Map<String, String> with,
      Map<String, String> prefixes,
      List<String> openEnd) {

    Rule {
      settings = Map.copyOf(settings);
      values = Map.copyOf(values);
      kinds = Map.copyOf(kinds);
      with = Map.copyOf(with);
      prefixes = Map.copyOf(prefixes);
      openEnd = List.copyOf(openEnd);
    }

    @Nullable String setting(String name) {
      return settings.get(name);
    }

    String setting(String name, String otherwise) {
      return settings.getOrDefault(name, otherwise);
    }
  }

  /// Through which channel its statements come.
  public String channel() {
    return source.channel();
  }

  /// The columns that the mapping speaks of, in their order, those that name a record first.
  public List<String> columns() {
    var columns = new LinkedHashSet<>(identity);
    for (var rule : rules) {
      columns.add(rule.column());
      columns.addAll(rule.with().values());
    }
    columns.remove("");
    return List.copyOf(columns);
  }

  /// All columns that the mapping speaks of and that a table must have.
  Set<String> needed() {
    var columns = new TreeSet<>(identity);
    for (var rule : rules) {
      if (!rule.column().isEmpty()) {
        columns.add(rule.column());
      }
      columns.addAll(rule.with().values());
    }
    if (source.publisherColumn() != null) {
      columns.add(source.publisherColumn());
    }
    if (source.nameColumn() != null) {
      columns.add(source.nameColumn());
    }
    return columns;
  }
}
