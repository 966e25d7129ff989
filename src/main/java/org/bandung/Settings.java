package org.bandung;

import java.io.IOException;
import java.io.Reader;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bandung.access.AccessSettings;
import org.bandung.concepts.ConceptSettings;
import org.bandung.exchange.IatiSettings;
import org.bandung.exchange.files.InputSettings;
import org.bandung.exchange.iati.Publisher;
import org.bandung.exchange.packages.DataSettings;
import org.bandung.exchange.packages.Licence;
import org.bandung.observations.ObservationSettings;
import org.bandung.post.PostSettings;
import org.bandung.reference.ReferenceSettings;
import org.bandung.search.SearchSettings;
import org.bandung.store.DatabaseSettings;
import org.bandung.store.FileSettings;
import org.bandung.web.frame.SiteSettings;
import org.bandung.web.frame.TrafficSettings;

/// The configuration of this node: environment first, then `bandung.properties` in its home.
///
/// Parsed once at start into one record per part; an unknown key is an error with a suggestion.
///
/// @param starter whether `serve` loads the starter collection into a home that is new
public record Settings(
    boolean starter,
    DatabaseSettings database,
    FileSettings files,
    IatiSettings iati,
    InputSettings inputs,
    DataSettings data,
    ObservationSettings observations,
    ReferenceSettings reference,
    ConceptSettings concepts,
    SearchSettings search,
    SiteSettings site,
    AccessSettings access,
    PostSettings post,
    Listening listening) {

  /// Where the server listens, and to how much.
  ///
  /// @param address the address of this machine, in numbers
  /// @param unencrypted whether people may sign in from elsewhere without https
  public record Listening(String address, int port, TrafficSettings traffic, boolean unencrypted) {

    /// Where somebody at this machine reaches the server once it listens on the port.
    URI reachedAt(int answering) {
      var own = InetAddress.ofLiteral(address);
      var host =
          own.isAnyLocalAddress() || own.isLoopbackAddress()
              ? "localhost"
              : own instanceof Inet6Address ? "[" + address + "]" : address;
      return URI.create("http://" + host + ":" + answering + "/");
    }
  }

  /// Others would send their passwords in the clear to a server that they reach without https.
  void requireSafeDoors() {
    boolean others = !InetAddress.ofLiteral(address()).isLoopbackAddress();
    if (others && !access.encrypted() && !listening.unencrypted()) {
      throw new Mistake(
          "The server would listen at "
              + address()
              + " for other machines, but bandung.public-address is no https address: people would"
              + " send passwords and codes in the clear. Set it to the address of the reverse proxy"
              + " that brings TLS, such as https://cooperation.example.org, or say"
              + " bandung.unencrypted=yes in a closed network.");
    }
  }

  String address() {
    return listening.address();
  }

  int port() {
    return listening.port();
  }

  private static final String CONTACT =
      "https?://[^\\s\"<>]{3,200}|[^\\s@<>\"]{1,60}@[^\\s@<>\"]{3,100}";

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "bandung.home",
              "bandung.address",
              "bandung.contact",
              "bandung.port",
              "bandung.data-licence",
              "bandung.database.url",
              "bandung.database.unencrypted",
              "bandung.database.user",
              "bandung.database.password",
              "bandung.file-scanner",
              "bandung.iati.publisher",
              "bandung.iati.publisher-name",
              "bandung.iati.publisher-type",
              "bandung.iati.standard",
              "bandung.import.inner-addresses",
              "bandung.mail.encrypted",
              "bandung.mail.from",
              "bandung.mail.password",
              "bandung.mail.server",
              "bandung.mail.user",
              "bandung.ministry.acr",
              "bandung.ministry.amr",
              "bandung.ministry.client",
              "bandung.ministry.issuer",
              "bandung.ministry.max-age",
              "bandung.ministry.name",
              "bandung.ministry.secret",
              "bandung.ministry.two-things",
              "bandung.observations.memory",
              "bandung.observations.threads",
              "bandung.passwords.breached",
              "bandung.public-address",
              "bandung.reference.overrides",
              "bandung.reference.status-scheme",
              "bandung.requests-per-minute",
              "bandung.search.encoder",
              "bandung.starter",
              "bandung.subdomains",
              "bandung.trusted-proxy",
              "bandung.unencrypted",
              "bandung.words.triangular"));

  /// Read by the launcher, the tests and the benchmarks, not by the program.
  private static final Set<String> LAUNCHER_VARIABLES =
      Set.of(
          "BANDUNG_CORPUS",
          "BANDUNG_HEAP",
          "BANDUNG_JAVA_OPTIONS",
          "BANDUNG_MAVEN_OPTIONS",
          "BANDUNG_POSTGRES_PROGRAMS");

  /// A configuration that cannot be used; the message says what, where and what to do.
  public static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mistake(String message) {
      super(message);
    }
  }

  static Settings read(Map<String, String> environment, Path userHome) {
    var values = new TreeMap<String, String>();
    environment.forEach((name, value) -> {
      if (name.startsWith("BANDUNG_") && !LAUNCHER_VARIABLES.contains(name)) {
        values.put(keyOf(name), value);
      }
    });
    var home = path(values, "bandung.home").orElse(userHome.resolve(".bandung"));
    var file = home.resolve("bandung.properties");
    if (Files.exists(file)) {
      var written = readFile(file);
      HomeRights.require(home, file, written.keySet());
      written.forEach(values::putIfAbsent);
    }
    var programs =
        Optional.ofNullable(environment.get("BANDUNG_POSTGRES_PROGRAMS"))
            .map(Path::of)
            .filter(p -> Files.isExecutable(p.resolve("bin/postgres")));
    return new Settings(
        yes(values, "bandung.starter"),
        new DatabaseSettings(
            home,
            databaseUrl(values),
            text(values, "bandung.database.user"),
            text(values, "bandung.database.password"),
            programs),
        new FileSettings(
            text(values, "bandung.file-scanner")
                .map(c -> List.of(c.split("\\s+")))
                .orElse(List.of())),
        new IatiSettings(folder(values, "bandung.iati.standard"), publisher(values)),
        new InputSettings(flag(values, "bandung.import.inner-addresses", false)),
        new DataSettings(home.resolve("data"), licence(values)),
        observations(values, home),
        new ReferenceSettings(
            folder(values, "bandung.reference.overrides"),
            text(values, "bandung.reference.status-scheme").orElse("unctad")),
        new ConceptSettings(Optional.of(home.resolve("concepts"))),
        new SearchSettings(path(values, "bandung.search.encoder")),
        new SiteSettings(
            triangularWord(values), contact(values), flag(values, "bandung.subdomains", false)),
        PeopleSettings.access(values, home, port(values)),
        PeopleSettings.post(values),
        new Listening(
            address(values),
            port(values),
            new TrafficSettings(
                requestsPerMinute(values), addressAt(values, "bandung.trusted-proxy")),
            flag(values, "bandung.unencrypted", false)));
  }

  /// What leaves this machine for a database elsewhere goes encrypted, to whoever proves to be it.
  private static Optional<String> databaseUrl(Map<String, String> values) {
    var url = text(values, "bandung.database.url");
    if (url.isPresent() && !DatabaseSettings.readable(url.get())) {
      throw new Mistake(
          "bandung.database.url is no address of a PostgreSQL database; it must be such as"
              + " jdbc:postgresql://db.example.org/bandung?sslmode=verify-full");
    }
    if (url.filter(DatabaseSettings::leavesUnchecked).isPresent()
        && !flag(values, "bandung.database.unencrypted", false)) {
      throw new Mistake(
          "bandung.database.url leads to another machine, but does not say sslmode=verify-full:"
              + " what this node stores could be read or altered on the way. Add"
              + " ?sslmode=verify-full (and sslrootcert, if its certificate is your own), or say"
              + " bandung.database.unencrypted=yes in a closed network.");
    }
    return url;
  }

  private static String keyOf(String variable) {
    for (var key : KEYS) {
      if (variableOf(key).equals(variable)) {
        return key;
      }
    }
    throw new Mistake(
        "The environment has "
            + variable
            + ", which Bandung does not know. "
            + closest(variable, KEYS.stream().map(Settings::variableOf).toList()));
  }

  private static String variableOf(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> readFile(Path file) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new Mistake("The configuration " + file + " cannot be read: " + e.getMessage());
    }
    var map = new TreeMap<String, String>();
    for (var name : properties.stringPropertyNames()) {
      if (!KEYS.contains(name) || name.equals("bandung.home")) {
        throw new Mistake(
            "The configuration "
                + file
                + " has the key "
                + name
                + ", which Bandung does not know there. "
                + closest(name, KEYS));
      }
      map.put(name, properties.getProperty(name));
    }
    return map;
  }

  private static String closest(String given, Iterable<String> known) {
    var best = new TreeMap<Integer, String>(Comparator.naturalOrder());
    known.forEach(k -> best.putIfAbsent(distance(given, k), k));
    return "Did you mean " + best.firstEntry().getValue() + "?";
  }

  /// Levenshtein distance.
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  static Optional<String> text(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Optional<Path> path(Map<String, String> values, String key) {
    return text(values, key).map(Path::of).map(Path::toAbsolutePath);
  }

  private static Optional<Path> folder(Map<String, String> values, String key) {
    var folder = path(values, key);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw new Mistake(key + " names " + folder.get() + ", which is not a folder.");
    }
    return folder;
  }

  static boolean yes(Map<String, String> values, String key) {
    return flag(values, key, true);
  }

  static boolean flag(Map<String, String> values, String key, boolean otherwise) {
    return switch (text(values, key).orElse("")) {
      case "" -> otherwise;
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new Mistake(key + " is " + values.get(key) + "; it must be yes or no.");
    };
  }

  /// Only this machine's own callers unless somebody opens the node on purpose.
  private static String address(Map<String, String> values) {
    return addressAt(values, "bandung.address").orElse("127.0.0.1");
  }

  private static Optional<String> addressAt(Map<String, String> values, String key) {
    var given = text(values, key);
    try {
      return given.map(InetAddress::ofLiteral).map(InetAddress::getHostAddress);
    } catch (IllegalArgumentException e) {
      throw new Mistake(
          key
              + " is "
              + given.orElse("")
              + "; it must be an address in numbers, such as 127.0.0.1 (this machine) or 0.0.0.0"
              + " (every address of this machine).");
    }
  }

  private static int requestsPerMinute(Map<String, String> values) {
    var given = text(values, "bandung.requests-per-minute").orElse("300");
    if (!given.matches("[0-9]{1,6}")) {
      throw new Mistake(
          "bandung.requests-per-minute is "
              + given
              + "; it must be a whole number, or 0 for no limit.");
    }
    return Integer.parseInt(given);
  }

  private static ObservationSettings observations(Map<String, String> values, Path home) {
    int processors = Runtime.getRuntime().availableProcessors();
    return ObservationSettings.in(
        home.resolve("observations"),
        whole(values, "bandung.observations.memory", 512, 64, 1 << 20),
        whole(values, "bandung.observations.threads", Math.min(processors, 4), 1, 256));
  }

  private static int whole(
      Map<String, String> values, String key, int otherwise, int least, int most) {
    var given = text(values, key).orElse(String.valueOf(otherwise));
    if (given.matches("[0-9]{1,8}")
        && Integer.parseInt(given) >= least
        && Integer.parseInt(given) <= most) {
      return Integer.parseInt(given);
    }
    throw new Mistake(
        "%s is %s; it must be a number from %d to %d.".formatted(key, given, least, most));
  }

  private static int port(Map<String, String> values) {
    var given = text(values, "bandung.port").orElse("8080");
    try {
      int port = Integer.parseInt(given);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Mistake("bandung.port is " + given + "; it must be a number from 0 to 65535.");
  }

  /// Shown to everybody, so it must be one that a page can lead to.
  private static Optional<String> contact(Map<String, String> values) {
    var given = text(values, "bandung.contact");
    if (given.isPresent() && !given.get().matches(CONTACT)) {
      throw new Mistake(
          "bandung.contact is "
              + given.get()
              + "; it must be an e-mail address or the address of a page, such as"
              + " https://example.org/contact.");
    }
    return given;
  }

  private static Optional<Licence> licence(Map<String, String> values) {
    var given = text(values, "bandung.data-licence");
    var licence = given.flatMap(Licence::named);
    if (given.isPresent() && licence.isEmpty()) {
      throw new Mistake(
          "bandung.data-licence is "
              + given.get()
              + "; it must be one of "
              + Licence.known()
              + " or the address of a page with the text of the licence.");
    }
    return licence;
  }

  private static Publisher publisher(Map<String, String> values) {
    var reference = text(values, "bandung.iati.publisher");
    var name = text(values, "bandung.iati.publisher-name");
    var type = text(values, "bandung.iati.publisher-type");
    if (reference.isEmpty() && name.isEmpty() && type.isEmpty()) {
      return Publisher.UNNAMED;
    }
    try {
      return new Publisher(reference.orElse(""), type.orElse(""), name.orElse(""));
    } catch (IllegalArgumentException e) {
      throw new Mistake(
          "bandung.iati.publisher, bandung.iati.publisher-name and bandung.iati.publisher-type go"
              + " together: the identifier of the organisation without spaces, such as XM-DAC-7, its"
              + " name, and the two digits of its kind in IATI's list OrganisationType, such as 10.");
    }
  }

  private static String triangularWord(Map<String, String> values) {
    var word = text(values, "bandung.words.triangular").orElse("triangular");
    if (!Set.of("triangular", "trilateral").contains(word)) {
      throw new Mistake(
          "bandung.words.triangular is " + word + "; it must be triangular or trilateral.");
    }
    return word;
  }
}
