package org.bandung.cli.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Outputs;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.iati.IatiExport;
import org.bandung.exchange.iati.LossFile;
import org.bandung.exchange.iati.LossReport;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.bandung.registry.published.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `export iati`: what is public as IATI 2.03, and what IATI cannot say.
@Command(name = "iati")
public final class IatiCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE|-", descriptionKey = "parameter.export-file")
  String file = "";

  @Option(names = "--source", paramLabel = "KEY", descriptionKey = "option.export-source")
  @Nullable String source;

  @Option(names = "--country", paramLabel = "COUNTRY", descriptionKey = "option.export-country")
  @Nullable String country;

  @Option(names = "--organisations", descriptionKey = "option.export-organisations")
  boolean organisations;

  @Option(names = "--loss", paramLabel = "FILE", descriptionKey = "option.export-loss")
  @Nullable Path loss;

  @Option(names = "--replace", descriptionKey = "option.replace-file")
  boolean replace;

  private final Rooms rooms;
  private final Talk talk;

  public IatiCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() throws IOException {
    if (!file.equals("-")) {
      Outputs.writable(talk, spec, Path.of(file), replace);
    }
    if (loss != null) {
      Outputs.writable(talk, spec, loss, replace);
      if (!isJson(loss) && !name(loss).endsWith(".csv")) {
        throw fault("usage-fault.one-of", loss.toString(), ".csv, .json");
      }
    }
    var selection = selection();
    try (var out = open()) {
      if (organisations) {
        int count = rooms.open(IatiExport.class).organisations(out);
        out.flush();
        talk.say("export.iati-organisations", count);
        return 0;
      }
      var report = rooms.open(IatiExport.class).activities(selection, out);
      out.flush();
      tell(report);
      keep(report);
    }
    return 0;
  }

  private Selection selection() {
    var wanted = Optional.ofNullable(source).filter(s -> !s.isBlank());
    if (wanted.isPresent()
        && rooms.open(Registry.class).findSource(Reader.PUBLIC, wanted.get()).isEmpty()) {
      throw fault("usage-fault.export-source", wanted.get());
    }
    return new Selection(wanted, Optional.ofNullable(country).map(this::country));
  }

  private CountryCode country(String text) {
    var reference = rooms.open(Reference.class);
    var upper = text.toUpperCase(Locale.ROOT);
    if (CountryCode.isWellFormed(upper)
        && reference.findCountry(new CountryCode(upper)).isPresent()) {
      return new CountryCode(upper);
    }
    if (reference.resolveCountry(text) instanceof CountryResolution.Found(var found)) {
      return found;
    }
    throw fault("usage-fault.country", text);
  }

  private OutputStream open() throws IOException {
    return file.equals("-")
        ? Outputs.kept(talk.out())
        : new BufferedOutputStream(Files.newOutputStream(Path.of(file)), 1 << 16);
  }

  private ParameterException fault(String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), talk.words(key, arguments));
  }

  /// To people, on standard error: the file may be on standard output.
  private void tell(LossReport report) {
    talk.say(
        "export.iati-done",
        report.count(LossReport.Form.ORIGINAL) + report.count(LossReport.Form.COMPOSED),
        report.count(LossReport.Form.ORIGINAL),
        report.count(LossReport.Form.COMPOSED),
        report.count(LossReport.Form.LEFT_OUT));
    var errors = new Talk(talk.err(), talk.err(), talk.language(), talk.terminal());
    if (!report.records().isEmpty()) {
      talk.say("export.iati-loss");
      var table = new Table(heading());
      report
          .records()
          .forEach((key, count) ->
              table.row(
                  List.of(
                      LossReport.told(key.field(), talk.language()),
                      LossReport.told(key.where(), talk.language()),
                      Integer.toString(count))));
      table.print(errors);
    }
    report
        .reasons()
        .forEach((reason, count) ->
            talk.say(
                "export.iati-left-out", count, LossReport.toldReason(reason, talk.language())));
  }

  private List<String> heading() {
    return List.of(
        talk.words("export.iati-field"),
        talk.words("export.iati-where"),
        talk.words("export.iati-records"));
  }

  private void keep(LossReport report) throws IOException {
    if (loss == null) {
      return;
    }
    try (var out = Files.newOutputStream(loss)) {
      if (isJson(loss)) {
        LossFile.json(report, out);
      } else {
        LossFile.csv(report, talk.language(), out);
      }
    }
  }

  private static boolean isJson(Path path) {
    return name(path).endsWith(".json");
  }

  private static String name(Path path) {
    return path.toString().toLowerCase(Locale.ROOT);
  }
}
