package org.bandung.catalogue;

import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Mandate;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.registry.said.Content;
import org.bandung.store.Database;
import org.springframework.stereotype.Service;

/// Solutions made of completed initiatives by people who write for a body.
@Service
public class Solutions {

  private final Database database;
  private final Catalogue catalogue;
  private final Mandates mandates;
  private final Audit audit;

  Solutions(Database database, Catalogue catalogue, Mandates mandates, Audit audit) {
    this.database = database;
    this.catalogue = catalogue;
    this.mandates = mandates;
    this.audit = audit;
  }

  /// The first mandate with which somebody may write solutions.
  private Optional<Mandate> writing(Account account) {
    return account.mandates().stream()
        .filter(m -> mandates.may(account, Permission.WRITE_ENTRY, m.body()))
        .findFirst();
  }

  /// Whether somebody may make a solution of what is reported.
  public boolean mayMake(Account account, Content reported) {
    return writing(account).isPresent() && catalogue.canBecomeSolution(reported);
  }

  /// Makes a solution of a completed initiative, or makes it anew; empty if she may not.
  public Optional<SolutionOutcome> make(Account account, String initiative) {
    return database.inTransaction(() ->
        writing(account)
            .map(as -> {
              var outcome = catalogue.solutionFrom(initiative);
              if (outcome instanceof SolutionOutcome.Made(var id, var changed) && changed) {
                audit.record(
                    new Audit.Deed(
                        account.id(),
                        as.body().id(),
                        "solution.made",
                        id,
                        Map.of("of", initiative)));
              }
              return outcome;
            }));
  }
}
