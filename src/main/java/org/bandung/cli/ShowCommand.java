package org.bandung.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bandung.catalogue.Catalogue;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `show ID`: an initiative, entry of the catalogue, organisation, country, grouping or source,
/// whichever the id names.
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {

  private static final int NOT_FOUND = 1;

  @Parameters(paramLabel = "ID", descriptionKey = "parameter.id")
  String id = "";

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  private final Rooms rooms;
  private final Talk talk;

  ShowCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() {
    var shown = find();
    if (shown.isEmpty()) {
      talk.say("show.nothing", id);
      return NOT_FOUND;
    }
    if (json) {
      talk.out().println(Json.line(shown.get().json()));
    } else {
      shown.get().text().forEach(talk.out()::println);
    }
    return 0;
  }

  /// Reference data come first: they need no database.
  private Optional<Shown> find() {
    var reference = rooms.open(Reference.class);
    var view = new ShownText(reference, talk);
    return Stream.<Supplier<Optional<Shown>>>of(
            () -> country(reference, view),
            () -> reference.findGrouping(id).map(view::grouping),
            () -> rooms.open(Registry.class).findSource(Reader.OPERATOR, id).map(view::source),
            () -> rooms.open(Registry.class).find(Reader.OPERATOR, id).map(view::initiative),
            () -> rooms.open(Parties.class).find(Reader.OPERATOR, id).map(view::organisation),
            () -> rooms.open(Catalogue.class).find(Reader.OPERATOR, id).map(view::entry))
        .flatMap(look -> look.get().stream())
        .findFirst();
  }

  private Optional<Shown> country(Reference reference, ShownText view) {
    var code = id.toUpperCase(Locale.ROOT);
    return CountryCode.isWellFormed(code)
        ? reference.findCountry(new CountryCode(code)).map(view::country)
        : Optional.empty();
  }

  /// One thing, for programs and for people.
  record Shown(Object json, java.util.List<String> text) {}
}
