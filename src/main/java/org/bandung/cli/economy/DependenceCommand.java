package org.bandung.cli.economy;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.Answers;
import org.bandung.economy.Dependence;
import org.bandung.economy.Dependences;
import org.bandung.economy.Partners;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy dependence COUNTRY`: how far a country rests on the North, and on few.
@Command(name = "dependence")
public final class DependenceCommand implements Callable<Integer> {

  @Parameters(paramLabel = "COUNTRY", descriptionKey = "parameter.country")
  String named = "";

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public DependenceCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    var country = question.country(spec, rooms, talk, named);
    return question.answer(spec, talk, rooms.open(Dependences.class).of(country, wish), this::tell);
  }

  private void tell(Dependence dependence) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(dependence, question.limit));
      return;
    }
    CountryQuestion.about(talk, dependence.told());
    var measures = new Table(List.of("measure", "year", "value", "other-south"));
    for (var exposure : dependence.exposures()) {
      measures.row(
          List.of(
              exposure.code(),
              Integer.toString(exposure.year()),
              CountryQuestion.share(exposure.value()),
              exposure.bySouth() ? CountryQuestion.share(exposure.other()) : "same"));
    }
    measures.print(talk);
    partners("market", dependence.markets());
    partners("source", dependence.sources());
    dependence.creditors().ifPresent(c -> partners("creditor", c));
  }

  private void partners(String heading, Partners partners) {
    talk.out().println();
    var table = new Table(List.of(heading, "side", "value", "share"));
    for (var partner : partners.partners().stream().limit(question.limit).toList()) {
      table.row(
          List.of(
              partner.code(),
              partner.side().name().toLowerCase(Locale.ROOT),
              CountryQuestion.amount(partner.value()),
              CountryQuestion.share(OptionalDouble.of(partner.value() / partners.total()))));
    }
    table.print(talk);
  }
}
