package org.bandung.cli;

import java.nio.file.Path;
import java.util.List;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Outputs;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportSummary;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import picocli.CommandLine.Model.CommandSpec;

/// Tells how an import goes: progress on standard error, what became of it on standard output.
public final class ImportVoice implements ImportProgress {

  private static final double SELDOM = 5;
  private static final double OFTEN = 0.2;
  private static final int COLUMNS = 20;
  private static final int REFUSALS = 10;

  private final Talk talk;
  private final boolean json;
  private final Messages notes = Messages.of("exchange");
  private int refused;
  private double lastSaid;
  private boolean lineOpen;

  public ImportVoice(Talk talk, boolean json) {
    this.talk = talk;
    this.json = json;
  }

  /// Refuses a report that cannot be written, before anything is imported.
  public static void reportable(Talk talk, CommandSpec spec, Path report) {
    Outputs.writable(talk, spec, report, true);
  }

  @Override
  public synchronized void at(Step step) {
    boolean person = talk.terminal().err();
    if (step.seconds() - lastSaid < (person ? OFTEN : SELDOM)) {
      return;
    }
    lastSaid = step.seconds();
    var words = told(step);
    if (person) {
      talk.err().print("\r\u001b[K" + words);
      talk.err().flush();
      lineOpen = true;
    } else {
      talk.err().println(words);
    }
  }

  private String told(Step step) {
    long rate = Math.round(step.records() / Math.max(step.seconds(), 0.001));
    if (step.bytesTotal() <= 0 || step.bytesDone() <= 0) {
      return talk.words("import.progress", step.records(), rate);
    }
    double share = Math.min(1, (double) step.bytesDone() / step.bytesTotal());
    long left = Math.round(step.seconds() / share * (1 - share));
    return talk.words(
        "import.progress-left", step.records(), rate, Math.round(share * 100), duration(left));
  }

  private static String duration(long seconds) {
    return seconds >= 3600
        ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
        : "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  @Override
  public synchronized void fileDone(ImportSummary.File file) {
    if (json) {
      closeLine();
      talk.out().println(Json.line(file));
      talk.out().flush();
    }
  }

  /// The first refusals are told at once, so that nobody has to repeat an import to learn why.
  @Override
  public synchronized void refused(String file, Note why) {
    refused++;
    if (refused <= REFUSALS) {
      closeLine();
      talk.say(
          "import.refused", file, String.valueOf(why.line()), told(why.code(), why.arguments()));
    }
  }

  /// Tells a remark on a file as a whole.
  public synchronized void remark(String file, Note note) {
    closeLine();
    talk.say("import.remark", file, told(note.code(), note.arguments()));
  }

  private String told(String code, List<String> arguments) {
    var key = "note." + code;
    return notes.has(key)
        ? notes.text(talk.language(), key, arguments.toArray())
        : code + " " + String.join(" ", arguments);
  }

  private void closeLine() {
    if (lineOpen) {
      talk.err().print("\r\u001b[K");
      talk.err().flush();
      lineOpen = false;
    }
  }

  /// Says what became of all.
  public synchronized void finished(ImportSummary summary) {
    closeLine();
    if (refused > REFUSALS) {
      talk.say("import.refused-more", refused - REFUSALS);
    }
    for (var file : summary.unreadable()) {
      talk.say("import.unreadable", file.file(), told(file.code(), file.arguments()));
    }
    if (!json) {
      table(summary);
    }
    for (var left : summary.unmapped()) {
      talk.say("import.unmapped", left.file(), left.columns().size(), listed(left.columns()));
    }
    if (summary.withdrawn() > 0) {
      talk.say(
          summary.dryRun() ? "import.would-withdraw" : "import.withdrawn", summary.withdrawn());
    }
    if (summary.withdrawalHeld()) {
      talk.say("import.withdrawal-held");
    }
    if (summary.dryRun()) {
      talk.say("import.dry-run");
    }
  }

  private static String listed(List<String> columns) {
    var shown = String.join(", ", columns.subList(0, Math.min(COLUMNS, columns.size())));
    return columns.size() > COLUMNS ? shown + ", …" : shown;
  }

  private void table(ImportSummary summary) {
    var table =
        new Table(
            List.of(
                    "file",
                    "read",
                    "created",
                    "updated",
                    "unchanged",
                    "refused",
                    "noted",
                    "seconds")
                .stream()
                .map(c -> talk.words("column." + c))
                .toList());
    summary.files().forEach(f -> table.row(row(f)));
    if (summary.files().size() > 1) {
      table.row(row(total(summary)));
    }
    table.print(talk);
  }

  private ImportSummary.File total(ImportSummary summary) {
    var files = summary.files();
    return new ImportSummary.File(
        talk.words("import.total"),
        files.stream().mapToInt(ImportSummary.File::read).sum(),
        files.stream().mapToInt(ImportSummary.File::created).sum(),
        files.stream().mapToInt(ImportSummary.File::updated).sum(),
        files.stream().mapToInt(ImportSummary.File::unchanged).sum(),
        files.stream().mapToInt(ImportSummary.File::refused).sum(),
        files.stream().mapToInt(ImportSummary.File::noted).sum(),
        summary.seconds());
  }

  private static List<String> row(ImportSummary.File f) {
    return List.of(
        f.file(),
        String.valueOf(f.read()),
        String.valueOf(f.created()),
        String.valueOf(f.updated()),
        String.valueOf(f.unchanged()),
        String.valueOf(f.refused()),
        String.valueOf(f.noted()),
        String.format(java.util.Locale.ROOT, "%.1f", f.seconds()));
  }
}
