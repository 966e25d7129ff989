package org.bandung.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.Proposals;
import org.bandung.exchange.tables.TableProposal;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `propose`: a mapping for an unknown table, and what would become of its first rows.
@Command(name = "propose")
final class ProposeCommand implements Callable<Integer> {

  private static final int UNREADABLE = 2;
  private static final int EXISTS = 64;

  @Parameters(paramLabel = "FILE", descriptionKey = "parameter.table")
  String input = "";

  @Option(names = "--out", paramLabel = "MAPPING.yaml", descriptionKey = "option.out")
  @Nullable Path out;

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  private final Rooms rooms;
  private final Talk talk;
  private final Messages notes = Messages.of("exchange");

  ProposeCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() throws IOException {
    int exit = 0;
    for (var looked : rooms.open(Proposals.class).propose(input)) {
      if (json) {
        talk.out().println(Json.line(looked));
      } else {
        show(looked.file(), looked.proposal());
      }
      var why = looked.proposal().unreadable();
      if (why.isPresent()) {
        var told =
            notes.text(
                talk.language(), "note." + why.get().code(), why.get().arguments().toArray());
        talk.say("propose.unreadable", looked.file(), told);
        exit = UNREADABLE;
      }
      if (out != null && !looked.proposal().columns().isEmpty()) {
        exit = Math.max(exit, write(out, looked.proposal().mapping()));
      }
    }
    return exit;
  }

  /// Somebody's work on an earlier proposal is never written over.
  private int write(Path file, String mapping) {
    try {
      Files.writeString(file, mapping, StandardOpenOption.CREATE_NEW);
      talk.say("propose.written", file.toString());
      return 0;
    } catch (FileAlreadyExistsException e) {
      talk.say("propose.exists", file.toString());
      return EXISTS;
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private void show(String file, TableProposal proposal) {
    if (proposal.columns().isEmpty()) {
      return;
    }
    talk.say("propose.read", file, proposal.read());
    var columns = table("column", "becomes", "reason");
    for (var column : proposal.columns()) {
      var reason =
          notes.text(talk.language(), "reason." + column.reason(), column.arguments().toArray());
      columns.row(List.of(column.name(), column.becomes(), reason));
    }
    columns.print(talk);
    talk.out().println();
    var rows = table("line", "title", "period", "who", "modality", "noted");
    for (var row : proposal.rows()) {
      var who = row.who().stream().map(w -> w.role() + " " + w.country()).limit(12).toList();
      rows.row(
          List.of(
              String.valueOf(row.line()),
              row.title().in(talk.language()).map(t -> t.text()).orElse(""),
              period(row.period()),
              String.join(", ", who),
              row.modality(),
              String.valueOf(row.notes().size())));
    }
    rows.print(talk);
    talk.out().println();
    if (out == null) {
      talk.out().print(proposal.mapping());
    }
  }

  private static String period(Period period) {
    var end = period.ongoing() ? "…" : period.end() == null ? "" : period.end().toString();
    var start = period.start() == null ? "" : period.start().toString();
    return end.isEmpty() ? start : start + " – " + end;
  }

  private Table table(String... columns) {
    return new Table(List.of(columns).stream().map(c -> talk.words("column." + c)).toList());
  }
}
