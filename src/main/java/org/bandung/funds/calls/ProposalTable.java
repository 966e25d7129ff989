package org.bandung.funds.calls;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of proposals.
final class ProposalTable {

  private final Database database;
  final Log<ProposalEvent> log;

  ProposalTable(Database database) {
    this.database = database;
    this.log = new Log<>(database, "proposal", ProposalEvent.class);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  boolean begin(String id, ProposalEvent.Begun begun, Instant now) {
    return sql("""
    insert into funds_proposal
      (id, call_id, fund, body, organisation, counts, listed, changed_at)
    values (:id, :call, :fund, :body, :organisation, false, false, :now)
    on conflict do nothing
    """)
            .param("id", id)
            .param("call", begun.call())
            .param("fund", begun.fund())
            .param("body", begun.body())
            .param("organisation", begun.organisation())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  Optional<Proposal> find(String id) {
    var events = log.events(id);
    return events.isEmpty() ? Optional.empty() : Optional.of(ProposalHistory.fold(id, events));
  }

  List<Proposal> all(Collection<String> ids) {
    return log.events(ids).entrySet().stream()
        .map(e -> ProposalHistory.fold(e.getKey(), e.getValue()))
        .toList();
  }

  List<String> of(Collection<String> bodies, int limit) {
    return sql("""
    select id from funds_proposal where body = any(:bodies)
    order by changed_at desc, id limit :limit
    """)
        .param("bodies", bodies.toArray(String[]::new))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Proposals to a fund that were submitted at least once.
  List<String> submitted(String fund, int limit) {
    return sql("""
    select id from funds_proposal where fund = :fund and year is not null
    order by changed_at desc, id limit :limit
    """)
        .param("fund", fund)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  List<String> listed(String fund, int limit) {
    return sql("""
    select id from funds_proposal where fund = :fund and listed order by id limit :limit
    """)
        .param("fund", fund)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Waits until nobody else hands in something of the same organisation to the fund.
  void takeTurn(String fund, String organisation) {
    sql("""
    insert into funds_applicant (fund, organisation) values (:fund, :organisation)
    on conflict do nothing
    """)
        .param("fund", fund)
        .param("organisation", organisation)
        .update();
    sql("""
    select fund from funds_applicant where fund = :fund and organisation = :organisation for update
    """)
        .param("fund", fund)
        .param("organisation", organisation)
        .query(String.class)
        .single();
  }

  /// Other proposals of the organisation to the fund that were submitted in the year and not taken
  /// back.
  int others(Proposal p, int year) {
    return sql("""
    select count(*) from funds_proposal
    where fund = :fund and organisation = :organisation and year = :year and counts and id <> :id
    """)
        .param("fund", p.fund())
        .param("organisation", p.organisation())
        .param("year", year)
        .param("id", p.id())
        .query(Integer.class)
        .single();
  }

  /// Notes what proposals are found by. The year of the first submission stays.
  void note(Proposal p, int year, Instant now) {
    boolean submitted = !p.versions().isEmpty();
    sql("""
    update funds_proposal
    set year = coalesce(year, :year), counts = :counts, listed = :listed, changed_at = :now
    where id = :id
    """)
        .param("year", submitted ? year : null, java.sql.Types.INTEGER)
        .param("counts", submitted && p.state() != Proposal.State.WITHDRAWN)
        .param("listed", p.listed())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", p.id())
        .update();
  }

  /// Where letters go.
  record Contact(String email, String language) {}

  void contact(String id, Contact contact) {
    sql("insert into funds_contact (proposal_id, email, language) values (:id, :email, :language)")
        .param("id", id)
        .param("email", contact.email())
        .param("language", contact.language())
        .update();
  }

  Optional<Contact> contact(String id) {
    return sql("select email, language from funds_contact where proposal_id = :id")
        .param("id", id)
        .query((row, n) -> new Contact(row.getString("email"), row.getString("language")))
        .optional();
  }

  void forget(String email) {
    sql("delete from funds_contact where lower(email) = lower(:email)")
        .param("email", email)
        .update();
  }
}
