package org.bandung.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.cli.talk.Pages;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.registry.InitiativePage;
import org.bandung.registry.Registry;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `list initiatives`, with the filters of the pages and the REST interface.
@Command(name = "initiatives")
final class ListInitiatives implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Listing listing = new Listing();

  @Option(names = "--modality", paramLabel = "CODE", descriptionKey = "option.modality")
  @Nullable String modality;

  @Option(names = "--country", paramLabel = "COUNTRY", descriptionKey = "option.country")
  @Nullable String country;

  @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "option.role")
  @Nullable String role;

  @Option(names = "--partner", paramLabel = "COUNTRY", descriptionKey = "option.partner")
  @Nullable String partner;

  @Option(names = "--provider", paramLabel = "COUNTRY", descriptionKey = "option.provider")
  @Nullable String provider;

  @Option(names = "--recipient", paramLabel = "COUNTRY", descriptionKey = "option.recipient")
  @Nullable String recipient;

  @Option(names = "--organisation", paramLabel = "ID", descriptionKey = "option.organisation")
  @Nullable String organisation;

  @Option(names = "--alongside", paramLabel = "ID", descriptionKey = "option.alongside")
  @Nullable String alongside;

  @Option(names = "--region", paramLabel = "M49", descriptionKey = "option.region")
  @Nullable String region;

  @Option(names = "--grouping", paramLabel = "CODE", descriptionKey = "option.grouping")
  @Nullable String grouping;

  @Option(names = "--scope", paramLabel = "SCOPE", descriptionKey = "option.scope")
  @Nullable String scope;

  @Option(names = "--form", paramLabel = "CODE", descriptionKey = "option.form")
  @Nullable String form;

  @Option(names = "--domain", paramLabel = "CODE", descriptionKey = "option.domain")
  @Nullable String domain;

  @Option(names = "--sdg", paramLabel = "CODE", descriptionKey = "option.sdg")
  @Nullable String sdg;

  @Option(names = "--signal", paramLabel = "CODE", descriptionKey = "option.signal")
  @Nullable String signal;

  @Option(names = "--sector", paramLabel = "CODE", descriptionKey = "option.sector")
  @Nullable String sector;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "option.year")
  @Nullable Integer year;

  @Option(names = "--source", paramLabel = "KEY", descriptionKey = "option.source")
  @Nullable String source;

  @Option(names = "--words", paramLabel = "WORDS", descriptionKey = "option.words")
  @Nullable String words;

  @Option(names = "--south-south", descriptionKey = "option.south-south")
  boolean southSouth;

  @Option(names = "--no-compilations", descriptionKey = "option.no-compilations")
  boolean noCompilations;

  private final Rooms rooms;
  private final Talk talk;

  ListInitiatives(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var reference = rooms.open(Reference.class);
    var filter = filter(new Asked(reference, talk, spec));
    var registry = rooms.open(Registry.class);
    var items =
        new Pages<InitiativePage.Summary>(
            listing.most(),
            cursor -> {
              var page =
                  registry.list(
                      Reader.OPERATOR,
                      filter,
                      cursor,
                      (int) Math.clamp(listing.most(), 1, Pages.AT_ONCE));
              return new Pages.Page<>(page.items(), page.next());
            });
    var rendering = new Rendering(reference, talk.language());
    listing.print(
        talk,
        items,
        rendering::initiative,
        List.of("id", "modality", "period", "countries", "title"),
        s -> row(s, rendering));
  }

  private InitiativeFilter filter(Asked asked) {
    return InitiativeFilter.ALL
        .with(Facet.MODALITY, asked.code(Facet.MODALITY, modality))
        .with(Facet.SCOPE, asked.code(Facet.SCOPE, scope))
        .with(Facet.FORM, asked.code(Facet.FORM, form))
        .with(Facet.DOMAIN, asked.code(Facet.DOMAIN, domain))
        .with(Facet.SECTOR, Optional.ofNullable(sector))
        .with(Facet.SDG, asked.code(Facet.SDG, sdg))
        .with(Facet.COUNTRY, asked.country(country).map(CountryCode::alpha3))
        .with(Facet.REGION, asked.region(region))
        .with(Facet.ORGANISATION, Optional.ofNullable(organisation))
        .with(Facet.ALONGSIDE, Optional.ofNullable(alongside))
        .with(Facet.ROLE, asked.role(role).map(Role::code))
        .with(Facet.YEAR, Optional.ofNullable(year).map(String::valueOf))
        .with(Facet.SOURCE, Optional.ofNullable(source))
        .with(Facet.SIGNAL, asked.code(Facet.SIGNAL, signal))
        .flowing(asked.country(provider), asked.country(recipient))
        .withPartner(asked.country(partner))
        .withGrouping(asked.grouping(grouping))
        .withWords(Optional.ofNullable(words))
        .onlySouthSouth(southSouth)
        .withCompilations(!noCompilations);
  }

  private static List<String> row(InitiativePage.Summary s, Rendering rendering) {
    return List.of(
        s.id(),
        s.modality(),
        period(s.period()),
        s.countries().stream()
            .map(c -> c.country().alpha3())
            .distinct()
            .collect(Collectors.joining(" ")),
        rendering.text(s.title()));
  }

  private static String period(Period period) {
    return years(period.start()) + "–" + (period.ongoing() ? "" : years(period.end()));
  }

  private static String years(@Nullable PartialDate date) {
    return date == null ? "" : String.valueOf(date.year());
  }
}
