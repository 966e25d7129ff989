package org.bandung.cli.demo;

import java.util.List;
import java.util.Optional;
import org.bandung.access.Accounts;
import org.bandung.kernel.CountryCode;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Service;

/// Fills an empty node with an invented world.
@Service
public class DemoWorld {

  private static final List<String> COUNTRIES = List.of("QMM", "QNN", "QPP");

  private final Accounts accounts;
  private final Reference reference;
  private final DemoPeople people;
  private final DemoCatalogue catalogue;
  private final DemoTalks talks;

  DemoWorld(
      Accounts accounts,
      Reference reference,
      DemoPeople people,
      DemoCatalogue catalogue,
      DemoTalks talks) {
    this.accounts = accounts;
    this.reference = reference;
    this.people = people;
    this.catalogue = catalogue;
    this.talks = talks;
  }

  /// Whether this node knows the countries of the invented world.
  public boolean known() {
    return COUNTRIES.stream()
        .allMatch(code -> reference.findCountry(new CountryCode(code)).isPresent());
  }

  /// Fills the node.
  ///
  /// @return everybody; empty, and nothing done, if somebody keeps this node already
  public Optional<List<DemoPerson>> fill() {
    return accounts
        .firstAdministrator()
        .map(word -> {
          var cast = DemoCast.assemble(people, word);
          catalogue.fill(cast);
          talks.fill(cast);
          return cast.everybody();
        });
  }
}
