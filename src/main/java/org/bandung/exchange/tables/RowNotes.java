package org.bandung.exchange.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.exchange.files.Printable;
import org.bandung.kernel.Note;

/// What is to be said of one row: each remark once for each column and value.
final class RowNotes {

  private static final int MOST = 50;

  private final String record;
  private final TableGround ground;
  private final List<Note> notes = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  RowNotes(String record, TableGround ground) {
    this.record = Printable.of(record, 80);
    this.ground = ground;
  }

  void add(String code, String column, String... shown) {
    var arguments = new ArrayList<String>();
    for (var argument : shown) {
      arguments.add(argument.isBlank() ? "-" : Printable.of(argument, 80));
    }
    if (notes.size() < MOST && said.add(code + ' ' + column + ' ' + arguments)) {
      notes.add(new Note(1, record, ground.severity(code), code, column, arguments));
    }
  }

  List<Note> list() {
    return List.copyOf(notes);
  }
}
