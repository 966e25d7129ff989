package org.bandung.funds.netting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.netting.NettingEvent.Recorded;
import org.bandung.store.Database;
import org.bandung.store.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/// SQL of rounds.
final class NettingTable {

  private static final EventLog.Names NAMES =
      new EventLog.Names(
          "funds_netting_round",
          "funds_netting_event",
          "funds_netting_command",
          "round_id",
          "party");

  private final Database database;
  private final EventLog log;

  NettingTable(Database database) {
    this.database = database;
    this.log = new EventLog(database, NAMES);
  }

  private JdbcClient.StatementSpec sql(String text) {
    return database.sql().sql(text);
  }

  /// Makes the row that deeds take their turn at.
  ///
  /// @return whether it was not there
  boolean begin(String id, String owner, Collection<String> participants, Instant now) {
    boolean made =
        sql("""
        insert into funds_netting_round (id, owner, opened_at, changed_at)
        values (:id, :owner, :now, :now)
        on conflict do nothing
        """)
                .param("id", id)
                .param("owner", owner)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update()
            > 0;
    if (made) {
      sql("""
      insert into funds_netting_participant (round_id, body)
      select :id, unnest(cast(:bodies as text[]))
      """)
          .param("id", id)
          .param("bodies", participants.toArray(String[]::new))
          .update();
    }
    return made;
  }

  boolean lock(String id) {
    return log.lock(id);
  }

  List<Recorded> events(String id) {
    return log.read(id, NettingTable::recorded);
  }

  List<NettingRound> rounds(List<String> ids) {
    return log.read(ids, NettingTable::recorded).values().stream()
        .map(NettingHistory::fold)
        .toList();
  }

  private static Recorded recorded(EventLog.Row row) {
    return new Recorded(
        row.sequence(), row.at(), row.party(), row.person(), NettingCodec.event(row.event()));
  }

  void append(String id, List<Recorded> events) {
    log.append(
        id,
        events.stream()
            .map(e ->
                new EventLog.Row(
                    e.sequence(), e.at(), e.party(), e.person(), NettingCodec.json(e.event())))
            .toList());
    sql("update funds_netting_round set changed_at = :now where id = :id")
        .param("now", events.getLast().at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<EventLog.Kept> command(String id, String party, String key) {
    return log.command(id, party, key);
  }

  void keep(String id, String party, String key, EventLog.Kept kept) {
    log.keep(id, party, key, kept);
  }

  /// Rounds that one of these bodies opened, or in which it can take part; the last changed first.
  List<String> of(Collection<String> bodies, int limit) {
    return sql("""
    select id from funds_netting_round
    where owner = any(:bodies)
       or id in (select round_id from funds_netting_participant where body = any(:bodies))
    order by changed_at desc, id
    limit :limit
    """)
        .param("bodies", bodies.toArray(String[]::new))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  int count(String round) {
    return sql("select count(*) from funds_netting_obligation where round_id = :round")
        .param("round", round)
        .query(Integer.class)
        .single();
  }

  /// Which of these ids are taken.
  List<String> taken(String round, Collection<String> ids) {
    return sql("""
    select id from funds_netting_obligation
    where round_id = :round and id = any(:ids) order by id
    """)
        .param("round", round)
        .param("ids", ids.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  void enter(String round, Recorded by, List<NettingDeed.Enter.Entry> entries) {
    sql("""
    insert into funds_netting_obligation
      (round_id, id, debtor, creditor, currency, amount, due, reference, sequence, party, person)
    select :round, e.id, e.debtor, e.creditor, e.currency, e.amount, e.due, e.reference,
      :sequence, :party, :person
    from unnest(cast(:ids as text[]), cast(:debtors as text[]), cast(:creditors as text[]),
      cast(:currencies as text[]), cast(:amounts as numeric[]), cast(:dues as date[]),
      cast(:references as text[])) as e(id, debtor, creditor, currency, amount, due, reference)
    """)
        .param("round", round)
        .param("sequence", by.sequence())
        .param("party", by.party())
        .param("person", by.person())
        .param("ids", texts(entries, e -> e.obligation().id()))
        .param("debtors", texts(entries, e -> e.obligation().debtor()))
        .param("creditors", texts(entries, e -> e.obligation().creditor()))
        .param("currencies", texts(entries, e -> e.obligation().amount().code()))
        .param("amounts", texts(entries, e -> e.obligation().amount().amount().toPlainString()))
        .param("dues", texts(entries, e -> e.obligation().due().toString()))
        .param("references", texts(entries, NettingDeed.Enter.Entry::reference))
        .update();
  }

  private static <T> String[] texts(List<T> rows, java.util.function.Function<T, String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }

  /// Says something of obligations.
  void say(String round, Recorded by, NettingDeed.Answer answer) {
    sql("""
    insert into funds_netting_word
      (round_id, obligation, sequence, word, reason, party, person)
    select :round, unnest(cast(:ids as text[])), :sequence, :word, :reason, :party, :person
    """)
        .param("round", round)
        .param("ids", answer.obligations().toArray(String[]::new))
        .param("sequence", by.sequence())
        .param("word", answer.said().name().toLowerCase(Locale.ROOT))
        .param("reason", answer.reason())
        .param("party", by.party())
        .param("person", by.person())
        .update();
  }

  private static final String CLAIMS =
      """
      select o.*, w.word, w.reason from funds_netting_obligation o
      left join lateral (
        select word, reason from funds_netting_word
        where round_id = o.round_id and obligation = o.id
        order by sequence desc limit 1) w on true
      where o.round_id = :round
      """;

  /// A claim with the person who entered it.
  record Entered(Claim claim, String person) {}

  /// These obligations, for who answers them.
  List<Entered> entered(String round, Collection<String> ids) {
    return sql(CLAIMS + " and o.id = any(:ids) order by o.id")
        .param("round", round)
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) -> new Entered(claim(row), row.getString("person")))
        .list();
  }

  /// The obligations of one participant, whatever was said of them.
  List<Claim> of(String round, String participant) {
    return sql(CLAIMS + " and (o.debtor = :who or o.creditor = :who) order by o.due, o.id")
        .param("round", round)
        .param("who", participant)
        .query((row, n) -> claim(row))
        .list();
  }

  /// How many obligations stand in each way.
  List<String> standings(String round) {
    return sql("""
    select coalesce(w.word, 'entered') from funds_netting_obligation o
    left join lateral (
      select word from funds_netting_word
      where round_id = o.round_id and obligation = o.id
      order by sequence desc limit 1) w on true
    where o.round_id = :round
    """)
        .param("round", round)
        .query(String.class)
        .list();
  }

  /// All that both sides stand by.
  List<Obligation> confirmed(String round) {
    return sql(CLAIMS + " and w.word = 'confirmed' order by o.id")
        .param("round", round)
        .query((row, n) -> obligation(row))
        .list();
  }

  private static Claim claim(ResultSet row) throws SQLException {
    var word = row.getString("word");
    var reason = row.getString("reason");
    return new Claim(
        obligation(row),
        row.getString("reference"),
        row.getString("party"),
        word == null
            ? Claim.Standing.ENTERED
            : Claim.Standing.valueOf(word.toUpperCase(Locale.ROOT)),
        reason == null ? "" : reason);
  }

  private static Obligation obligation(ResultSet row) throws SQLException {
    return new Obligation(
        row.getString("id"),
        row.getString("debtor"),
        row.getString("creditor"),
        money(row.getBigDecimal("amount"), row.getString("currency")),
        row.getObject("due", LocalDate.class));
  }

  private static Money money(BigDecimal amount, String currency) {
    return new Money(amount, Currency.getInstance(currency));
  }

  void rests(String round, int version, List<Clearing.Deferred> rests) {
    if (rests.isEmpty()) {
      return;
    }
    sql("""
    insert into funds_netting_rest
      (round_id, version, obligation, currency, value, cleared, rest)
    select :round, :version, r.id, r.currency, r.value, r.cleared, r.rest
    from unnest(cast(:ids as text[]), cast(:currencies as text[]), cast(:values as numeric[]),
      cast(:cleared as numeric[]), cast(:rests as numeric[]))
      as r(id, currency, value, cleared, rest)
    """)
        .param("round", round)
        .param("version", version)
        .param("ids", texts(rests, Clearing.Deferred::obligation))
        .param("currencies", texts(rests, r -> r.value().code()))
        .param("values", texts(rests, r -> r.value().amount().toPlainString()))
        .param("cleared", texts(rests, r -> r.clearedValue().amount().toPlainString()))
        .param("rests", texts(rests, r -> r.rest().amount().toPlainString()))
        .update();
  }

  /// What a calculation did not clear; of one participant only, or of all if none is named.
  List<Clearing.Deferred> rests(String round, int version, Optional<String> participant) {
    return sql("""
    select r.*, o.currency as own from funds_netting_rest r
    join funds_netting_obligation o on o.round_id = r.round_id and o.id = r.obligation
    where r.round_id = :round and r.version = :version
      and (:who = '' or o.debtor = :who or o.creditor = :who)
    order by r.obligation
    """)
        .param("round", round)
        .param("version", version)
        .param("who", participant.orElse(""))
        .query((row, n) ->
            new Clearing.Deferred(
                row.getString("obligation"),
                money(row.getBigDecimal("value"), row.getString("currency")),
                money(row.getBigDecimal("cleared"), row.getString("currency")),
                money(row.getBigDecimal("rest"), row.getString("own"))))
        .list();
  }
}
