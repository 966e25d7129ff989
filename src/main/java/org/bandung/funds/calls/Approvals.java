package org.bandung.funds.calls;

import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.funds.calls.forms.ProposalForm;
import org.bandung.store.Database;
import org.springframework.stereotype.Component;

/// What boards approved, for what follows from it. Whoever asks has asked who may.
@Component
public class Approvals {

  private final Database database;
  private final ProposalTable table;
  private final Conflicts conflicts;

  Approvals(Database database, Conflicts conflicts) {
    this.database = database;
    this.table = new ProposalTable(database);
    this.conflicts = conflicts;
  }

  /// Whether somebody has a conflict of interest with a proposal, declared or by whom she acts for.
  public boolean keptOut(Account account, String proposal) {
    return database.reading(
        () -> table.find(proposal).filter(p -> conflicts.excluded(p, account)).isPresent());
  }

  /// A proposal that a board approved.
  ///
  /// @param organisation whose proposals are counted together
  /// @param form the version that the board decided on
  public record Approved(String id, String fund, String organisation, ProposalForm form) {}

  /// Empty if there is no such proposal, or no board approved it.
  public Optional<Approved> of(String proposal) {
    return database.reading(() ->
        table
            .find(proposal)
            .filter(p ->
                p.state() == Proposal.State.APPROVED
                    || p.state() == Proposal.State.APPROVED_WITH_CHANGES)
            .flatMap(p ->
                p.submitted()
                    .map(v -> new Approved(p.id(), p.fund(), p.organisation(), v.form()))));
  }
}
