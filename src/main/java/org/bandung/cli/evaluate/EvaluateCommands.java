package org.bandung.cli.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.finder.FinderEvaluation;
import org.bandung.finder.FinderReport;
import org.bandung.kernel.Reader;
import org.bandung.linkage.Interval;
import org.bandung.linkage.LinkEvaluation;
import org.bandung.linkage.LinkReport;
import org.bandung.linkage.learned.PairFile;
import org.bandung.linkage.learned.PairsEvaluation;
import org.bandung.search.Search;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measurements: `evaluate finder`, `evaluate pairs`, `evaluate links`.
public final class EvaluateCommands {

  private EvaluateCommands() {}

  /// `evaluate`: what is evaluated is said by the command below it.
  @Command(name = "evaluate")
  public static final class Family implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      var names = String.join(" | ", spec.commandLine().getSubcommands().keySet());
      throw new ParameterException(spec.commandLine(), spec.name() + " " + names);
    }
  }

  /// `evaluate finder`: replays history.
  @Command(name = "finder")
  public static final class Finder implements Runnable {

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    public Finder(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      rooms.open(Search.class).catchUp();
      var report = rooms.open(FinderEvaluation.class).replay(Reader.OPERATOR);
      if (json) {
        talk.out().println(Json.line(report));
        return;
      }
      var table =
          new Table(
              List.of(
                  "set",
                  "ranker",
                  "records",
                  "questions",
                  "MRR",
                  "Recall@5",
                  "Recall@10",
                  "nDCG@10"));
      for (var line : report.lines()) {
        table.row(
            List.of(
                line.group(),
                line.ranker(),
                String.valueOf(line.records()),
                String.valueOf(line.questions()),
                figure(line.mrr()),
                figure(line.recall5()),
                figure(line.recall10()),
                figure(line.ndcg10())));
      }
      table.print(talk);
      talk.out().println();
      var exposure = new Table(List.of("countries", "answers", "finder", "popularity"));
      for (var one : report.exposures()) {
        exposure.row(
            List.of(
                one.group(), share(one.answers()), share(one.proposed()), share(one.popular())));
      }
      exposure.print(talk);
      talk.out().println();
      report
          .file()
          .forEach((term, weight) ->
              talk.out().println("%s,%.4f".formatted(term, weight).replace(" ", "")));
    }

    private static String figure(FinderReport.Figure figure) {
      return "%.3f (%.3f-%.3f)".formatted(figure.mean(), figure.low(), figure.high());
    }
  }

  /// `evaluate pairs`: learns on labelled pairs of records and counts on others.
  @Command(name = "pairs")
  public static final class Pairs implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--train",
        required = true,
        paramLabel = "FILE",
        descriptionKey = "option.train")
    Path train = Path.of("");

    @Option(names = "--valid", paramLabel = "FILE", descriptionKey = "option.valid")
    @Nullable Path valid;

    @Option(names = "--test", required = true, paramLabel = "FILE", descriptionKey = "option.test")
    Path test = Path.of("");

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Talk talk;

    public Pairs(Talk talk) {
      this.talk = talk;
    }

    @Override
    public void run() {
      var trained = read(train);
      var chosen = valid == null ? List.<PairFile.Pair>of() : read(valid);
      var tested = read(test);
      if (trained.stream().map(PairFile.Pair::same).distinct().count() < 2) {
        throw fault("usage-fault.pairs-labels", train);
      }
      var result = PairsEvaluation.evaluate(trained, chosen, tested);
      if (json) {
        talk.out().println(Json.line(result));
        return;
      }
      var table =
          new Table(List.of("precision", "recall", "f1", "threshold", "found", "same", "pairs"));
      table.row(
          List.of(
              share(result.precision()),
              share(result.recall()),
              share(result.f1()),
              share(result.threshold()),
              String.valueOf(result.found()),
              String.valueOf(result.same()),
              String.valueOf(result.tested())));
      table.print(talk);
    }

    private List<PairFile.Pair> read(Path file) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw fault("usage-fault.pairs", file);
      }
      try {
        var content = PairFile.read(file);
        if (content.pairs().isEmpty()) {
          throw fault("usage-fault.pairs", file);
        }
        if (!content.skipped().isEmpty()) {
          var lines =
              content.skipped().stream().map(String::valueOf).collect(Collectors.joining(", "));
          talk.say("evaluate.skipped", file.toString(), content.skipped().size(), lines);
        }
        return content.pairs();
      } catch (IOException e) {
        throw fault("usage-fault.pairs", file);
      }
    }

    private ParameterException fault(String key, Path file) {
      return new ParameterException(spec.commandLine(), talk.words(key, file.toString()));
    }
  }

  /// `evaluate links`: links what this node holds, with the truth hidden, and records told again.
  @Command(name = "links")
  public static final class Links implements Runnable {

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    public Links(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      var report = rooms.open(LinkEvaluation.class).evaluate(Reader.OPERATOR);
      if (json) {
        talk.out().println(Json.line(report));
      } else {
        print(report);
      }
    }

    private void print(LinkReport report) {
      var table =
          new Table(
              List.of(
                  "set",
                  "right",
                  "records",
                  "pairs",
                  "precision",
                  "recall",
                  "F",
                  "proposed",
                  "to look at each",
                  "unsure",
                  "taken for same"));
      for (var line : report.lines()) {
        table.row(
            List.of(
                line.set(),
                line.expected(),
                String.valueOf(line.records()),
                String.valueOf(line.pairs()),
                interval(line.precision()),
                interval(line.recall()),
                interval(line.f1()),
                interval(line.proposed()),
                "%.2f".formatted(line.looked()),
                interval(line.unsure()),
                interval(line.takenForSame())));
      }
      table.print(talk);
      talk.out().println();
      talk.out()
          .println(report.statements() + " statements, to look at " + interval(report.looked()));
      talk.out().println();
      var sources = new Table(List.of("source", "source", "same", "part of", "related", "unsure"));
      for (var one : report.sources()) {
        sources.row(
            List.of(
                one.left(),
                one.right(),
                String.valueOf(one.same()),
                String.valueOf(one.partOf()),
                String.valueOf(one.related()),
                String.valueOf(one.unsure())));
      }
      sources.print(talk);
    }

    private static String interval(Interval of) {
      return "%.3f (%.3f-%.3f)".formatted(of.value(), of.low(), of.high());
    }
  }

  private static String share(double value) {
    return "%.3f".formatted(value);
  }
}
