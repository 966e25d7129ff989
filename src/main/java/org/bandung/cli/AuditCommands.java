package org.bandung.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.bandung.access.Audit;
import org.bandung.access.Audit.Verdict;
import org.bandung.access.AuditLine;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Outputs;
import org.bandung.cli.talk.Talk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The log of who did what for whom: `audit verify`, `audit export`.
final class AuditCommands {

  private AuditCommands() {}

  /// `audit`: what is done with it is said by the command below it.
  @Command(name = "audit")
  static final class Family implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw FamilyCommands.which(spec, "");
    }
  }

  /// `audit verify`: was any line altered, removed or reordered?
  @Command(name = "verify")
  static final class Verify implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--head", paramLabel = "HASH", descriptionKey = "option.audit-head")
    @Nullable String head;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    Verify(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      if (head != null && !head.matches("[0-9a-f]{64}")) {
        throw new ParameterException(
            spec.commandLine(), talk.words("usage-fault.audit-head", head));
      }
      var verdict = rooms.open(Audit.class).verify(Optional.ofNullable(head));
      if (json) {
        talk.out().println(Json.line(told(verdict)));
      } else {
        talk.say("audit." + word(verdict), arguments(verdict));
      }
      return verdict instanceof Verdict.Intact ? 0 : 1;
    }

    private static String word(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Intact intact -> "intact";
        case Verdict.Broken broken -> "broken";
        case Verdict.Shortened shortened -> "shortened";
      };
    }

    private static Object[] arguments(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Intact(long lines, String last) -> new Object[] {lines, last};
        case Verdict.Broken(long line) -> new Object[] {line};
        case Verdict.Shortened(long lines, String missing) -> new Object[] {lines, missing};
      };
    }

    private static Map<String, Object> told(Verdict verdict) {
      var told = new TreeMap<String, Object>(Map.of("verdict", word(verdict)));
      switch (verdict) {
        case Verdict.Intact(long lines, String last) -> {
          told.put("lines", lines);
          told.put("head", last);
        }
        case Verdict.Broken(long line) -> told.put("line", line);
        case Verdict.Shortened(long lines, String missing) -> {
          told.put("lines", lines);
          told.put("missing", missing);
        }
      }
      return told;
    }
  }

  /// `audit export`: every line as JSON, the oldest first.
  @Command(name = "export")
  static final class Export implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE|-", descriptionKey = "parameter.export-file")
    String file = "";

    @Option(names = "--replace", descriptionKey = "option.replace-file")
    boolean replace;

    private final Rooms rooms;
    private final Talk talk;

    Export(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() throws IOException {
      var audit = rooms.open(Audit.class);
      if (file.equals("-")) {
        audit.each(line -> talk.out().println(Json.line(told(line))));
        return 0;
      }
      var path = Path.of(file);
      Outputs.writable(talk, spec, path, replace);
      try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
        audit.each(line -> write(out, Json.line(told(line)) + "\n"));
      }
      return 0;
    }

    private static void write(Writer out, String text) {
      try {
        out.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Map<String, @Nullable Object> told(AuditLine line) {
      var told = new java.util.LinkedHashMap<String, @Nullable Object>();
      told.put("number", line.number());
      told.put("at", line.at().toString());
      told.put("account", line.deed().account());
      told.put("body", line.deed().body());
      told.put("action", line.deed().action());
      told.put("object", line.deed().object());
      told.put("detail", line.deed().detail());
      told.put("previous", line.previous());
      told.put("hash", line.hash());
      return told;
    }
  }
}
