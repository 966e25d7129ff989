package org.bandung.store.kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The files beside the database on their way into a backup and out of one.
public final class BackupFiles {

  private static final String PREFIX = "files/";

  private final List<KeptFiles> kept;

  public BackupFiles(List<KeptFiles> kept) {
    this.kept = List.copyOf(kept);
  }

  /// What was written.
  ///
  /// @param missing files that should be there and are not
  public record Tally(int files, List<String> missing) {
    public Tally {
      missing = List.copyOf(missing);
    }
  }

  /// Keeps all of them in place until it is closed.
  public KeptFiles.Hold hold() {
    return new Held<>(kept, KeptFiles::hold);
  }

  /// Keeps everybody else from writing until it is closed.
  public KeptFiles.Taking take() {
    var held = new Held<>(kept, KeptFiles::take);
    return new KeptFiles.Taking() {
      @Override
      public void confirm() {
        held.all.forEach(KeptFiles.Taking::confirm);
      }

      @Override
      public void close() {
        held.close();
      }
    };
  }

  /// One of each, given back in reverse; none at all if one cannot be had.
  private static final class Held<H extends KeptFiles.Hold> implements KeptFiles.Hold {
    private final List<H> all = new ArrayList<>();

    Held(List<KeptFiles> kept, Function<KeptFiles, H> how) {
      try {
        kept.forEach(k -> all.addFirst(how.apply(k)));
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    @Override
    public void close() {
      all.forEach(KeptFiles.Hold::close);
    }
  }

  /// Writes all that the state of the database speaks of.
  public Tally write(ZipOutputStream zip) throws IOException {
    int files = 0;
    var missing = new ArrayList<String>();
    // They are packed already.
    zip.setLevel(Deflater.NO_COMPRESSION);
    for (var each : kept) {
      for (var name : each.current()) {
        var file = each.folder().resolve(name);
        if (!Files.isRegularFile(file)) {
          missing.add(each.name() + "/" + name);
          continue;
        }
        zip.putNextEntry(new ZipEntry(PREFIX + each.name() + "/" + name));
        Files.copy(file, zip);
        zip.closeEntry();
        files++;
      }
    }
    return new Tally(files, missing);
  }

  /// Brings back all that a backup holds, under names of ours only. The database is not asked: it
  /// is being replaced.
  ///
  /// @return how many
  public int read(ZipFile zip) {
    int files = 0;
    try {
      for (var each : kept) {
        var prefix = PREFIX + each.name() + "/";
        for (var entry : Collections.list(zip.entries())) {
          var name = entry.getName();
          if (name.startsWith(prefix) && each.isName(name.substring(prefix.length()))) {
            unpack(zip, entry, each.folder().resolve(name.substring(prefix.length())));
            files++;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The files of the backup could not be brought back", e);
    }
    return files;
  }

  /// Those that the state of the database speaks of and that are not there.
  public List<String> missing() {
    return kept.stream()
        .flatMap(k ->
            k.current().stream()
                .filter(name -> !Files.isRegularFile(k.folder().resolve(name)))
                .map(name -> k.name() + "/" + name))
        .toList();
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path to) throws IOException {
    Durable.folders(to);
    var fresh = to.resolveSibling(to.getFileName() + ".part");
    try (var in = zip.getInputStream(entry)) {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
    }
    Durable.settle(fresh, to);
  }
}
