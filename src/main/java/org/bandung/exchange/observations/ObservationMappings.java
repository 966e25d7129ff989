package org.bandung.exchange.observations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.tables.MappingFault;
import org.bandung.kernel.Closest;

/// Finds a mapping of observations by the name of a shipped one or by a file's path.
public final class ObservationMappings {

  /// The mappings that come along.
  public static final List<String> SHIPPED =
      List.of(
          "baci",
          "bilateral-totals",
          "cari-cancellation",
          "cari-restructuring",
          "comtrade",
          "country-products",
          "dssi",
          "fdi",
          "gstp",
          "macro",
          "macro-wide",
          "pwt",
          "tariffs",
          "unctad-debt",
          "wits-summary");

  private ObservationMappings() {}

  /// A mapping, or what is wrong with it.
  ///
  /// @param mapping empty if there are faults
  public record Found(Optional<ObservationMapping> mapping, List<MappingFault> faults) {
    public Found {
      faults = List.copyOf(faults);
    }
  }

  /// The mapping meant.
  public static Found find(String nameOrFile) {
    try {
      if (SHIPPED.contains(nameOrFile)) {
        return shipped(nameOrFile);
      }
      var path = Path.of(nameOrFile);
      if (Files.isRegularFile(path)) {
        try (var in = Files.newInputStream(path)) {
          return found(MappingParser.parse(String.valueOf(path.getFileName()), in));
        }
      }
    } catch (IOException | InvalidPathException e) {
      return faulty("mapping-not-read", Printable.of(String.valueOf(e.getMessage()), 160));
    }
    var closest = Closest.to(nameOrFile, SHIPPED).orElse("-");
    return faulty(
        "mapping-no-such", Printable.of(nameOrFile, 120), closest, String.join(", ", SHIPPED));
  }

  private static Found faulty(String code, String... arguments) {
    return new Found(Optional.empty(), List.of(new MappingFault(code, List.of(arguments))));
  }

  private static Found found(MappingParser.Parsed parsed) {
    return switch (parsed) {
      case MappingParser.Parsed.Read(var mapping) -> new Found(Optional.of(mapping), List.of());
      case MappingParser.Parsed.Faulty(var faults) -> new Found(Optional.empty(), faults);
    };
  }

  private static Found shipped(String name) throws IOException {
    try (InputStream in =
        ObservationMappings.class.getResourceAsStream(
            "/exchange/observations/" + name + ".properties")) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("the program lacks the mapping " + name));
      }
      return found(MappingParser.parse(name, in));
    }
  }
}
