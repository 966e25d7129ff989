package org.bandung.cli.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bandung.cli.ImportVoice;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.exchange.ImportRequest;
import org.bandung.exchange.observations.ObservationImports;
import org.bandung.exchange.observations.ObservationMapping;
import org.bandung.exchange.observations.ObservationMappings;
import org.bandung.observations.Dataset;
import org.bandung.observations.LoadedFile.OddCode;
import org.bandung.observations.Observations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Imported series: `import observations`, `list observations`.
public final class ObservationCommands {

  private static final int FAULTY_MAPPING = 64;

  private ObservationCommands() {}

  /// `import observations`: tables of trade, tariffs, debt and macro data through a mapping.
  @Command(name = "observations")
  public static final class In implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL", descriptionKey = "parameter.inputs")
    List<String> inputs = List.of();

    @Option(
        names = "--mapping",
        required = true,
        paramLabel = "NAME|FILE",
        descriptionKey = "option.observations-mapping")
    String mapping = "";

    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    boolean dryRun;

    @Option(names = "--report", paramLabel = "FILE.csv", descriptionKey = "option.report")
    @Nullable Path report;

    @Option(names = "--json", descriptionKey = "option.import-json")
    boolean json;

    @Spec CommandSpec spec = CommandSpec.create();

    private final Rooms rooms;
    private final Talk talk;

    public In(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      var found = ObservationMappings.find(mapping);
      found.faults().forEach(f -> talk.err().println(f.told(talk.language())));
      return found.mapping().map(this::run).orElse(FAULTY_MAPPING);
    }

    private int run(ObservationMapping read) {
      if (report != null) {
        ImportVoice.reportable(talk, spec, report);
      }
      var request =
          new ImportRequest(inputs, dryRun, false, Optional.ofNullable(report), talk.language());
      var voice = new ImportVoice(talk, json);
      var outcome = rooms.open(ObservationImports.class).importObservations(request, read, voice);
      voice.finished(outcome.summary());
      outcome.remarks().forEach(r -> voice.remark(r.file(), r.note()));
      return outcome.summary().exitValue();
    }
  }

  /// `list observations`: which series there are, what they cover and where they came from.
  @Command(name = "observations")
  public static final class Lists implements Runnable {

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    public Lists(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      var observations = rooms.open(Observations.class);
      var datasets = observations.datasets();
      if (json) {
        Json.array(talk, datasets.stream().map(d -> rendered(observations, d)).iterator());
        return;
      }
      var columns =
          List.of(
              "code",
              "years",
              "observations",
              "reporters",
              "unit",
              "nomenclature",
              "files",
              "name");
      var table = new Table(columns.stream().map(c -> talk.words("column." + c)).toList());
      for (var d : datasets) {
        table.row(
            List.of(
                d.code(),
                years(d),
                String.valueOf(d.rows()),
                String.valueOf(d.reporters()),
                d.unit(),
                d.nomenclature(),
                String.valueOf(d.files().size()),
                d.name(talk.language())));
      }
      table.print(talk);
      if (datasets.isEmpty()) {
        talk.say("list.no-observations", String.join(", ", ObservationMappings.SHIPPED));
      }
    }

    private static String years(Dataset d) {
      if (!d.yearKnown()) {
        return "-";
      }
      return d.firstYear() == d.lastYear()
          ? String.valueOf(d.firstYear())
          : d.firstYear() + "-" + d.lastYear();
    }

    private static Map<String, Object> rendered(Observations observations, Dataset dataset) {
      var item = new LinkedHashMap<String, Object>();
      item.put("code", dataset.code());
      item.put("name", dataset.about().name());
      item.put("unit", dataset.unit());
      item.put("quantityUnit", dataset.about().quantityUnit());
      item.put("nomenclature", dataset.nomenclature());
      item.put("source", dataset.about().source());
      item.put("licence", dataset.about().licence());
      item.put("firstYear", dataset.firstYear());
      item.put("lastYear", dataset.lastYear());
      item.put("observations", dataset.rows());
      item.put("reporters", dataset.reporters());
      item.put("series", dataset.series());
      item.put("coverage", counted(observations, dataset));
      item.put("oddCodes", observations.codes(dataset.code()).stream().map(Lists::odd).toList());
      item.put("files", dataset.files().stream().map(Lists::file).toList());
      return item;
    }

    private static List<Map<String, Object>> counted(Observations observations, Dataset dataset) {
      var years = new ArrayList<Map<String, Object>>();
      observations
          .coverage(dataset.code())
          .reporters()
          .forEach((year, reporters) -> years.add(Map.of("year", year, "reporters", reporters)));
      return years;
    }

    private static Map<String, Object> odd(Map.Entry<String, OddCode> entry) {
      var item = new LinkedHashMap<String, Object>();
      item.put("file", entry.getKey());
      item.put("code", entry.getValue().code());
      item.put("meaning", entry.getValue().meaning());
      item.put("taken", entry.getValue().taken());
      item.put("times", entry.getValue().times());
      return item;
    }

    private static Map<String, Object> file(Dataset.Load load) {
      var item = new LinkedHashMap<String, Object>();
      item.put("file", load.file());
      item.put("sha256", load.sha256());
      item.put("mapping", load.mapping());
      item.put("at", load.at().toString());
      item.put("kept", load.kept());
      item.put("refused", load.refused());
      item.put("leftOut", load.leftOut());
      item.put("observations", load.observations());
      item.put("replaced", load.replaced());
      return item;
    }
  }
}
