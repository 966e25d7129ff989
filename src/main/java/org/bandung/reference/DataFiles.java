package org.bandung.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.bandung.kernel.StableId;
import org.bandung.reference.BadDataException.Fault;
import org.jspecify.annotations.Nullable;

/// One reading of the CSV files of a module: the shipped ones, and over them those of the node.
///
/// Collects the faults of all files, so that an operator sees them at once. Not for several
/// threads.
public final class DataFiles {

  private final String place;
  private final @Nullable Path folder;
  private final Optional<Path> overrides;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  private DataFiles(String place, @Nullable Path folder, Optional<Path> overrides) {
    this.place = place;
    this.folder = folder;
    this.overrides = overrides.filter(Files::isDirectory);
  }

  /// Files shipped below a folder of the class path, such as `/reference`.
  public static DataFiles onClassPath(String folder, Optional<Path> overrides) {
    return new DataFiles(folder, null, overrides);
  }

  /// Files in a folder, such as those of an invented world.
  public static DataFiles in(Path folder, Optional<Path> overrides) {
    return new DataFiles(folder.toString(), folder, overrides);
  }

  /// Reads one file. Rows of the node's file of the same name replace all shipped rows with the
  /// same [DataTable.Shape#entity], or are added.
  public DataTable read(String name, DataTable.Shape shape) {
    names.add(name);
    var table = new DataTable(name, shape, this);
    var shipped = shipped(name);
    if (shipped == null) {
      fault(name, 0, "the file is missing");
    } else {
      table.add(DataTable.parse(name, shape, shipped, this));
    }
    overrides
        .map(o -> o.resolve(name))
        .filter(Files::isRegularFile)
        .ifPresent(path -> table.override(parseOverride(path, shape)));
    table.refuseDuplicates();
    return table;
  }

  /// Notes a fault; [#refuseFaults] will tell of it.
  public void fault(String file, long line, String reason) {
    faults.add(new Fault(file, line, reason));
  }

  /// Ends the reading.
  ///
  /// @throws BadDataException if any file had a fault
  public void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new BadDataException(faults);
    }
  }

  /// Whether the node has files of its own, which nobody has checked before this reading.
  public boolean hasOverrides() {
    return overrides.isPresent();
  }

  /// A hash over all bytes of these files, the node's own included. It tells of changes, not of
  /// forgery: CRC-32 runs in machine code from the first byte, which SHA-256 does not.
  public String fingerprint(Collection<String> files) {
    var parts = new ArrayList<String>();
    for (var name : new TreeSet<>(files)) {
      parts.add(name + ' ' + checksum(shipped(name)) + ' ' + checksum(own(name)));
    }
    return StableId.of(parts.toArray(String[]::new));
  }

  private static String checksum(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "none";
    }
    var crc = new CRC32();
    crc.update(bytes);
    return bytes.length + "-" + crc.getValue();
  }

  /// The node's own files in a folder that has none of ours, sorted by name.
  ///
  /// @param largest in bytes; a larger one is a fault
  List<Path> own(String folder, long largest) {
    var home = overrides.map(o -> o.resolve(folder)).filter(Files::isDirectory);
    if (home.isEmpty()) {
      return List.of();
    }
    try (var all = Files.list(home.get())) {
      var found = new ArrayList<Path>();
      for (var path : all.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        names.add(folder + "/" + path.getFileName());
        if (!Files.isRegularFile(path) || Files.size(path) > largest) {
          fault(path.toString(), 0, "no file of at most " + largest + " bytes");
        } else {
          found.add(path);
        }
      }
      return found;
    } catch (IOException e) {
      fault(home.get().toString(), 0, "it cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  private byte @Nullable [] own(String name) {
    try {
      var path = overrides.map(o -> o.resolve(name)).filter(Files::isRegularFile);
      return path.isPresent() ? Files.readAllBytes(path.get()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private List<DataTable.Row> parseOverride(Path path, DataTable.Shape shape) {
    try {
      return DataTable.parse(path.toString(), shape, Files.readAllBytes(path), this);
    } catch (IOException e) {
      fault(path.toString(), 0, "it cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  private byte @Nullable [] shipped(String name) {
    try {
      if (folder != null) {
        var path = folder.resolve(name);
        return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
      }
      try (var stream = DataFiles.class.getResourceAsStream(place + "/" + name)) {
        return stream == null ? null : stream.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + place + "/" + name, e);
    }
  }

  /// Refuses files of the node that nobody has read: a misspelt name would else be passed over in
  /// silence.
  public void refuseUnknownFiles() {
    overrides.ifPresent(this::refuseUnknownFiles);
  }

  private void refuseUnknownFiles(Path home) {
    var folders = new TreeSet<Path>();
    names.forEach(name -> folders.add(home.resolve(name).getParent()));
    for (var one : folders) {
      if (!Files.isDirectory(one)) {
        continue;
      }
      try (var files = Files.list(one)) {
        files
            .filter(f -> f.toString().endsWith(".csv"))
            .filter(f -> !names.contains(home.relativize(f).toString().replace('\\', '/')))
            .sorted()
            .forEach(f -> fault(f.toString(), 0, "no data file has this name; known: " + names));
      } catch (IOException e) {
        fault(one.toString(), 0, "it cannot be read: " + e.getMessage());
      }
    }
  }
}
