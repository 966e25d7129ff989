package org.bandung.cli.economy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.structure.Potentials;
import org.bandung.economy.structure.Potentials.Found;
import org.bandung.economy.structure.StructureAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy potential COUNTRY`: what it could sell where, each term shown; `--markets south` only
/// there.
@Command(name = "potential")
public final class PotentialCommand implements Callable<Integer> {

  private static final List<String> MARKETS = List.of("", "south", "north");

  @Parameters(paramLabel = "COUNTRY", descriptionKey = "parameter.country")
  String named = "";

  @Option(names = "--markets", paramLabel = "SIDE", descriptionKey = "option.markets")
  String markets = "";

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public PotentialCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    var country = question.country(spec, rooms, talk, named);
    if (!MARKETS.contains(markets)) {
      throw CountryQuestion.fault(spec, talk, "usage-fault.one-of", markets, "south, north");
    }
    var found = rooms.open(Potentials.class).of(country, markets, wish, question.limit);
    return question.answer(spec, talk, found, this::tell);
  }

  private void tell(Found found) {
    if (question.json) {
      CountryQuestion.print(talk, StructureAnswers.of(found, question.limit));
      return;
    }
    CountryQuestion.about(talk, found.told());
    var table =
        new Table(
            List.of(
                "importer", "product", "supply", "demand", "ease", "potential", "actual", "left"));
    for (var line : found.found().lines()) {
      table.row(
          List.of(
              line.importer(),
              line.product(),
              CountryQuestion.share(OptionalDouble.of(line.supply())),
              CountryQuestion.amount(line.demand()),
              CountryQuestion.number(OptionalDouble.of(line.ease())),
              CountryQuestion.amount(line.potential()),
              CountryQuestion.amount(line.actual()),
              CountryQuestion.amount(line.unrealised())));
    }
    table.print(talk);
  }
}
