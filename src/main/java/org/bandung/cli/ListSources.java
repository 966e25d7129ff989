package org.bandung.cli;

import java.util.Comparator;
import java.util.List;
import org.bandung.cli.talk.Pages;
import org.bandung.cli.talk.Talk;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `list sources`: where statements came from.
@Command(name = "sources")
final class ListSources implements Runnable {

  @Mixin Listing listing = new Listing();

  private final Rooms rooms;
  private final Talk talk;

  ListSources(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public void run() {
    var rendering = new Rendering(rooms.open(Reference.class), talk.language());
    var sources =
        rooms.open(Registry.class).listSources(Reader.OPERATOR).stream()
            .sorted(Comparator.comparing(SourceView::key))
            .toList();
    listing.print(
        talk,
        Pages.of(sources, listing.most()),
        rendering::source,
        List.of("key", "statements", "withdrawn", "noted", "name"),
        s ->
            List.of(
                s.key(),
                String.valueOf(s.statements()),
                String.valueOf(s.withdrawn()),
                String.valueOf(s.noted()),
                rendering.text(s.name())));
  }
}
