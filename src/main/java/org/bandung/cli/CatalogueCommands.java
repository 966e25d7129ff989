package org.bandung.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.ConsentOutcome;
import org.bandung.catalogue.EntryFacet;
import org.bandung.catalogue.EntryFilter;
import org.bandung.catalogue.EntryKind;
import org.bandung.catalogue.EntryPage;
import org.bandung.catalogue.SolutionOutcome;
import org.bandung.cli.talk.Pages;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Commands on the catalogue: `list catalogue`, `solution`, `consent withdraw`.
final class CatalogueCommands {

  private static final int REFUSED = 1;

  private CatalogueCommands() {}

  /// `list catalogue`: needs, offers, solutions, the roster, events.
  @Command(name = "catalogue")
  static final class Lists implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin Listing listing = new Listing();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "option.entry-kind")
    @Nullable String kind;

    @Option(names = "--country", paramLabel = "COUNTRY", descriptionKey = "option.country")
    @Nullable String country;

    @Option(names = "--region", paramLabel = "NUMBER", descriptionKey = "option.region")
    @Nullable String region;

    @Option(names = "--grouping", paramLabel = "CODE", descriptionKey = "option.grouping")
    @Nullable String grouping;

    @Option(names = "--sector", paramLabel = "CODE", descriptionKey = "option.sector")
    @Nullable String sector;

    @Option(names = "--sdg", paramLabel = "CODE", descriptionKey = "option.sdg")
    @Nullable String sdg;

    @Option(names = "--form", paramLabel = "CODE", descriptionKey = "option.form")
    @Nullable String form;

    @Option(names = "--language", paramLabel = "CODE", descriptionKey = "option.entry-language")
    @Nullable String language;

    @Option(names = "--organisation", paramLabel = "ID", descriptionKey = "option.organisation")
    @Nullable String organisation;

    @Option(names = "--source", paramLabel = "KEY", descriptionKey = "option.source")
    @Nullable String source;

    @Option(names = "--words", paramLabel = "WORDS", descriptionKey = "option.words")
    @Nullable String words;

    @Option(names = "--open", descriptionKey = "option.open")
    boolean open;

    private final Rooms rooms;
    private final Talk talk;

    Lists(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public void run() {
      var reference = rooms.open(Reference.class);
      var rendering = new Rendering(reference, talk.language());
      var filter = filter(new Asked(reference, talk, spec));
      var catalogue = rooms.open(Catalogue.class);
      int atOnce = (int) Math.clamp(listing.most(), 1, Pages.AT_ONCE);
      var items =
          new Pages<EntryPage.Summary>(
              listing.most(),
              cursor -> {
                var page = catalogue.list(Reader.OPERATOR, filter, cursor, atOnce);
                return new Pages.Page<>(page.items(), page.next());
              });
      listing.print(
          talk,
          items,
          rendering::entry,
          List.of("id", "kind", "country", "period", "title"),
          e ->
              List.of(
                  e.id(),
                  e.kind().code(),
                  String.join(
                      " ",
                      e.countries().stream().map(c -> c.country().alpha3()).distinct().toList()),
                  Rendering.dates(e.period()),
                  rendering.text(e.title())));
    }

    private EntryFilter filter(Asked asked) {
      return EntryFilter.ALL
          .with(EntryFacet.KIND, asked.oneOf(EntryKind.codes(), kind))
          .with(EntryFacet.COUNTRY, asked.country(country).map(CountryCode::alpha3))
          .with(EntryFacet.REGION, asked.region(region))
          .with(EntryFacet.SECTOR, Optional.ofNullable(sector))
          .with(EntryFacet.SDG, asked.code(Facet.SDG, sdg))
          .with(EntryFacet.FORM, asked.code(Facet.FORM, form))
          .with(EntryFacet.LANGUAGE, Optional.ofNullable(language))
          .with(EntryFacet.ORGANISATION, Optional.ofNullable(organisation))
          .with(EntryFacet.SOURCE, Optional.ofNullable(source))
          .withGrouping(asked.grouping(grouping))
          .withWords(Optional.ofNullable(words))
          .openOn(open ? Optional.of(LocalDate.now(ZoneOffset.UTC)) : Optional.empty());
    }
  }

  /// `solution ID`: a completed initiative becomes a solution.
  @Command(name = "solution")
  static final class Solution implements Callable<Integer> {

    @Parameters(paramLabel = "ID", descriptionKey = "parameter.initiative")
    String id = "";

    private final Rooms rooms;
    private final Talk talk;

    Solution(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      return switch (rooms.open(Catalogue.class).solutionFrom(id)) {
        case SolutionOutcome.Made(var made, var fresh) -> {
          talk.say(fresh ? "solution.made" : "solution.unchanged");
          talk.out().println(made);
          yield 0;
        }
        case SolutionOutcome.NoSuchInitiative(var asked) -> refused("show.nothing", asked);
        case SolutionOutcome.NotCompleted(var asked, var status) ->
            status.isEmpty()
                ? refused("solution.not-ended", asked)
                : refused(
                    "solution.not-completed",
                    asked,
                    rooms
                        .open(Reference.class)
                        .label("iati-activity-status", status, talk.language()));
        case SolutionOutcome.NothingTold(var asked) -> refused("solution.nothing-told", asked);
      };
    }

    private int refused(String key, Object... arguments) {
      talk.say(key, arguments);
      return REFUSED;
    }
  }

  /// `consent`: what becomes of a consent is said by the command below it.
  @Command(name = "consent")
  static final class Consent implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw FamilyCommands.which(spec, " ID");
    }
  }

  /// `consent withdraw ID`: a person leaves the roster.
  @Command(name = "withdraw")
  static final class Withdraw implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", descriptionKey = "parameter.person")
    String id = "";

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "option.consent-on")
    @Nullable String on;

    private final Rooms rooms;
    private final Talk talk;

    Withdraw(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      return switch (rooms.open(Catalogue.class).withdrawConsent(id, day())) {
        case ConsentOutcome.Withdrawn(var person, var day) ->
            told(0, "consent.withdrawn", person, day);
        case ConsentOutcome.WithdrawnBefore(var person, var day) ->
            told(0, "consent.withdrawn-before", person, day);
        case ConsentOutcome.GivenLater(var person, var given) ->
            told(REFUSED, "consent.given-later", person, given);
        case ConsentOutcome.NoSuchPerson(var asked) -> {
          talk.say("consent.nobody", asked);
          yield REFUSED;
        }
      };
    }

    private int told(int exit, String key, String id, LocalDate day) {
      talk.say(key, id, day.toString());
      return exit;
    }

    private LocalDate day() {
      var today = LocalDate.now(ZoneOffset.UTC);
      try {
        var day = on == null ? today : LocalDate.parse(on);
        if (!day.isAfter(today)) {
          return day;
        }
      } catch (DateTimeException e) {
        // said below
      }
      throw new ParameterException(
          spec.commandLine(), talk.words("usage-fault.day", String.valueOf(on)));
    }
  }
}
