package org.bandung.cli.economy;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.structure.CountryStructure;
import org.bandung.economy.structure.CountryStructure.Kind;
import org.bandung.economy.structure.CountryStructures;
import org.bandung.economy.structure.FoodTrade;
import org.bandung.economy.structure.StructureAnswers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy structure COUNTRY`: how its exports are made up, in what it has an advantage, which
/// products lie nearest, how far it feeds itself.
@Command(name = "structure")
public final class StructureCommand implements Callable<Integer> {

  @Parameters(paramLabel = "COUNTRY", descriptionKey = "parameter.country")
  String named = "";

  @Option(
      names = "--food-production",
      paramLabel = "VALUE",
      descriptionKey = "option.food-production")
  @Nullable Double production;

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public StructureCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    var country = question.country(spec, rooms, talk, named);
    var made = production;
    if (made != null && !(made >= 0 && made <= FoodTrade.MOST_PRODUCTION)) {
      throw CountryQuestion.fault(spec, talk, "economy.no-production", made);
    }
    var stated = made == null ? OptionalDouble.empty() : OptionalDouble.of(made);
    var found = rooms.open(CountryStructures.class).of(country, wish, stated);
    return question.answer(spec, talk, found, this::tell);
  }

  private void tell(CountryStructure structure) {
    if (question.json) {
      CountryQuestion.print(talk, StructureAnswers.of(structure, question.limit));
      return;
    }
    CountryQuestion.about(talk, structure.told());
    talk.say("economy.compared", structure.countries(), structure.products());
    measures(structure);
    var lines = new Table(List.of("product", "exports", "rca", "symmetric", "of-world", "rank"));
    structure.lines().stream()
        .limit(question.limit)
        .forEach(l ->
            lines.row(
                List.of(
                    l.product(),
                    CountryQuestion.amount(l.value()),
                    CountryQuestion.number(OptionalDouble.of(l.balassa())),
                    CountryQuestion.number(OptionalDouble.of(l.symmetric())),
                    CountryQuestion.share(OptionalDouble.of(l.ofWorld())),
                    rank(l.kind().rank()))));
    talk.out().println();
    lines.print(talk);
    var next = new Table(List.of("next", "distance", "exports", "rca", "rank", "ubiquity"));
    structure.next().stream()
        .limit(question.limit)
        .forEach(n ->
            next.row(
                List.of(
                    n.product(),
                    String.format(Locale.ROOT, "%.3f", n.distance()),
                    CountryQuestion.amount(n.exports()),
                    CountryQuestion.number(n.balassa()),
                    rank(n.kind().rank()),
                    Integer.toString(n.kind().ubiquity()))));
    talk.out().println();
    next.print(talk);
    structure.food().ifPresent(this::food);
  }

  private void measures(CountryStructure structure) {
    var measures = new Table(List.of("measure", "value", "rank"));
    for (var measure : structure.measures()) {
      measures.row(
          List.of(
              measure.code(),
              measure.kind() == Kind.SHARE
                  ? CountryQuestion.share(measure.value())
                  : CountryQuestion.number(measure.value()),
              rank(measure.rank())));
    }
    measures.print(talk);
  }

  private void food(FoodTrade food) {
    var table = new Table(List.of("food", "value"));
    table.row(List.of("exports", CountryQuestion.amount(food.exports())));
    table.row(List.of("imports", CountryQuestion.amount(food.imports())));
    table.row(List.of("share-of-exports", CountryQuestion.share(food.shareOfExports())));
    table.row(List.of("share-of-imports", CountryQuestion.share(food.shareOfImports())));
    table.row(List.of("from-north", CountryQuestion.share(food.sources().northShare())));
    table.row(List.of("self-sufficiency", CountryQuestion.share(food.selfSufficiency())));
    table.row(List.of("import-dependence", CountryQuestion.share(food.importDependence())));
    talk.out().println();
    table.print(talk);
  }

  private static String rank(OptionalInt rank) {
    return rank.isPresent() ? Integer.toString(rank.getAsInt()) : "";
  }
}
