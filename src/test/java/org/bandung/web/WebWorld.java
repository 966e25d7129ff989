package org.bandung.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bandung.catalogue.Catalogue;
import org.bandung.exchange.ExampleEntries;
import org.bandung.exchange.Proposals;
import org.bandung.exchange.files.InputSettings;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.reference.ReferenceSettings;
import org.bandung.reference.money.Rates;
import org.bandung.registry.Registry;
import org.bandung.store.Database;
import org.bandung.store.DatabaseSettings;
import org.bandung.store.ServerStart;
import org.bandung.web.frame.SiteSettings;
import org.bandung.web.frame.TrafficSettings;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The pages over an invented world in a real database. Not a configuration that component scanning
/// can find, so that tests of the whole program do not meet this world.
@EnableAutoConfiguration
@ComponentScan(
    basePackageClasses = {
      HomePages.class,
      Registry.class,
      Reference.class,
      Parties.class,
      org.bandung.finder.Finder.class,
      Catalogue.class,
      org.bandung.consultation.Consultations.class,
      org.bandung.collection.CollectionRounds.class,
      org.bandung.funds.Funds.class,
      org.bandung.search.Search.class,
      org.bandung.statistics.Statistics.class,
      org.bandung.linkage.Linkage.class,
      org.bandung.economy.SouthShares.class,
      org.bandung.observations.Observations.class,
      org.bandung.notices.Notices.class,
      org.bandung.concepts.Concepts.class,
      org.bandung.access.Accounts.class,
      org.bandung.post.Post.class,
      org.bandung.exchange.packages.Packages.class,
      org.bandung.exchange.tossd.TossdExtract.class,
      Database.class
    })
class WebWorld {

  private static final List<String> FILES =
      List.of(
          "countries",
          "country-names",
          "regions",
          "status",
          "groupings",
          "memberships",
          "categories");

  /// Shows the pages to whoever works on them.
  public static void main(String[] args) {
    SpringApplication.run(WebWorld.class, args);
  }

  @Bean
  SiteSettings siteSettings() {
    return new SiteSettings("triangular", Optional.of("desk@example.org"), false);
  }

  @Bean
  TrafficSettings trafficSettings() {
    return new TrafficSettings(2, Optional.of("127.0.0.1"));
  }

  @Bean
  org.bandung.concepts.ConceptSettings conceptSettings() {
    return new org.bandung.concepts.ConceptSettings(Optional.empty());
  }

  @Bean
  org.bandung.access.AccessSettings accessSettings(DatabaseSettings database) {
    return new org.bandung.access.AccessSettings(
        database.home(),
        Optional.empty(),
        java.net.URI.create("http://localhost:8080"),
        Optional.empty(),
        Optional.empty());
  }

  @Bean
  org.bandung.post.PostSettings postSettings() {
    return new org.bandung.post.PostSettings(Optional.empty(), "desk@example.org");
  }

  @Bean
  org.bandung.search.SearchSettings searchSettings(
      org.springframework.core.env.Environment environment) {
    return new org.bandung.search.SearchSettings(
        Optional.ofNullable(environment.getProperty("test.encoder")).map(Path::of));
  }

  @Bean
  DatabaseSettings databaseSettings() throws IOException {
    return new DatabaseSettings(
        Files.createTempDirectory("bandung-web"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(System.getenv("BANDUNG_POSTGRES_PROGRAMS")).map(Path::of));
  }

  @Bean
  org.bandung.observations.ObservationSettings observationSettings(DatabaseSettings database) {
    return org.bandung.observations.ObservationSettings.in(
        database.home().resolve("observations"), 256, 2);
  }

  @Bean
  ServerStart serverStart(DatabaseSettings settings) {
    return ServerStart.begin(settings);
  }

  /// The shipped schemes with the countries of the invented world added.
  @Bean
  ReferenceSettings referenceSettings() throws IOException {
    var world = Path.of("src/test/resources/reference-world");
    var folder = Files.createTempDirectory("bandung-world");
    for (var file : FILES) {
      Files.copy(world.resolve(file + ".csv"), folder.resolve(file + ".csv"));
    }
    var schemes =
        Files.readString(world.resolve("status-schemes.csv")).replace(",true,", ",false,");
    Files.writeString(folder.resolve("status-schemes.csv"), schemes);
    return new ReferenceSettings(Optional.of(folder), "world");
  }

  @Bean
  Proposals proposals(Registry registry, Reference reference) {
    return new Proposals(registry, reference, InputSettings.WEB_ONLY);
  }

  @Bean
  org.bandung.exchange.packages.DataSettings dataSettings(DatabaseSettings database) {
    return new org.bandung.exchange.packages.DataSettings(
        database.home().resolve("data"), Optional.empty());
  }

  @Bean
  org.bandung.exchange.iati.IatiExport iatiExport(
      org.bandung.registry.published.Publications publications,
      Reference reference,
      org.bandung.concepts.Concepts concepts) {
    return new org.bandung.exchange.iati.IatiExport(
        publications, reference, concepts, new org.bandung.exchange.IatiSettings(Optional.empty()));
  }

  @Bean
  org.bandung.exchange.EntryTables entryTables(Reference reference) {
    return new org.bandung.exchange.EntryTables(reference);
  }

  /// Pairs that a test says may be one.
  static final List<org.bandung.statistics.doubts.UnsurePair> PAIRS =
      new java.util.concurrent.CopyOnWriteArrayList<>();

  @Bean
  org.bandung.statistics.doubts.PairSource pairs() {
    return () -> java.util.Optional.of(List.copyOf(PAIRS));
  }

  @Bean
  ApplicationRunner statements(
      Registry registry,
      Catalogue catalogue,
      Reference reference,
      Rates rates,
      org.bandung.statistics.Statistics statistics,
      org.bandung.linkage.LinkProposals proposals,
      org.bandung.observations.Observations observations) {
    return arguments -> {
      WorldStatements.receive(registry);
      proposals.round();
      statistics.catchUp();
      WorldRates.receive(rates);
      org.bandung.observations.WorldTrade.receive(observations);
      org.bandung.observations.WorldTrade.receiveDebt(observations);
      org.bandung.observations.WorldSeries.receive(observations);
      ExampleEntries.receive(catalogue, reference);
    };
  }

  /// A fund that is shown, with something in its book.
  @Bean
  ApplicationRunner fundOfTheWorld(Database database, org.bandung.funds.ledger.Ledger ledger) {
    return arguments -> {
      org.bandung.funds.WorldFunds.receive(database, "0f5a3v9k2m7q1x8t");
      org.bandung.FundPostings.post(ledger, "fund:0f5a3v9k2m7q1x8t");
    };
  }
}
