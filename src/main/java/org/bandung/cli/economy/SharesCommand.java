package org.bandung.cli.economy;

import java.util.List;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.Answers;
import org.bandung.economy.SouthShares;
import org.bandung.economy.SouthShares.Group;
import org.bandung.economy.SouthShares.Part;
import org.bandung.economy.SouthShares.Trade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `economy shares`: the South's trade with itself, its part in growth and investment, or a
/// grouping's trade.
@Command(name = "shares")
public final class SharesCommand implements Callable<Integer> {

  @Option(
      names = "--of",
      paramLabel = "trade|output|investment",
      descriptionKey = "option.shares-of")
  String of = "trade";

  @Option(names = "--grouping", paramLabel = "CODE", descriptionKey = "option.shares-grouping")
  String grouping = "";

  @Option(names = "--published", descriptionKey = "option.published-codes")
  boolean published;

  @Option(names = "--span", paramLabel = "YEARS", descriptionKey = "option.span")
  int span = 1;

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public SharesCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    if (span < 1 || span > 50) {
      throw CountryQuestion.fault(spec, talk, "economy.no-limit", span);
    }
    var shares = rooms.open(SouthShares.class);
    if (!grouping.isEmpty()) {
      var found = shares.group(grouping, wish);
      return question.answer(spec, talk, found, this::tell);
    }
    switch (of) {
      case "trade" -> {
        var found = shares.trade(wish, published);
        return question.answer(spec, talk, found, this::tell);
      }
      case "output", "investment" -> {
        var found = of.equals("output") ? shares.output(wish, span) : shares.investment(wish, span);
        return question.answer(spec, talk, found, this::tell);
      }
      default ->
          throw CountryQuestion.fault(
              spec, talk, "usage-fault.one-of", of, "trade, output, investment");
    }
  }

  private void tell(Trade trade) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(trade));
      return;
    }
    CountryQuestion.about(talk, trade.told());
    var table =
        new Table(
            List.of(
                "year",
                "of-world-exports",
                "other-south",
                "without-" + trade.largest().orElse("-"),
                "of-southern-exports",
                "of-southern-imports"));
    for (int i = 0; i < trade.years().size(); i++) {
      var year = trade.years().get(i);
      table.row(
          List.of(
              Integer.toString(year.year()),
              CountryQuestion.share(year.ofWorld()),
              CountryQuestion.share(trade.otherYears().get(i).ofWorld()),
              i < trade.withoutLargest().size()
                  ? CountryQuestion.share(trade.withoutLargest().get(i).ofWorld())
                  : "",
              CountryQuestion.share(year.ofSouthernExports()),
              CountryQuestion.share(year.ofSouthernImports())));
    }
    table.print(talk);
  }

  private void tell(Part part) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(part));
      return;
    }
    CountryQuestion.about(talk, part.told());
    var table = new Table(List.of("from", "to", "of-growth", "of-level", "counted", "left-out"));
    for (var year : part.years()) {
      table.row(
          List.of(
              Integer.toString(year.from()),
              Integer.toString(year.to()),
              CountryQuestion.share(year.ofGrowth()),
              CountryQuestion.share(year.ofLevel()),
              Integer.toString(year.counted()),
              Integer.toString(year.leftOut())));
    }
    table.print(talk);
  }

  private void tell(Group group) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(group));
      return;
    }
    CountryQuestion.about(talk, group.told());
    var table =
        new Table(List.of("year", "members", "reporting", "of-exports", "of-imports", "intensity"));
    for (var year : group.years()) {
      table.row(
          List.of(
              Integer.toString(year.year()),
              Integer.toString(year.members().size()),
              Integer.toString(year.reporting().size()),
              CountryQuestion.share(year.ofExports()),
              CountryQuestion.share(year.ofImports()),
              CountryQuestion.number(year.intensity())));
    }
    table.print(talk);
  }
}
