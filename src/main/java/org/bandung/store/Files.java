package org.bandung.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.bandung.store.FileContent.Judged;
import org.bandung.store.pictures.Cleaning;
import org.bandung.store.pictures.Cleaning.Cleaned;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// Files, known by their content. Who may read one is for the owner of the record to say that holds
/// it: nothing is asked here, so no address may lead here by a hash alone.
@Service
public class Files {

  /// The largest file that is kept, in bytes.
  public static final int LARGEST = 10 * 1024 * 1024;

  private static final int PIECE = 256 * 1024;
  private static final String HASH = "[0-9a-f]{64}";

  private final Database database;
  private final FileScanner scanner;
  private final Clock clock;

  @Autowired
  Files(Database database, ObjectProvider<FileSettings> settings) {
    this(database, new FileScanner(settings.stream().flatMap(s -> s.scanner().stream()).toList()));
  }

  /// Files that no other program is asked about.
  public Files(Database database) {
    this(database, new FileScanner(java.util.List.of()));
  }

  Files(Database database, FileScanner scanner) {
    this.database = database;
    this.scanner = scanner;
    this.clock = Clock.systemUTC();
  }

  /// Looks into a file and keeps it if it can do no harm. Call it before the transaction that uses
  /// the file: to look takes time.
  ///
  /// @param name as the caller calls it; nothing is believed of it
  public KeepOutcome keep(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new KeepOutcome.Refused("empty");
    }
    if (bytes.length > LARGEST) {
      return new KeepOutcome.Refused("too-large");
    }
    return switch (FileContent.judge(bytes)) {
      case Judged.Unknown() -> new KeepOutcome.Refused("type");
      case Judged.Active() -> new KeepOutcome.Refused("active");
      case Judged.Harmless(var type) ->
          scanner.passes(bytes)
              ? new KeepOutcome.Kept(kept(name, type, bytes))
              : new KeepOutcome.Refused("scanner");
    };
  }

  /// A picture of which nothing but the picture is left.
  ///
  /// @param width as it is shown, in pixels
  public record Picture(String sha256, String mediaType, long size, int width, int height) {}

  /// Keeps a picture without anything its file tells beside it (place, device, names, texts). What
  /// was sent is forgotten.
  public KeepOutcome keepPicture(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new KeepOutcome.Refused("empty");
    }
    if (bytes.length > LARGEST) {
      return new KeepOutcome.Refused("too-large");
    }
    return switch (Cleaning.clean(bytes)) {
      case Cleaned.Refused(var why) -> new KeepOutcome.Refused(why);
      case Cleaned.Picture picture -> {
        var clean = picture.bytes().copy();
        yield scanner.passes(clean)
            ? new KeepOutcome.Kept(kept(name, picture, clean))
            : new KeepOutcome.Refused("scanner");
      }
    };
  }

  private StoredFile kept(String name, Cleaned.Picture picture, byte[] clean) {
    var type = picture.mediaType().equals(FileType.PNG.mediaType()) ? FileType.PNG : FileType.JPEG;
    var file = kept(name, type, clean);
    database
        .sql()
        .sql(
            """
            insert into store_picture (sha256, width, height) values (:hash, :width, :height)
            on conflict do nothing
            """)
        .param("hash", file.sha256())
        .param("width", picture.width())
        .param("height", picture.height())
        .update();
    return file;
  }

  /// A picture that was kept as one.
  public Optional<Picture> picture(String sha256) {
    return database
        .sql()
        .sql(
            """
            select f.sha256, f.media_type, f.size, p.width, p.height
            from store_picture p join store_file f on f.sha256 = p.sha256
            where p.sha256 = :hash
            """)
        .param("hash", sha256)
        .query((row, n) ->
            new Picture(
                row.getString(1), row.getString(2), row.getLong(3), row.getInt(4), row.getInt(5)))
        .optional();
  }

  /// The picture of a file that may have been kept before pictures were cleaned; empty where there
  /// is none, or nobody can be shown it.
  public Optional<Picture> cleaned(String sha256) {
    var known = picture(sha256);
    return known.isPresent()
        ? known
        : find(sha256)
            .flatMap(file ->
                keepPicture(file.name(), read(sha256)) instanceof KeepOutcome.Kept(var clean)
                    ? picture(clean.sha256())
                    : Optional.<Picture>empty());
  }

  private StoredFile kept(String name, FileType type, byte[] bytes) {
    var hash = sha256(bytes);
    database
        .sql()
        .sql(
            """
            insert into store_file (sha256, media_type, size, bytes, stored_at)
            values (:hash, :type, :size, :bytes, :now) on conflict do nothing
            """)
        .param("hash", hash)
        .param("type", type.mediaType())
        .param("size", bytes.length)
        .param("bytes", bytes)
        .param("now", Instant.now(clock).atOffset(ZoneOffset.UTC))
        .update();
    return new StoredFile(hash, FileNames.harmless(name, type), type.mediaType(), bytes.length);
  }

  /// A file that is kept.
  public Optional<StoredFile> find(String sha256) {
    if (!sha256.matches(HASH)) {
      return Optional.empty();
    }
    return database
        .sql()
        .sql("select media_type, size from store_file where sha256 = :hash")
        .param("hash", sha256)
        .query((row, n) -> {
          var type = row.getString("media_type");
          return new StoredFile(
              sha256, sha256.substring(0, 12) + FileType.ending(type), type, row.getLong("size"));
        })
        .optional();
  }

  /// Its bytes.
  ///
  /// @throws StoreException if there is no such file
  public byte[] read(String sha256) {
    return database
        .sql()
        .sql("select bytes from store_file where sha256 = :hash")
        .param("hash", sha256)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .orElseThrow(() -> new StoreException("no file " + sha256));
  }

  /// Sends a picture piece by piece: many readers of large ones must not fill the memory, however
  /// slowly they take them in.
  public void send(Picture picture, OutputStream out) throws IOException {
    for (long from = 0; from < picture.size(); from += PIECE) {
      out.write(piece(picture.sha256(), from));
    }
  }

  private byte[] piece(String sha256, long from) {
    return database
        .sql()
        .sql("select substring(bytes from :from for :length) from store_file where sha256 = :hash")
        .param("from", Math.toIntExact(from) + 1)
        .param("length", PIECE)
        .param("hash", sha256)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .orElseThrow(() -> new StoreException("no file " + sha256));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
