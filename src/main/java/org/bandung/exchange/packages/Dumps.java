package org.bandung.exchange.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bandung.registry.Registry;
import org.bandung.store.ChangeFeed;
import org.bandung.store.Recurring;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// The nightly full dump: a package a day, the last few kept, for whoever wants all of it at once.
///
/// When something that a dump holds is taken back or made private, the dump goes: that of today is
/// made anew, earlier ones are dropped.
@Service
public class Dumps implements Recurring {

  /// How many days are kept.
  static final int KEPT = 7;

  private static final Pattern NAME =
      Pattern.compile("bandung-([0-9]{4}-[0-9]{2}-[0-9]{2})[.]json");
  private static final Duration OFTEN = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Packages packages;
  private final Closings closings;
  private final Path folder;
  private final Clock clock;

  @Autowired
  public Dumps(Packages packages, DataSettings settings, Registry registry, ChangeFeed changes) {
    this(packages, settings, new Closings(changes, registry), Clock.systemUTC());
  }

  Dumps(Packages packages, DataSettings settings, Closings closings, Clock clock) {
    this.packages = packages;
    this.closings = closings;
    this.folder = settings.folder();
    this.clock = clock;
  }

  /// A dump and what is to be known of it.
  ///
  /// @param newest when the newest of the facts came in, as text; empty in an empty node
  /// @param place in the log of changes, before which everything is in it
  public record Dump(
      String day,
      String made,
      String newest,
      Map<String, Long> rows,
      long zipBytes,
      String zipSha256,
      long workbookBytes,
      String workbookSha256,
      @Nullable String place) {

    public Dump {
      rows = java.util.Collections.unmodifiableMap(new TreeMap<>(rows));
    }
  }

  /// A kind of file of each dump.
  public enum Kind {
    ZIP(".zip", "application/zip"),
    WORKBOOK(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String mediaType;

    Kind(String ending, String mediaType) {
      this.ending = ending;
      this.mediaType = mediaType;
    }

    public String ending() {
      return ending;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  @Override
  public String name() {
    return "exchange.dumps";
  }

  @Override
  public Duration every() {
    return OFTEN;
  }

  @Override
  public void round() {
    dropClosed();
    if (latest().filter(d -> d.day().equals(today())).isEmpty()) {
      make();
    }
  }

  /// Nothing stays to be had here that is not public any more.
  private synchronized void dropClosed() {
    try {
      for (var dump : list()) {
        var place = Objects.requireNonNullElse(dump.place(), "");
        if (closings.since(place, file(dump, Kind.ZIP))) {
          drop(dump.day());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a dump could not be looked through", e);
    }
  }

  /// What is known of it goes first: nobody finds half of it.
  private void drop(String day) throws IOException {
    for (var ending : List.of(".json", Kind.ZIP.ending(), Kind.WORKBOOK.ending())) {
      Files.deleteIfExists(folder.resolve("bandung-" + day + ending));
    }
  }

  private String today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
  }

  /// Makes the dump of today, anew if there is one.
  public synchronized Dump make() {
    try {
      Files.createDirectories(folder);
      var day = today();
      var zip = folder.resolve("bandung-" + day + Kind.ZIP.ending());
      var workbook = folder.resolve("bandung-" + day + Kind.WORKBOOK.ending());
      var place = closings.place();
      var written = packages.write(zip, Optional.of(workbook));
      var dump =
          new Dump(
              day,
              clock.instant().toString(),
              written.newest().map(Instant::toString).orElse(""),
              written.rows(),
              Files.size(zip),
              Digest.of(zip),
              Files.size(workbook),
              Digest.of(workbook),
              place);
      tell(dump);
      forget();
      return dump;
    } catch (IOException e) {
      throw new UncheckedIOException("the dump could not be written", e);
    }
  }

  /// What is known of a dump comes last: whoever sees it finds the files.
  private void tell(Dump dump) throws IOException {
    var part = folder.resolve(".dump.part");
    Files.writeString(part, JSON.writeValueAsString(dump), StandardCharsets.UTF_8);
    Files.move(
        part,
        folder.resolve("bandung-" + dump.day() + ".json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Leaves the last few.
  private void forget() throws IOException {
    for (var day : days().stream().skip(KEPT).toList()) {
      drop(day);
    }
    leftovers();
  }

  /// What a server that was killed left half written; what is younger than a day may be in the
  /// making.
  private void leftovers() throws IOException {
    var old = FileTime.from(clock.instant().minus(Duration.ofDays(1)));
    List<Path> left;
    try (var files = Files.walk(folder, 2)) {
      left =
          files
              .filter(f -> !f.equals(folder))
              .filter(f -> folder.relativize(f).toString().startsWith("."))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (var file : left) {
      if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// The days of which there is a dump, the latest first.
  private List<String> days() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(f -> NAME.matcher(f.getFileName().toString()))
          .filter(java.util.regex.Matcher::matches)
          .map(m -> m.group(1))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The dumps that are kept, the latest first.
  public List<Dump> list() {
    return days().stream().flatMap(day -> read(day).stream()).toList();
  }

  /// The latest dump.
  public Optional<Dump> latest() {
    return days().stream().findFirst().flatMap(this::read);
  }

  /// The dump of a day.
  public Optional<Dump> of(String day) {
    return days().contains(day) ? read(day) : Optional.empty();
  }

  private Optional<Dump> read(String day) {
    try {
      var text = Files.readString(folder.resolve("bandung-" + day + ".json"));
      return Optional.of(JSON.readValue(text, Dump.class));
    } catch (IOException | tools.jackson.core.JacksonException e) {
      return Optional.empty(); // taken away meanwhile
    }
  }

  /// A file of a dump.
  public Path file(Dump dump, Kind kind) {
    return folder.resolve("bandung-" + dump.day() + kind.ending());
  }
}
