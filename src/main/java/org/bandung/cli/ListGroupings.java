package org.bandung.cli;

import java.util.Comparator;
import java.util.List;
import org.bandung.cli.talk.Pages;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.Grouping;
import org.bandung.reference.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `list groupings`: groupings and institutions of countries by code.
@Command(name = "groupings")
final class ListGroupings implements Runnable {

  @Mixin Listing listing = new Listing();

  private final Rooms rooms;
  private final Talk talk;

  ListGroupings(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var reference = rooms.open(Reference.class);
    var rendering = new Rendering(reference, talk.language());
    var groupings =
        reference.groupings().stream().sorted(Comparator.comparing(Grouping::code)).toList();
    listing.print(
        talk,
        Pages.of(groupings, listing.most()),
        rendering::grouping,
        List.of("code", "kind", "period", "name"),
        g ->
            List.of(
                g.code(),
                g.kind(),
                g.from().map(PartialDate::toString).orElse("")
                    + "–"
                    + g.to().map(PartialDate::toString).orElse(""),
                rendering.text(g.name())));
  }
}
