package org.bandung.exchange.packages;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Reader;
import org.bandung.reference.Reference;
import org.bandung.reference.money.ExchangeRates;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.RateResult;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.registry.SourceView;
import org.bandung.statistics.Statistics;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// Writes everything public, as it stands at one moment, into one file.
@Service
public class Packages {

  /// The currencies for which rates come along.
  private static final List<String> INTO = List.of("EUR", "USD");

  private static final int AT_ONCE = 500;

  private final Registry registry;
  private final Statistics statistics;
  private final Reference reference;
  private final Rates rates;
  private final Database database;
  private final DataSettings settings;

  public Packages(
      Registry registry,
      Statistics statistics,
      Reference reference,
      Rates rates,
      Database database,
      DataSettings settings) {
    this.registry = registry;
    this.statistics = statistics;
    this.reference = reference;
    this.rates = rates;
    this.database = database;
    this.settings = settings;
  }

  /// What was written.
  ///
  /// @param newest when the newest of the facts came in
  /// @param rows how many rows each table has
  public record Written(Optional<Instant> newest, Map<String, Long> rows) {}

  /// Writes the package as CSV in a ZIP, and as a workbook, of one and the same moment. Files of
  /// these names are replaced, each at once.
  ///
  /// @param workbook left out where nobody wants it
  public Written write(Path zip, Optional<Path> workbook) throws IOException {
    var beside = zip.toAbsolutePath().getParent();
    if (beside == null) {
      throw new IOException(zip + " is in no folder");
    }
    try (var folder = new PackageFolder(Files.createTempDirectory(beside, ".package-"))) {
      var newest = database.reading(() -> fill(folder));
      folder.finish();
      var readme = readme();
      replace(zip, out -> zip(out, folder, readme, newest));
      if (workbook.isPresent()) {
        replace(workbook.get(), out -> PackageWorkbook.write(out, folder, readme));
      }
      return new Written(newest, folder.counted());
    }
  }

  private interface Writing {
    void to(BufferedOutputStream out) throws IOException;
  }

  /// Nobody ever reads half a file.
  private static void replace(Path file, Writing writing) throws IOException {
    var part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        writing.to(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Optional<Instant> fill(PackageFolder folder) {
    var rows = new PackageRows(folder);
    for (var ids = registry.idsAfter("", AT_ONCE);
        !ids.isEmpty();
        ids = registry.idsAfter(ids.getLast(), AT_ONCE)) {
      statistics.reckoned(ids).forEach(rows::of);
    }
    var sources = registry.listSources(Reader.PUBLIC);
    sources.stream()
        .sorted(java.util.Comparator.comparing(SourceView::key))
        .forEach(
            s -> folder.row("sources", s.key(), s.channel(), s.publisher(), english(s.name())));
    countries(folder);
    codes(folder);
    rates(folder, rates.now().rates());
    return sources.stream().flatMap(s -> s.lastReceived().stream()).max(Instant::compareTo);
  }

  private static String english(LocalizedText text) {
    return text.in("en").map(LocalizedText.Spoken::text).orElse("");
  }

  private void countries(PackageFolder folder) {
    for (var code : folder.countries()) {
      var country = new CountryCode(code);
      var known = reference.findCountry(country);
      folder.row(
          "countries",
          code,
          reference.countryName(country, "en"),
          known.flatMap(c -> c.region()).orElse(null),
          known.flatMap(c -> c.subregion()).orElse(null));
    }
  }

  private void codes(PackageFolder folder) {
    folder
        .codes()
        .forEach((scheme, codes) ->
            reference
                .findScheme(scheme)
                .ifPresent(known -> {
                  for (var code : codes) {
                    var category = known.categories().get(code);
                    if (category != null) {
                      names(folder, scheme, code, category.parent(), category.name());
                    }
                  }
                }));
    for (var code : folder.countries()) {
      reference
          .findCountry(new CountryCode(code))
          .ifPresent(c -> names(folder, "country", code, Optional.empty(), c.name()));
    }
  }

  private static void names(
      PackageFolder folder,
      String scheme,
      String code,
      Optional<String> parent,
      LocalizedText name) {
    var cells = new ArrayList<Object>(List.of(scheme, code, parent.orElse("")));
    for (var language : Messages.LANGUAGES) {
      cells.add(name.byLanguage().getOrDefault(language, ""));
    }
    folder.row("codes", cells.toArray());
  }

  /// What cannot be converted has no rate here either.
  private static void rates(PackageFolder folder, ExchangeRates rates) {
    for (var money : folder.money()) {
      var currency = money.currency().strip().toUpperCase(java.util.Locale.ROOT);
      for (var to : INTO) {
        if (!money.currency().isEmpty()
            && !money.currency().equals(to)
            && rates.rate(currency, to, money.date(), RateMethod.AVERAGE)
                instanceof RateResult.Rate rate) {
          folder.row(
              "rates",
              money.currency(),
              money.date(),
              to,
              rate.numerator(),
              rate.denominator(),
              rate.value(),
              rate.method().code(),
              rate.source());
        }
      }
    }
  }

  private void zip(
      BufferedOutputStream out, PackageFolder folder, String readme, Optional<Instant> newest)
      throws IOException {
    var rows = folder.counted();
    var tables = new ArrayList<Descriptor.Written>();
    for (var table : PackageTable.all()) {
      var file = folder.file(table.name());
      tables.add(
          new Descriptor.Written(
              table, rows.getOrDefault(table.name(), 0L), Files.size(file), Digest.of(file)));
    }
    try (var zip = new PackageZip(out)) {
      zip.text(
          "datapackage.json",
          Descriptor.of(tables, newest.orElse(Instant.EPOCH).toString(), settings.licence()));
      zip.text("README.md", readme);
      for (var table : PackageTable.all()) {
        zip.file(table.name() + ".csv", folder.file(table.name()));
      }
    }
  }

  /// How to read the package and to calculate with it.
  static String readme() {
    try (InputStream in = Packages.class.getResourceAsStream("/exchange/package/README.md")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks exchange/package/README.md");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
