package org.bandung.exchange.tables;

import java.util.List;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.Period;

/// A mapping proposed for an unknown table, and what would become of its first rows.
///
/// @param mapping the proposed mapping as a file
/// @param read how many rows were looked at
/// @param notes on the file as a whole
/// @param unreadable why it could not be read to the end, if it could not
public record TableProposal(
    List<Column> columns,
    String mapping,
    List<Row> rows,
    int read,
    List<Note> notes,
    Optional<Note> unreadable) {

  public TableProposal {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /// Nothing could be looked at.
  public static TableProposal unreadable(Note why) {
    return new TableProposal(List.of(), "", List.of(), 0, List.of(), Optional.of(why));
  }

  /// What a column would become, and why.
  ///
  /// @param becomes such as `title` or `country: provider`; empty if nothing
  /// @param reason key of the message `reason.<reason>` in the bundle `exchange`
  /// @param example one of its values, shortened
  public record Column(
      String name, String becomes, String reason, List<String> arguments, String example) {
    public Column {
      arguments = List.copyOf(arguments);
    }
  }

  /// What would become of one row.
  ///
  /// @param modality code of the scheme `modality`; empty if the row would be refused
  public record Row(
      int line,
      LocalizedText title,
      Period period,
      List<Who> who,
      String modality,
      List<Note> notes) {
    public Row {
      who = List.copyOf(who);
      notes = List.copyOf(notes);
    }
  }

  /// A country in a role, by code or as reported.
  public record Who(String role, String country) {}
}
