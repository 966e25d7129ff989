package org.bandung.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.bandung.cli.talk.Pages;
import org.bandung.cli.talk.Talk;
import org.bandung.reference.Country;
import org.bandung.reference.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `list countries`: countries and areas by code, with their status today.
@Command(name = "countries")
final class ListCountries implements Runnable {

  @Mixin Listing listing = new Listing();

  private final Rooms rooms;
  private final Talk talk;

  ListCountries(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var reference = rooms.open(Reference.class);
    var rendering = new Rendering(reference, talk.language());
    var today = LocalDate.now(ZoneOffset.UTC);
    var countries =
        reference.countries().stream().sorted(Comparator.comparing(Country::code)).toList();
    listing.print(
        talk,
        Pages.of(countries, listing.most()),
        c -> rendering.country(c, today),
        List.of("code", "kind", "development", "name"),
        c ->
            List.of(
                c.code().alpha3(),
                Rendering.word(c.kind()),
                Rendering.word(reference.development(c.code(), today)),
                reference.countryName(c.code(), talk.language())));
  }
}
