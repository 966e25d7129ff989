package org.bandung.cli.funds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.funds.calls.CountryFacts;
import org.bandung.funds.rules.BookFault;
import org.bandung.funds.rules.BookReader;
import org.bandung.funds.rules.Eligibility;
import org.bandung.funds.rules.Facts;
import org.bandung.funds.rules.FactsReader;
import org.bandung.funds.rules.RuleBook;
import org.bandung.funds.rules.RuleWords;
import org.bandung.funds.rules.ShippedBooks;
import org.bandung.funds.rules.Value;
import org.bandung.funds.rules.Verdict;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `funds check PROPOSAL.json --rules NAME|FILE`: which rules hold, which do not, and why. Exit
/// value 1 if a binding rule refuses the proposal.
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "PROPOSAL.json", descriptionKey = "parameter.facts")
  Path file = Path.of("");

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "NAME|FILE",
      descriptionKey = "option.rules")
  String rules = "";

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public CheckCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var book = book();
    var facts =
        switch (FactsReader.read(text(file))) {
          case FactsReader.Read.Taken(var taken) -> whole(taken);
          case FactsReader.Read.Faulty(var faults) -> throw faulty(file.toString(), faults);
        };
    var verdicts = Eligibility.of(book, facts);
    var refusing = Eligibility.refusing(verdicts);
    var words = RuleWords.in(talk.language(), ZoneOffset.UTC);
    if (json) {
      talk.out().println(Json.line(answer(book, verdicts, words)));
    } else {
      print(verdicts, words);
      talk.say("funds.refusing", refusing.size());
    }
    return refusing.isEmpty() ? 0 : 1;
  }

  private RuleBook book() {
    var shipped = ShippedBooks.find(rules);
    if (shipped.isPresent()) {
      return shipped.get();
    }
    var path = path(rules);
    if (path == null || !Files.isRegularFile(path)) {
      throw new ParameterException(
          spec.commandLine(),
          talk.words("funds.no-rules", rules, String.join(", ", ShippedBooks.NAMES)));
    }
    return switch (BookReader.read(text(path))) {
      case BookReader.Read.Taken(var book) -> book;
      case BookReader.Read.Faulty(var faults) -> throw faulty(rules, faults);
    };
  }

  private static @Nullable Path path(String name) {
    try {
      return Path.of(name);
    } catch (java.nio.file.InvalidPathException e) {
      return null;
    }
  }

  private String text(Path path) {
    try {
      if (Files.isRegularFile(path)) {
        try (var in = Files.newInputStream(path)) {
          // One byte more than is taken, so that what is too long is told as such.
          var bytes = in.readNBytes(4 * BookReader.LONGEST + 1);
          return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
      }
    } catch (CharacterCodingException e) {
      throw new ParameterException(
          spec.commandLine(), talk.words("funds.no-utf8", path.toString()), e);
    } catch (IOException e) {
      // told below, as a file that is not there
    }
    throw new ParameterException(spec.commandLine(), talk.words("funds.no-file", path.toString()));
  }

  private ParameterException faulty(String name, List<BookFault> faults) {
    var words = RuleWords.in(talk.language(), ZoneOffset.UTC);
    var told = new StringBuilder(talk.words("funds.faulty", name));
    for (var f : faults) {
      var place = f.rule().isEmpty() ? f.field() : f.rule() + "/" + f.field();
      told.append("\n  ").append(place.isEmpty() ? "/" : place);
      if (f.position() > 0) {
        told.append(':').append(f.position());
      }
      told.append("  ").append(words.fault(f.code(), f.arguments()));
    }
    return new ParameterException(spec.commandLine(), told.toString());
  }

  /// What follows from what was told: now, and the status of the countries that day. What the file
  /// tells of them itself stays.
  private Facts whole(Facts told) {
    var facts = told;
    if (!told.told().containsKey("now")) {
      facts = facts.with("now", Value.of(Instant.now()));
    }
    if (!(told.told().get("countries") instanceof Value.Codes(var codes))
        || told.told().containsKey("countries_developing")) {
      return facts;
    }
    var day =
        facts.told().get("now") instanceof Value.Moment(var at)
            ? LocalDate.ofInstant(at, ZoneOffset.UTC)
            : LocalDate.now(ZoneOffset.UTC);
    var all = CountryFacts.with(facts, codes, day, rooms.open(Reference.class));
    for (var fact : told.told().entrySet()) {
      all = all.with(fact.getKey(), fact.getValue());
    }
    return all;
  }

  private void print(List<Verdict> verdicts, RuleWords words) {
    var table =
        new Table(
            List.of(
                talk.words("funds.rule"),
                talk.words("funds.outcome"),
                talk.words("funds.reason"),
                talk.words("funds.standing")));
    for (var v : verdicts) {
      var outcome =
          v.points() == null
              ? words.outcome(v.outcome())
              : v.points().toPlainString() + " / " + v.rule().points();
      table.row(
          List.of(v.rule().id(), outcome, words.reason(v), words.standing(v.rule().standing())));
    }
    table.print(talk);
  }

  private static Map<String, @Nullable Object> answer(
      RuleBook book, List<Verdict> verdicts, RuleWords words) {
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    for (var v : verdicts) {
      var row = new LinkedHashMap<String, @Nullable Object>();
      row.put("rule", v.rule().id());
      row.put("kind", v.rule().kind().name().toLowerCase(Locale.ROOT));
      row.put("outcome", v.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      row.put("refuses", v.refuses());
      row.put("points", v.points());
      row.put("asks", words.asks(v));
      row.put("reason", words.reason(v));
      row.put("missing", List.copyOf(v.missing()));
      row.put("standing", v.rule().standing().code());
      row.put("source", v.rule().source());
      rows.add(row);
    }
    var answer = new LinkedHashMap<String, @Nullable Object>();
    answer.put("rules", book.id());
    answer.put("version", book.version());
    answer.put("eligible", Eligibility.refusing(verdicts).isEmpty());
    answer.put("verdicts", rows);
    return answer;
  }
}
