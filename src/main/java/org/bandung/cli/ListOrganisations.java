package org.bandung.cli;

import java.util.List;
import java.util.Optional;
import org.bandung.cli.talk.Pages;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.Reader;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.parties.Parties.OrganisationFilter;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `list organisations`: by name, narrowed by kind, country and words.
@Command(name = "organisations")
final class ListOrganisations implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Listing listing = new Listing();

  @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "option.kind")
  @Nullable String kind;

  @Option(names = "--country", paramLabel = "COUNTRY", descriptionKey = "option.country")
  @Nullable String country;

  @Option(names = "--words", paramLabel = "WORDS", descriptionKey = "option.words")
  @Nullable String words;

  private final Rooms rooms;
  private final Talk talk;

  ListOrganisations(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var reference = rooms.open(Reference.class);
    var rendering = new Rendering(reference, talk.language());
    var filter =
        new OrganisationFilter(
            Optional.ofNullable(kind),
            new Asked(reference, talk, spec).country(country),
            Optional.ofNullable(words));
    var parties = rooms.open(Parties.class);
    int atOnce = (int) Math.clamp(listing.most(), 1, Pages.AT_ONCE);
    var items =
        new Pages<Organisation>(
            listing.most(),
            cursor -> {
              var page = parties.list(Reader.OPERATOR, filter, cursor, atOnce);
              return new Pages.Page<>(page.items(), page.next());
            });
    listing.print(
        talk,
        items,
        rendering::organisation,
        List.of("id", "kind", "country", "name"),
        o ->
            List.of(
                o.id(),
                o.kind(),
                o.country().map(c -> c.alpha3()).orElse(""),
                rendering.text(o.name())));
  }
}
