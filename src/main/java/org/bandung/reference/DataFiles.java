package org.bandung.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.reference.BadDataException.Fault;
import org.jspecify.annotations.Nullable;

/// One reading of the CSV files of a module: the shipped ones, and over them those of the node.
///
/// Collects the faults of all files, so that an operator sees them at once, and hashes every byte
/// it reads. Not for several threads.
public final class DataFiles {

  private final String place;
  private final @Nullable Path folder;
  private final Optional<Path> overrides;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private final MessageDigest digest = sha256();

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
      table.add(DataTable.parse(name, shape, hashed(shipped), this));
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
    overrides.ifPresent(this::refuseUnknownFiles);
    if (!faults.isEmpty()) {
      throw new BadDataException(faults);
    }
  }

  /// A hash over all bytes read so far.
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()).substring(0, 32);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of every Java can be cloned", e);
    }
  }

  private List<DataTable.Row> parseOverride(Path path, DataTable.Shape shape) {
    try {
      return DataTable.parse(path.toString(), shape, hashed(Files.readAllBytes(path)), this);
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

  private byte[] hashed(byte[] bytes) {
    digest.update(bytes);
    digest.update((byte) 0);
    return bytes;
  }

  // A misspelt name would else be passed over in silence.
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
