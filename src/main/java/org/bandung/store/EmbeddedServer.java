package org.bandung.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL server below the home of this node, shared by all processes of the node.
///
/// The first process starts it; each holds a shared lock on `users.lock` as long as it lives; the
/// last one out stops it. A server that lives on after its starter was killed is adopted. Only what
/// a dead server left behind is cleared, and PostgreSQL itself does that. Durable settings are on,
/// it listens on loopback only and asks for a password.
final class EmbeddedServer implements AutoCloseable {

  private static final int START_SECONDS = 60;

  private final Path root;
  private final Path data;
  private final Path programs;
  private final String password;
  private final String workPassword;
  private final FileChannel users;
  private @Nullable FileLock mine;
  private int port;

  private EmbeddedServer(
      Path root, Path programs, String password, String workPassword, FileChannel users) {
    this.root = root;
    this.data = root.resolve("data");
    this.programs = programs;
    this.password = password;
    this.workPassword = workPassword;
    this.users = users;
  }

  /// Joins the server of this home, starting it if nobody has.
  static EmbeddedServer join(DatabaseSettings settings) throws IOException {
    var root = settings.home().resolve("postgres");
    createPrivate(root);
    try (var gate = FileChannel.open(root.resolve("start.lock"), CREATE_WRITE);
        var held = gate.lock()) {
      var programs =
          settings.binaries().isPresent()
              ? settings.binaries().get()
              : PostgresBinaries.unpack(root);
      var users =
          FileChannel.open(
              root.resolve("users.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      var server =
          new EmbeddedServer(
              root,
              programs,
              readOrMakePassword(root, "password"),
              readOrMakePassword(root, "work-password"),
              users);
      try {
        server.mine = users.lock(0, Long.MAX_VALUE, true);
        server.startOrAdopt();
      } catch (IOException | RuntimeException e) {
        users.close();
        throw e;
      }
      assert held.isValid();
      return server;
    }
  }

  private static final StandardOpenOption[] CREATE_WRITE = {
    StandardOpenOption.CREATE, StandardOpenOption.WRITE
  };

  String url() {
    return url("postgres");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String password() {
    return password;
  }

  /// Of the role that works with the rows and owns nothing.
  String workPassword() {
    return workPassword;
  }

  private void startOrAdopt() throws IOException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise();
    }
    requireSameMajorVersion();
    var living = portOfLivingServer();
    if (living.isPresent()) {
      port = living.get();
      return;
    }
    // A port found free can be taken before the server binds it: try a few.
    for (int attempt = 1; ; attempt++) {
      port = freePort();
      var result = run(START_SECONDS + 5, startCommand());
      if (result.exit == 0) {
        return;
      }
      if (attempt == 3) {
        throw new StoreException(
            "PostgreSQL did not start. Its own words are in " + root.resolve("server.log"));
      }
    }
  }

  private List<String> startCommand() {
    var options =
        String.join(
            " ",
            "-p " + port,
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=''",
            "-c fsync=on",
            "-c synchronous_commit=on",
            "-c full_page_writes=on",
            "-c max_connections=60",
            "-c shared_buffers=128MB",
            "-c random_page_cost=1.1",
            "-c max_wal_size=2GB",
            "-c checkpoint_timeout=15min",
            "-c wal_level=minimal",
            "-c max_wal_senders=0",
            "-c wal_compression=on",
            "-c jit=off");
    return List.of(
        program("pg_ctl"),
        "start",
        "-w",
        "-t",
        Integer.toString(START_SECONDS),
        "-D",
        data.toString(),
        "-l",
        root.resolve("server.log").toString(),
        "-o",
        options);
  }

  private void initialise() throws IOException {
    var fresh = root.resolve("data-new");
    if (Files.exists(fresh)) {
      PostgresBinaries.deleteTree(fresh); // a process was killed while it made the folder
    }
    var result =
        run(
            120,
            List.of(
                program("initdb"),
                "-D",
                fresh.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + root.resolve("password"),
                "-E",
                "UTF8",
                "--locale=C",
                "--no-instructions"));
    if (result.exit != 0) {
      throw new StoreException("PostgreSQL could not make its data folder: " + result.output);
    }
    Files.move(fresh, data);
  }

  private void requireSameMajorVersion() throws IOException {
    var have = Files.readString(data.resolve("PG_VERSION")).strip();
    var version = run(10, List.of(program("postgres"), "--version")).output;
    if (!version.contains(" " + have + ".")) {
      throw new StoreException(
          "The data in "
              + data
              + " were written by PostgreSQL "
              + have
              + ", this is "
              + version.strip()
              + ". Make a backup with the older Bandung, and restore it with this one.");
    }
  }

  /// The port a living server answers on with our password: parentage or a pid alone say nothing.
  private Optional<Integer> portOfLivingServer() throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.size() < 4) {
      return Optional.empty();
    }
    int candidate = Integer.parseInt(lines.get(3).strip());
    for (int attempt = 0; attempt < START_SECONDS * 4; attempt++) {
      if (answers(candidate)) {
        return Optional.of(candidate);
      }
      if (!isPostgres(Long.parseLong(lines.get(0).strip()))) {
        // Dead, or its number was given to another program: PostgreSQL would take that for itself.
        Files.deleteIfExists(pidFile);
        return Optional.empty();
      }
      pause(250); // it may be recovering or shutting down
    }
    throw new StoreException(
        "PostgreSQL runs on "
            + data
            + " but does not answer. Its own words are in "
            + root.resolve("server.log"));
  }

  /// A process that ended but was not buried yet counts as alive for the system; it has no command.
  private static boolean isPostgres(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(p -> p.info().command())
        .filter(c -> c.contains("postgres"))
        .isPresent();
  }

  private boolean answers(int candidate) {
    var properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", "5");
    var address = "jdbc:postgresql://127.0.0.1:" + candidate + "/postgres";
    try (var connection = DriverManager.getConnection(address, properties);
        var statement = connection.createStatement();
        var result = statement.executeQuery("show data_directory")) {
      return result.next() && sameFolder(Path.of(result.getString(1)), data);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean sameFolder(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /// Leaves; the last process out stops the server.
  @Override
  public void close() throws IOException {
    try (var gate = FileChannel.open(root.resolve("start.lock"), CREATE_WRITE);
        var held = gate.lock()) {
      assert held.isValid();
      if (mine != null) {
        mine.release();
        mine = null;
      }
      try (var alone = users.tryLock()) {
        if (alone != null) {
          run(60, List.of(program("pg_ctl"), "stop", "-w", "-m", "fast", "-D", data.toString()));
        }
      }
    } finally {
      users.close();
    }
  }

  private String program(String name) {
    return programs.resolve("bin").resolve(name).toString();
  }

  private record Result(int exit, String output) {}

  private Result run(int seconds, List<String> command) throws IOException {
    var whole = new ArrayList<String>();
    if (isRoot()) {
      // PostgreSQL refuses to run as root; an own user namespace makes it somebody else.
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(command);
    var output = Files.createTempFile(root, "command-", ".log");
    try {
      var process =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
              .start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(-1, "no answer within " + seconds + " seconds");
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for PostgreSQL", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static java.io.File nullDevice() {
    return new java.io.File(java.io.File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static boolean isRoot() {
    return java.io.File.separatorChar == '/' && "root".equals(System.getProperty("user.name"));
  }

  private static String readOrMakePassword(Path root, String name) throws IOException {
    var file = root.resolve(name);
    if (!Files.exists(file)) {
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      var fresh = root.resolve(name + "-new");
      Files.deleteIfExists(fresh);
      if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            fresh,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(fresh, HexFormat.of().formatHex(bytes) + "\n");
      Files.move(fresh, file);
    }
    return Files.readString(file).strip();
  }

  private static void createPrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause(long millis) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for PostgreSQL", e);
    }
  }
}
