package org.bandung.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.access.Reader;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.parties.Identity;
import org.bandung.parties.Mention;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.Registry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The pages alone, over an invented world. Not a configuration that component scanning can find,
/// so that tests of the whole program do not meet this world.
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan(basePackageClasses = SiteSettings.class)
class WebWorld {

  /// Shows the pages to whoever works on them.
  public static void main(String[] args) {
    SpringApplication.run(WebWorld.class, args);
  }

  @Bean
  Registry registry() {
    return new WorldRegistry();
  }

  @Bean
  Reference reference() {
    return new WorldReference();
  }

  @Bean
  SiteSettings siteSettings() {
    return new SiteSettings("triangular");
  }

  @Bean
  Parties parties() {
    return new WorldParties();
  }

  private static final class WorldParties implements Parties {
    @Override
    public Identity identify(Mention mention) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remember(Collection<Mention> mentions) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Receipt> receive(List<OrganisationStatement> statements) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Collection<String> known(Collection<String> contentHashes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public OrganisationPage list(
        Reader reader, OrganisationFilter filter, Optional<String> cursor, int limit) {
      return new OrganisationPage(List.of(), Optional.empty());
    }

    @Override
    public Optional<Organisation> find(Reader reader, String id) {
      return Optional.empty();
    }

    @Override
    public List<Organisation> coordinatingAgencies(CountryCode country) {
      return List.of(
          new Organisation(
              "o1",
              "coordinating-agency",
              Optional.of("10"),
              Optional.of(country),
              "MAC",
              LocalizedText.of("en", "Mirador Agency for Cooperation"),
              List.of("QM-AG"),
              Optional.empty(),
              Optional.of("https://example.org/"),
              "invented"));
    }
  }
}
