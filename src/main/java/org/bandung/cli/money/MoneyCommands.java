package org.bandung.cli.money;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.bandung.cli.ImportVoice;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.ImportProgress;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.ImportSummary;
import org.bandung.exchange.rates.RateFormat;
import org.bandung.exchange.rates.RateImports;
import org.bandung.exchange.rates.RateImports.DeflatorWish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What money of other times and currencies is converted with: `import rates`, `import deflator`.
public final class MoneyCommands {

  private static final String SOURCE = "[a-z0-9][a-z0-9.-]{0,39}";

  private MoneyCommands() {}

  /// What is the same for both.
  static final class Options {

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL", descriptionKey = "parameter.inputs")
    List<String> inputs = List.of();

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE.csv", descriptionKey = "option.report")
    @Nullable Path report;

    @Option(names = "--json", descriptionKey = "option.import-json")
    boolean json;

    int run(
        Talk talk,
        CommandSpec spec,
        BiFunction<ImportRequest, ImportProgress, ImportSummary> imports) {
      if (report != null) {
        ImportVoice.reportable(talk, spec, report);
      }
      var request =
          new ImportRequest(inputs, dryRun, false, Optional.ofNullable(report), talk.language());
      var voice = new ImportVoice(talk, json);
      var summary = imports.apply(request, voice);
      voice.finished(summary);
      return summary.exitValue();
    }
  }

  private static ParameterException fault(
      Talk talk, CommandSpec spec, String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), talk.words(key, arguments));
  }

  /// `import rates`: exchange rates of central banks, of the Monetary Fund or of one's own.
  @Command(name = "rates")
  public static final class RatesIn implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Options options = new Options();

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.rates-format")
    String format = "auto";

    @Option(names = "--source", paramLabel = "KEY", descriptionKey = "option.rates-source")
    @Nullable String source;

    private final Rooms rooms;
    private final Talk talk;

    public RatesIn(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      var wanted = RateFormat.ofCode(format.toLowerCase(Locale.ROOT));
      if (wanted.isEmpty() && !format.equalsIgnoreCase("auto")) {
        var known = "auto, " + String.join(", ", RateFormat.codes());
        throw fault(talk, spec, "usage-fault.one-of", format, known);
      }
      if (source != null && !source.matches(SOURCE)) {
        throw fault(talk, spec, "usage-fault.rates-key", source);
      }
      return options.run(
          talk,
          spec,
          (request, voice) ->
              rooms
                  .open(RateImports.class)
                  .importRates(request, wanted, Optional.ofNullable(source), voice));
    }
  }

  /// `import deflator`: an index of prices by year, under a name.
  @Command(name = "deflator")
  public static final class DeflatorIn implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Options options = new Options();

    @Option(
        names = "--name",
        required = true,
        paramLabel = "KEY",
        descriptionKey = "option.deflator-name")
    String name = "";

    @Option(names = "--country", paramLabel = "ISO3", descriptionKey = "option.deflator-country")
    String country = "USA";

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "option.deflator-currency")
    String currency = "USD";

    @Option(names = "--source", paramLabel = "TEXT", descriptionKey = "option.deflator-source")
    @Nullable String source;

    private final Rooms rooms;
    private final Talk talk;

    public DeflatorIn(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      if (!name.matches(SOURCE)) {
        throw fault(talk, spec, "usage-fault.rates-key", name);
      }
      for (var code : List.of(country, currency)) {
        if (!code.matches("[A-Za-z]{3}")) {
          throw fault(talk, spec, "usage-fault.three-letters", code);
        }
      }
      var wish =
          new DeflatorWish(
              name,
              country.toUpperCase(Locale.ROOT),
              currency.toUpperCase(Locale.ROOT),
              Optional.ofNullable(source).filter(s -> !s.isBlank()));
      return options.run(
          talk,
          spec,
          (request, voice) -> rooms.open(RateImports.class).importDeflator(request, wish, voice));
    }
  }
}
