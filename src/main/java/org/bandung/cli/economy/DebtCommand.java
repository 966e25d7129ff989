package org.bandung.cli.economy;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.Answers;
import org.bandung.economy.Debts;
import org.bandung.economy.Debts.Debt;
import org.bandung.economy.Owed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy debt COUNTRY`: whom a country owes, what it pays, what was forgiven or put off.
@Command(name = "debt")
public final class DebtCommand implements Callable<Integer> {

  @Parameters(paramLabel = "COUNTRY", descriptionKey = "parameter.country")
  String named = "";

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public DebtCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    var country = question.country(spec, rooms, talk, named);
    var found = rooms.open(Debts.class).of(country, wish);
    return question.answer(spec, talk, found, this::tell);
  }

  private void tell(Debt debt) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(debt, question.limit));
      return;
    }
    debt.told().forEach(told -> CountryQuestion.about(talk, told));
    var table = new Table(List.of("year", "creditor", "kind", "side", "stock", "share"));
    debt.stock().ifPresent(stock -> stock(stock, table));
    table.print(talk);
    talk.out().println();
    var reliefs = new Table(List.of("year", "kind", "creditor", "value", "unit"));
    for (var relief : debt.reliefs().stream().limit(question.limit).toList()) {
      reliefs.row(
          List.of(
              relief.year() == 0 ? "-" : Integer.toString(relief.year()),
              relief.kind(),
              relief.creditor(),
              CountryQuestion.amount(relief.value()),
              relief.unit()));
    }
    reliefs.print(talk);
  }

  private void stock(Owed stock, Table table) {
    for (var claim : stock.claims().stream().limit(question.limit).toList()) {
      table.row(
          List.of(
              Integer.toString(stock.year()),
              claim.creditor(),
              claim.kind(),
              claim.side().name().toLowerCase(Locale.ROOT),
              CountryQuestion.amount(claim.value()),
              CountryQuestion.share(OptionalDouble.of(claim.value() / stock.total()))));
    }
  }
}
