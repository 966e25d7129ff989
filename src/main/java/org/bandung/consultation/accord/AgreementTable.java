package org.bandung.consultation.accord;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.consultation.ConsultationCodec;
import org.bandung.consultation.ConsultationEvent.Author;
import org.bandung.consultation.Party;
import org.bandung.consultation.Proposal;
import org.bandung.consultation.accord.AgreementEvent.Recorded;
import org.bandung.consultation.signing.SignatureBundle.Signatory;
import org.bandung.consultation.signing.SignatureBundle.Signed;
import org.bandung.store.Database;
import org.bandung.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of agreements.
final class AgreementTable {

  private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  private static final int NODE_LETTERS = 4;

  private static final EventLog.Names NAMES =
      new EventLog.Names(
          "consultation_agreement",
          "consultation_agreement_event",
          "consultation_agreement_command",
          "agreement_id",
          "person");

  private final Database database;
  private final EventLog log;
  private final SecureRandom random = new SecureRandom();

  AgreementTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// The next number of a year, such as `K7QX-2026-0001`: four letters of this node, the year, how
  /// many that year. Who asks next waits until this transaction ends, so that none is left out.
  String nextNumber(int year) {
    var fresh = new StringBuilder();
    for (int i = 0; i < NODE_LETTERS; i++) {
      fresh.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    record Number(String node, int last) {}
    var number =
        sql("""
        insert into consultation_agreement_number (year, node, last)
        values (:year, coalesce(
          (select node from consultation_agreement_number order by year limit 1), :fresh), 1)
        on conflict (year) do update set last = consultation_agreement_number.last + 1
        returning node, last
        """)
            .param("year", year)
            .param("fresh", fresh.toString())
            .query((row, n) -> new Number(row.getString("node"), row.getInt("last")))
            .single();
    return "%s-%d-%04d".formatted(number.node(), year, number.last());
  }

  void begin(Agreement a, Instant now) {
    sql("""
    insert into consultation_agreement (id, number, consultation_id, under, made_at, audience)
    values (:id, :number, :consultation, :under, :now, 'parties')
    """)
        .param("id", a.id())
        .param("number", a.origin().number())
        .param("consultation", a.origin().consultation())
        .param("under", a.origin().under())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    for (Party party : a.parties()) {
      sql("insert into consultation_agreement_party (agreement_id, party) values (:id, :party)")
          .param("id", a.id())
          .param("party", party.id())
          .update();
    }
  }

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, AgreementTable::recorded);
  }

  /// How each of these stands, in the order of the ids.
  List<Agreement> find(List<String> ids) {
    return log.read(ids, AgreementTable::recorded).values().stream()
        .map(AgreementHistory::fold)
        .toList();
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(),
        row.at(),
        new Author(row.party(), row.person()),
        AgreementCodec.read(row.event(), AgreementEvent.class));
  }

  Optional<Agreement> find(String id) {
    var events = events(id);
    return events.isEmpty() ? Optional.empty() : Optional.of(AgreementHistory.fold(events));
  }

  void append(String id, List<Recorded> events) {
    log.append(
        id,
        events.stream()
            .map(e ->
                new EventLog.Row(
                    e.sequence(),
                    e.at(),
                    e.by().party(),
                    e.by().person(),
                    AgreementCodec.json(e.event())))
            .toList());
  }

  /// What was consented to in a revision.
  ///
  /// @param document the canonical text
  record Text(int revision, Proposal proposal, String document) {}

  void keepText(String id, Text text) {
    sql("""
    insert into consultation_agreement_text (agreement_id, revision, proposal, document)
    values (:id, :revision, cast(:proposal as jsonb), :document)
    """)
        .param("id", id)
        .param("revision", text.revision())
        .param("proposal", ConsultationCodec.json(text.proposal()))
        .param("document", text.document())
        .update();
  }

  Text text(String id, int revision) {
    return sql("""
    select proposal, document from consultation_agreement_text
    where agreement_id = :id and revision = :revision
    """)
        .param("id", id)
        .param("revision", revision)
        .query((row, n) ->
            new Text(
                revision,
                ConsultationCodec.read(row.getString("proposal"), Proposal.class),
                row.getString("document")))
        .single();
  }

  void keepSignature(String id, int revision, Signed signed) {
    sql("""
    insert into consultation_agreement_signature (agreement_id, revision, party, signatory,
      capacity, organisation, signed_at, public_key, signature)
    values (:id, :revision, :party, :signatory, :capacity, :organisation, :at, :key, :signature)
    """)
        .param("id", id)
        .param("revision", revision)
        .param("party", signed.by().party())
        .param("signatory", signed.by().name())
        .param("capacity", signed.by().capacity())
        .param("organisation", signed.by().organisation())
        .param("at", signed.at().atOffset(ZoneOffset.UTC))
        .param("key", signed.publicKey())
        .param("signature", signed.signature())
        .update();
  }

  List<Signed> signatures(String id, int revision) {
    return sql("""
    select * from consultation_agreement_signature
    where agreement_id = :id and revision = :revision order by signed_at, party
    """)
        .param("id", id)
        .param("revision", revision)
        .query((row, n) ->
            new Signed(
                new Signatory(
                    row.getString("party"),
                    row.getString("signatory"),
                    row.getString("capacity"),
                    row.getString("organisation")),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("public_key"),
                row.getString("signature")))
        .list();
  }

  Optional<EventLog.Kept> command(String id, String person, String key) {
    return log.command(id, person, key);
  }

  void keep(String id, String person, String key, EventLog.Kept kept) {
    log.keep(id, person, key, kept);
  }

  List<String> ofConsultation(String consultation) {
    return ids("where a.consultation_id = :value", consultation);
  }

  /// Agreements that stand below one.
  List<String> below(String id) {
    return ids("where a.under = :value", id);
  }

  List<String> all() {
    return ids("where :value = ''", "");
  }

  private List<String> ids(String where, String value) {
    return sql("select a.id from consultation_agreement a "
            + where
            + " order by a.made_at desc, a.id")
        .param("value", value)
        .query(String.class)
        .list();
  }

  /// Agreements of any of these parties, the newest first.
  List<String> of(List<String> parties, int limit) {
    if (parties.isEmpty()) {
      return List.of();
    }
    return sql("""
    select a.id from consultation_agreement a
    where exists (select from consultation_agreement_party p
      where p.agreement_id = a.id and p.party in (:parties))
    order by a.made_at desc, a.id limit :limit
    """)
        .param("parties", parties)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /// Agreements in whose history an endorsement is demanded.
  List<String> withEndorsement(int limit) {
    return sql("""
    select a.id from consultation_agreement a
    where exists (select from consultation_agreement_event e
      where e.agreement_id = a.id and e.event ->> 'type' = 'endorsement-demanded')
    order by a.made_at desc, a.id limit :limit
    """)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  void release(String id, String body, @Nullable Instant at) {
    if (at == null) {
      sql("delete from consultation_agreement_release where agreement_id = :id and body = :body")
          .param("id", id)
          .param("body", body)
          .update();
    } else {
      sql("""
      insert into consultation_agreement_release (agreement_id, body, released_at)
      values (:id, :body, :at) on conflict do nothing
      """)
          .param("id", id)
          .param("body", body)
          .param("at", at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  Set<String> released(String id) {
    return sql("select body from consultation_agreement_release where agreement_id = :id")
        .param("id", id)
        .query(String.class)
        .set();
  }

  List<String> anyReleased() {
    return sql("""
    select a.id from consultation_agreement a
    where exists (select from consultation_agreement_release r where r.agreement_id = a.id)
    order by a.made_at desc, a.id
    """)
        .query(String.class)
        .list();
  }

  /// Agreements that somebody left before they came into force: they may since her last day.
  List<String> waiting() {
    return sql("""
    select distinct w.agreement_id from consultation_agreement_event w
    where w.event ->> 'type' = 'withdrawn'
      and not exists (select from consultation_agreement_event f
        where f.agreement_id = w.agreement_id
          and f.event ->> 'type' in ('entered-into-force', 'annulled'))
    """)
        .query(String.class)
        .list();
  }
}
