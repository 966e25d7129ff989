package org.bandung.cli.economy;

import java.util.List;
import java.util.concurrent.Callable;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.economy.Answers;
import org.bandung.economy.Complementarities;
import org.bandung.economy.Complementarities.Fits;
import org.bandung.economy.Complementarities.Pair;
import org.bandung.economy.Complementarities.PairFit;
import org.bandung.economy.indices.PairBias;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `economy complementarity COUNTRY`: which countries of the South its trade fits; `--with` one of
/// them.
@Command(name = "complementarity")
public final class ComplementarityCommand implements Callable<Integer> {

  @Parameters(paramLabel = "COUNTRY", descriptionKey = "parameter.country")
  String named = "";

  @Option(names = "--with", paramLabel = "COUNTRY", descriptionKey = "option.with-country")
  @Nullable String other;

  @Mixin CountryQuestion question = new CountryQuestion();
  @Spec CommandSpec spec = CommandSpec.create();

  private final Rooms rooms;
  private final Talk talk;

  public ComplementarityCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var wish = question.wish(spec, rooms, talk);
    var country = question.country(spec, rooms, talk, named);
    var service = rooms.open(Complementarities.class);
    if (other != null) {
      var partner = question.country(spec, rooms, talk, other);
      return question.answer(spec, talk, service.pair(country, partner, wish), this::tell);
    }
    return question.answer(spec, talk, service.of(country, wish), this::tell);
  }

  private void tell(Pair pair) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(pair));
      return;
    }
    CountryQuestion.about(talk, pair.told());
    CountryQuestion.structure(talk, pair.told(), pair.structure());
    fits(List.of(pair.fit()));
    talk.out().println();
    bias(pair);
    talk.out().println();
    var table = new Table(List.of("year", "exports", "imports"));
    for (var year : pair.years()) {
      table.row(
          List.of(
              Integer.toString(year.year()),
              CountryQuestion.amount(year.exports()),
              CountryQuestion.amount(year.imports())));
    }
    table.print(talk);
  }

  private void bias(Pair pair) {
    var table =
        new Table(
            List.of(
                "flow",
                "intensity",
                "commodity-bias",
                "country-bias",
                "homogeneous-intensity",
                "preference"));
    table.row(bias("exports", pair.there()));
    table.row(bias("imports", pair.back()));
    table.print(talk);
  }

  private static List<String> bias(String flow, PairBias bias) {
    return List.of(
        flow,
        CountryQuestion.number(bias.intensity()),
        CountryQuestion.number(bias.commodityBias()),
        CountryQuestion.number(bias.countryBias()),
        CountryQuestion.number(bias.homogeneous()),
        CountryQuestion.number(bias.preference()));
  }

  private void tell(Fits fits) {
    if (question.json) {
      CountryQuestion.print(talk, Answers.of(fits, question.limit));
      return;
    }
    CountryQuestion.about(talk, fits.told());
    CountryQuestion.structure(talk, fits.told(), fits.structure());
    fits(fits.partners().stream().limit(question.limit).toList());
  }

  private void fits(List<PairFit> fits) {
    var table =
        new Table(
            List.of(
                "partner",
                "exports",
                "imports",
                "fit-of-exports",
                "fit-of-imports",
                "similarity",
                "intensity-of-exports",
                "intensity-of-imports"));
    for (var fit : fits) {
      table.row(
          List.of(
              fit.partner(),
              CountryQuestion.amount(fit.exports()),
              CountryQuestion.amount(fit.imports()),
              CountryQuestion.share(fit.fitOfExports()),
              CountryQuestion.share(fit.fitOfImports()),
              CountryQuestion.share(fit.similarity()),
              CountryQuestion.number(fit.intensityOfExports()),
              CountryQuestion.number(fit.intensityOfImports())));
    }
    table.print(talk);
  }
}
