package org.bandung.cli;

import java.util.List;
import java.util.function.Function;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Pages;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import picocli.CommandLine.Option;

/// The options of every list.
final class Listing {

  private static final int USUAL = 50;

  @Option(names = "--limit", paramLabel = "N", descriptionKey = "option.limit")
  int limit = USUAL;

  @Option(names = "--all", descriptionKey = "option.all")
  boolean all;

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  /// Prints the items as JSON or as a table.
  ///
  /// @param columns keys `column.<name>` of the headings
  <T> void print(
      Talk talk,
      Pages<T> items,
      Function<T, ?> rendering,
      List<String> columns,
      Function<T, List<String>> row) {
    if (json) {
      Json.array(talk, items.rendered(rendering));
      return;
    }
    var table = new Table(columns.stream().map(c -> talk.words("column." + c)).toList());
    items.forEachRemaining(item -> table.row(row.apply(item)));
    table.print(talk);
    if (items.cutShort()) {
      talk.say("list.more");
    }
  }

  /// How many items at most.
  long most() {
    return all ? Long.MAX_VALUE : Math.max(limit, 0);
  }
}
