package org.bandung.exchange.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bandung.catalogue.EntryKind;
import org.bandung.exchange.files.Printable;
import org.bandung.kernel.Closest;

/// Finds a mapping by the name of a shipped one or by a file's path.
public final class Mappings {

  /// The mappings that come along.
  public static final List<String> SHIPPED =
      List.of(
          "aiddata-china",
          "events",
          "experts",
          "iati-datastore",
          "institutions",
          "needs",
          "offers",
          "solutions",
          "undp-2016",
          "undp-2023");

  private Mappings() {}

  /// The mapping meant, or what is wrong with it.
  public static MappingReader.Reading find(String nameOrFile) {
    try {
      if (SHIPPED.contains(nameOrFile)) {
        return shipped(nameOrFile);
      }
      var path = Path.of(nameOrFile);
      if (Files.isRegularFile(path)) {
        try (var in = Files.newInputStream(path)) {
          return MappingReader.read(String.valueOf(path.getFileName()), in);
        }
      }
    } catch (IOException | java.nio.file.InvalidPathException e) {
      return faulty("mapping-not-read", Printable.of(String.valueOf(e.getMessage()), 160));
    }
    var closest = Closest.to(nameOrFile, SHIPPED).orElse("-");
    return faulty(
        "mapping-no-such", Printable.of(nameOrFile, 120), closest, String.join(", ", SHIPPED));
  }

  /// How the rows that people send to their desk are read.
  public static TableMapping ofDesk(EntryKind kind) {
    return ofDesk(kind.code());
  }

  /// How the rows are read in which an institution reports initiatives.
  public static TableMapping ofInitiatives() {
    return ofDesk("initiative");
  }

  private static TableMapping ofDesk(String what) {
    try {
      if (shipped("desk-" + what) instanceof MappingReader.Reading.Read(var mapping)) {
        return mapping;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the mapping of desks for " + what + " has faults");
  }

  private static MappingReader.Reading faulty(String code, String... arguments) {
    return new MappingReader.Reading.Faulty(List.of(new MappingFault(code, List.of(arguments))));
  }

  private static MappingReader.Reading shipped(String name) throws IOException {
    try (InputStream in =
        Mappings.class.getResourceAsStream("/exchange/mappings/" + name + ".yaml")) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("the program lacks the mapping " + name));
      }
      return MappingReader.read(name, in);
    }
  }
}
