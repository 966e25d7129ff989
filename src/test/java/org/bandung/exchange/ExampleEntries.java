package org.bandung.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bandung.catalogue.Catalogue;
import org.bandung.catalogue.Entry;
import org.bandung.exchange.tables.MappedTable;
import org.bandung.exchange.tables.MappedTable.Reading;
import org.bandung.exchange.tables.MappingReader;
import org.bandung.exchange.tables.Mappings;
import org.bandung.reference.Reference;

/// The examples of the catalogue that come along, of an invented world.
public final class ExampleEntries {

  public static final List<String> ALL =
      List.of("needs", "offers", "solutions", "experts", "institutions", "events");

  private ExampleEntries() {}

  /// The entries of one example, read through the mapping of the same name.
  public static List<Entry> read(String name, Reference reference) throws IOException {
    if (!(Mappings.find(name) instanceof MappingReader.Reading.Read(var mapping))) {
      throw new IllegalStateException(name);
    }
    var ground = new TableImport.Ground(reference::resolveCountry, reference::fingerprint);
    var table = new MappedTable(mapping, ground);
    var entries = new ArrayList<Entry>();
    try (var in = Files.newInputStream(Path.of("docs/examples/" + name + ".csv"))) {
      table.read(
          in,
          item -> {
            if (item.read() instanceof Reading.Listed(var entry)) {
              entries.add(entry);
            } else {
              throw new IllegalStateException(name + " line " + item.line());
            }
          });
    }
    return entries;
  }

  /// Fills a catalogue with all of them.
  public static void receive(Catalogue catalogue, Reference reference) throws IOException {
    for (var name : ALL) {
      catalogue.receive(read(name, reference));
    }
  }
}
