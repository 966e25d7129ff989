package org.bandung.cli.economy;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.Answers;
import org.bandung.economy.Producers;
import org.bandung.economy.Producers.Elasticities;
import org.bandung.economy.Producers.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy product CODE`: who exports a product, and what members of a grouping hold of it.
@Command(name = "product")
public final class ProductCommand implements Callable<Integer> {

  private static final double LEAST_DEMAND = 0.01;
  private static final double HARDEST = 20;

  @Parameters(paramLabel = "PRODUCT", descriptionKey = "parameter.product")
  String code = "";

  @Option(names = "--grouping", paramLabel = "CODE", descriptionKey = "option.producers")
  String grouping = "";

  @Option(names = "--demand", paramLabel = "E", descriptionKey = "option.demand-elasticity")
  double demand = Elasticities.USUAL.demand();

  @Option(names = "--supply", paramLabel = "E", descriptionKey = "option.supply-elasticity")
  double supply = Elasticities.USUAL.supply();

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public ProductCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    // Without sign, as many tables of elasticities have demand below zero.
    demand = Math.abs(demand);
    if (!(demand >= LEAST_DEMAND && demand <= HARDEST)) {
      throw CountryQuestion.fault(spec, talk, "economy.no-elasticity", "--demand");
    }
    if (!(supply >= 0 && supply <= HARDEST)) {
      throw CountryQuestion.fault(spec, talk, "economy.no-elasticity", "--supply");
    }
    var found = rooms.open(Producers.class).of(code, grouping, wish);
    return question.answer(spec, talk, found, this::tell);
  }

  private Elasticities elasticities() {
    return new Elasticities(demand, supply);
  }

  private void tell(Product product) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(product, elasticities(), question.limit));
      return;
    }
    CountryQuestion.about(talk, product.told());
    var table = new Table(List.of("exporter", "side", "value", "share"));
    var all = product.exporters();
    for (var exporter : all.partners().stream().limit(question.limit).toList()) {
      table.row(
          List.of(
              exporter.code(),
              exporter.side().name().toLowerCase(Locale.ROOT),
              CountryQuestion.amount(exporter.value()),
              CountryQuestion.share(OptionalDouble.of(exporter.value() / all.total()))));
    }
    table.print(talk);
    var members =
        new Table(
            List.of(
                "year",
                "members-share",
                "lerner",
                "lerner-low",
                "lerner-high",
                "price",
                "reporting",
                "belonging"));
    for (var year : product.members()) {
      var power = year.power(elasticities());
      members.row(
          List.of(
              Integer.toString(year.year()),
              CountryQuestion.share(year.share()),
              CountryQuestion.number(power.value()),
              CountryQuestion.number(power.low()),
              CountryQuestion.number(power.high()),
              power.verdict().orElse(""),
              Integer.toString(year.reporting()),
              Integer.toString(year.belonging())));
    }
    if (!product.members().isEmpty()) {
      talk.out().println();
      members.print(talk);
    }
  }
}
