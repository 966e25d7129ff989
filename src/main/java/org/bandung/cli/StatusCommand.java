package org.bandung.cli;

import java.util.List;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `status`: how much this node holds.
@Command(name = "status")
final class StatusCommand implements Runnable {

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  private final Rooms rooms;
  private final Talk talk;

  StatusCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var counts = rooms.open(Registry.class).counts(Reader.OPERATOR);
    if (json) {
      talk.out().println(Json.line(counts));
      return;
    }
    var table = new Table(List.of(talk.words("status.what"), talk.words("status.count")));
    row(table, "status.initiatives", counts.initiatives());
    row(table, "status.headline", counts.headline());
    row(table, "status.compilation-only", counts.compilationOnly());
    row(table, "status.south-south", counts.southSouth());
    var reference = rooms.open(Reference.class);
    counts
        .modalities()
        .forEach(m ->
            table.row(
                List.of(
                    "  " + reference.label("modality", m.code(), talk.language()),
                    String.valueOf(m.initiatives()))));
    row(table, "status.statements", counts.statements());
    row(table, "status.withdrawn", counts.withdrawn());
    row(table, "status.sources", counts.sources());
    table.row(
        List.of(
            talk.words("status.last-received"),
            counts.lastReceived().map(Object::toString).orElse("–")));
    table.print(talk);
  }

  private void row(Table table, String key, long count) {
    table.row(List.of(talk.words(key), String.valueOf(count)));
  }
}
