package org.bandung.cli.economy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.Answers;
import org.bandung.economy.Shortlist;
import org.bandung.economy.Substitutions;
import org.bandung.economy.Substitutions.Found;
import org.bandung.economy.Substitutions.Opened;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy substitution COUNTRY`: what it buys from the North that the South exports well;
/// `--mirror` where the South buys from the North what it exports well.
@Command(name = "substitution")
public final class SubstitutionCommand implements Callable<Integer> {

  @Parameters(paramLabel = "COUNTRY", descriptionKey = "parameter.country")
  String named = "";

  @Option(names = "--product", paramLabel = "CODE", descriptionKey = "option.product-code")
  String product = "";

  @Option(names = "--growing", descriptionKey = "option.growing")
  boolean growing;

  @Option(names = "--candidates", paramLabel = "N", descriptionKey = "option.candidates")
  int candidates = 3;

  @Option(names = "--exporter", paramLabel = "COUNTRY", descriptionKey = "option.exporter")
  String exporter = "";

  @Option(names = "--mirror", descriptionKey = "option.mirror")
  boolean mirror;

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public SubstitutionCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    var country = question.country(spec, rooms, talk, named);
    if (candidates < 1 || candidates > 300) {
      throw CountryQuestion.fault(spec, talk, "economy.no-limit", candidates);
    }
    var service = rooms.open(Substitutions.class);
    if (mirror) {
      var opened = service.openings(country, product, wish, question.limit);
      return question.answer(spec, talk, opened, this::tell);
    }
    var only = exporter.isEmpty() ? "" : question.country(spec, rooms, talk, exporter);
    var size = new Shortlist.Wish(growing, only, question.limit, candidates);
    var found = service.of(country, product, wish, size);
    return question.answer(spec, talk, found, this::tell);
  }

  private void tell(Opened opened) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(opened));
      return;
    }
    CountryQuestion.about(talk, opened.told());
    var table = new Table(List.of("importer", "product", "from-north", "score", "supplies"));
    for (var opening : opened.openings()) {
      table.row(
          List.of(
              opening.importer(),
              opening.product(),
              CountryQuestion.amount(opening.north()),
              CountryQuestion.share(OptionalDouble.of(opening.exporter().score())),
              CountryQuestion.amount(opening.exporter().supplies())));
    }
    table.print(talk);
  }

  private void tell(Found found) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(found));
      return;
    }
    CountryQuestion.about(talk, found.told());
    var table =
        new Table(
            List.of(
                "product",
                "from-north",
                "candidate",
                "score",
                "advantage",
                "growth",
                "capacity",
                "km",
                "supplies"));
    for (var item : found.shortlist().items()) {
      for (var candidate : item.candidates()) {
        table.row(
            List.of(
                item.line().product(),
                CountryQuestion.amount(item.line().north()),
                candidate.country(),
                CountryQuestion.share(OptionalDouble.of(candidate.score())),
                CountryQuestion.number(OptionalDouble.of(candidate.advantage())),
                CountryQuestion.share(candidate.growth()),
                CountryQuestion.number(OptionalDouble.of(candidate.capacity())),
                CountryQuestion.amount(candidate.ties().distanceKm()),
                CountryQuestion.amount(candidate.supplies())));
      }
    }
    table.print(talk);
  }
}
