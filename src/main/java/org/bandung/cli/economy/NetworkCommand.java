package org.bandung.cli.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.structure.StructureAnswers;
import org.bandung.economy.structure.TradeNetwork;
import org.bandung.economy.structure.TradeNetworks;
import org.bandung.reference.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `economy network`: how the South's trade with itself holds together, or that of a grouping.
@Command(name = "network")
public final class NetworkCommand implements Callable<Integer> {

  @Option(names = "--grouping", paramLabel = "CODE", descriptionKey = "option.network-grouping")
  String grouping = "";

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public NetworkCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    if (!grouping.isEmpty() && rooms.open(Reference.class).findGrouping(grouping).isEmpty()) {
      throw CountryQuestion.fault(spec, talk, "usage-fault.grouping", grouping);
    }
    var networks = rooms.open(TradeNetworks.class);
    var found = grouping.isEmpty() ? networks.south(wish) : networks.grouping(grouping, wish);
    return question.answer(spec, talk, found, this::tell);
  }

  private void tell(TradeNetwork network) {
    if (question.json) {
      CountryQuestion.print(talk, StructureAnswers.of(network, question.limit));
      return;
    }
    CountryQuestion.about(talk, network.told());
    var heads = new ArrayList<>(List.of("statistic"));
    network.views().forEach(v -> heads.add(v.code()));
    var table = new Table(heads);
    for (var statistic : TradeNetwork.STATISTICS) {
      var row = new ArrayList<>(List.of(statistic));
      network.views().forEach(v -> row.add(number(v.get(statistic))));
      table.row(row);
    }
    table.print(talk);
    var nodes = new Table(List.of("member", "sells", "buys", "markets", "page-rank", "core"));
    network.nodes().stream()
        .limit(question.limit)
        .forEach(n ->
            nodes.row(
                List.of(
                    n.country(),
                    CountryQuestion.amount(n.sells()),
                    CountryQuestion.amount(n.buys()),
                    Integer.toString(n.place().markets()),
                    number(OptionalDouble.of(n.place().pageRank())),
                    Integer.toString(n.place().core()))));
    talk.out().println();
    nodes.print(talk);
  }

  private static String number(OptionalDouble value) {
    return value.stream()
        .mapToObj(v ->
            v == Math.rint(v)
                ? String.format(Locale.ROOT, "%.0f", v)
                : String.format(Locale.ROOT, "%.3f", v))
        .findFirst()
        .orElse("");
  }
}
