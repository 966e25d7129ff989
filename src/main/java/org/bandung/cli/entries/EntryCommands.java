package org.bandung.cli.entries;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bandung.access.Account;
import org.bandung.access.ApiTokens;
import org.bandung.access.ApiTokens.Verb;
import org.bandung.access.SignedIn;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.drafts.DraftRows;
import org.bandung.catalogue.drafts.DraftRows.Fate;
import org.bandung.catalogue.drafts.Drafts;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.EntryTables;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tables of what people seek and offer: `entries upload`, `entries template`.
public final class EntryCommands {

  private EntryCommands() {}

  /// The kind that a table is of.
  static final class Kind {

    @Option(
        names = "--kind",
        required = true,
        paramLabel = "KIND",
        descriptionKey = "option.row-kind")
    String code = "";

    EntryKind read(Talk talk, CommandSpec spec) {
      return EntryKind.ofCode(code)
          .filter(Drafts.KINDS::contains)
          .orElseThrow(() -> {
            var known =
                Drafts.KINDS.stream().map(EntryKind::code).collect(Collectors.joining(", "));
            return new ParameterException(
                spec.commandLine(), talk.words("usage-fault.one-of", code, known));
          });
    }
  }

  /// `entries template`: a table with the columns of a kind and no rows.
  @Command(name = "template")
  public static final class Template implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Mixin Kind kind = new Kind();

    private final Rooms rooms;
    private final Talk talk;

    public Template(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      var asked = kind.read(talk, spec);
      talk.out().println(rooms.open(EntryTables.class).header(asked));
    }
  }

  /// `entries upload FILE`: each good row becomes a draft of the body that the token acts for.
  @Command(name = "upload")
  public static final class Upload implements Callable<Integer> {

    private static final int SOME_REFUSED = 1;
    private static final int UNREADABLE = 2;
    private static final int NOT_ALLOWED = 77;
    private static final int LONGEST_TOKEN = 200;

    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.entries")
    Path file = Path.of("");

    @Mixin Kind kind = new Kind();

    @Option(names = "--token", paramLabel = "FILE", descriptionKey = "option.token")
    @Nullable Path tokenFile;

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    boolean dryRun;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    private final Rooms rooms;
    private final Talk talk;
    private final Messages notes = Messages.of("exchange");

    public Upload(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() throws IOException {
      var asked = kind.read(talk, spec);
      var word = word();
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw fault("usage-fault.table", file.toString());
      }
      return switch (rooms
          .open(SignedIn.class)
          .program(word, dryRun ? Verb.READ : Verb.WRITE, ApiTokens.Area.DRAFTS)) {
        case SignedIn.Program.NoToken() -> refused("entries.token");
        case SignedIn.Program.LacksScope(var needed) -> refused("entries.scope", needed);
        case SignedIn.Program.Acting(var account) -> take(account, asked);
      };
    }

    /// Read from a file or standard input: an argument would stand in the list of processes.
    private String word() throws IOException {
      try (var in = tokenFile == null ? System.in : Files.newInputStream(tokenFile)) {
        return new String(in.readNBytes(LONGEST_TOKEN), StandardCharsets.US_ASCII).strip();
      } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException e) {
        throw fault("usage-fault.token", String.valueOf(tokenFile));
      }
    }

    private ParameterException fault(String key, String argument) {
      return new ParameterException(spec.commandLine(), talk.words(key, argument));
    }

    private int refused(String key, Object... arguments) {
      talk.say(key, arguments);
      return NOT_ALLOWED;
    }

    private int take(Account account, EntryKind asked) throws IOException {
      EntryTables.Sheet sheet;
      try (InputStream in = Files.newInputStream(file)) {
        sheet = rooms.open(EntryTables.class).read(in, asked);
      }
      // A token acts for one body.
      var body = account.mandates().stream().map(m -> m.body().id()).findFirst().orElse("");
      var fates = rooms.open(DraftRows.class).take(account, body, sheet.entries(), !dryRun);
      if (fates.isEmpty()) {
        return refused("entries.not-allowed");
      }
      var told = sheet.told(fates.get().stream().map(Fate::code).toList());
      if (json) {
        told.forEach(row -> talk.out().println(Json.line(rendered(row))));
      } else {
        print(told);
      }
      sheet.remarks().forEach(n -> talk.err().println(told(n)));
      sheet.unreadable().ifPresent(n -> talk.say("entries.unreadable", file.toString(), told(n)));
      long good = told.stream().filter(EntryTables.Told::good).count();
      talk.say(dryRun ? "entries.would" : "entries.done", good, told.size() - good);
      if (sheet.unreadable().isPresent()) {
        return UNREADABLE;
      }
      return good == told.size() ? 0 : SOME_REFUSED;
    }

    private void print(List<EntryTables.Told> told) {
      var table =
          new Table(
              List.of(
                  talk.words("column.line"),
                  talk.words("column.title"),
                  talk.words("column.fate")));
      for (var row : told) {
        var why = row.notes().stream().map(this::told).collect(Collectors.joining(" "));
        var fate = talk.words("entries.fate." + row.fate());
        table.row(
            List.of(
                String.valueOf(row.line()), title(row), why.isEmpty() ? fate : fate + ": " + why));
      }
      table.print(talk);
    }

    private String title(EntryTables.Told row) {
      return row.title().flatMap(t -> t.in(talk.language())).map(t -> t.text()).orElse("");
    }

    private String told(Note note) {
      var key = "note." + note.code();
      var words =
          notes.has(key)
              ? notes.text(talk.language(), key, note.arguments().toArray())
              : note.code();
      return note.path().isEmpty() ? words : note.path() + ": " + words;
    }

    private Map<String, @Nullable Object> rendered(EntryTables.Told row) {
      var item = new LinkedHashMap<String, @Nullable Object>();
      item.put("line", row.line());
      item.put("title", row.title().orElse(null));
      item.put("fate", row.fate());
      item.put("notes", row.notes());
      return item;
    }
  }
}
