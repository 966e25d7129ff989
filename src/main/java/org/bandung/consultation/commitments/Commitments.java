package org.bandung.consultation.commitments;

import static org.bandung.access.guard.Refusals.refused;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Account;
import org.bandung.access.Audit;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.access.Permission;
import org.bandung.consultation.ConsultationCodec;
import org.bandung.consultation.commitments.Commitment.Content;
import org.bandung.consultation.commitments.Commitment.FollowUp;
import org.bandung.consultation.commitments.Commitment.Report;
import org.bandung.kernel.StableId;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The one entrance to commitments. To somebody who may not see what is private to a body, there
/// are none but those it released.
@Service
public class Commitments {

  private static final int MOST = 1_000;
  private static final int LONGEST_KEY = 200;

  private static final String SELECT =
      "select id, owner, audience, version, content, released_content, released_follow_ups"
          + " from consultation_commitment ";

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final Clock clock;

  @Autowired
  Commitments(Database database, Mandates mandates, Audit audit) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = Clock.systemUTC();
  }

  /// What became of what somebody wrote.
  public sealed interface WriteOutcome {
    record Written(Commitment commitment) implements WriteOutcome {}

    /// She may see it, not do it.
    record NotAllowed() implements WriteOutcome {}

    /// Fields that cannot be taken as they are.
    record Faulty(List<String> fields) implements WriteOutcome {
      public Faulty {
        fields = List.copyOf(fields);
      }
    }

    /// Somebody changed it meanwhile.
    record Conflict(Commitment now) implements WriteOutcome {}
  }

  /// The bodies for which somebody may write commitments.
  public List<Body> writing(Account account) {
    return account.mandates().stream()
        .map(m -> m.body())
        .filter(b -> b.kind() != Body.Kind.NODE)
        .filter(b -> mandates.may(account, Permission.WRITE_ENTRY, b))
        .toList();
  }

  /// The commitments of every body whose private things somebody may see, the newest first.
  public List<Commitment> list(Account account) {
    var bodies =
        mandates.list(account).stream().filter(b -> sees(account, b)).map(Body::id).toList();
    if (bodies.isEmpty()) {
      return List.of();
    }
    return database
        .sql()
        .sql(SELECT + "where owner in (:bodies) order by made_at desc, id limit :most")
        .param("bodies", bodies)
        .param("most", MOST)
        .query(this::commitment)
        .list();
  }

  private boolean sees(Account account, Body body) {
    return mandates.may(account, Permission.READ_PRIVATE, body);
  }

  /// A commitment, for those who may see what is private to its body.
  public Optional<Commitment> find(String id, Account account) {
    return stored(id).filter(c -> owner(account, c).isPresent());
  }

  /// The body of a commitment, if somebody may see what is private to it.
  public Optional<Body> owner(Account account, Commitment c) {
    return mandates.find(account, c.owner()).filter(b -> sees(account, b));
  }

  /// Whether somebody may do a thing to a commitment.
  public boolean may(Account account, Permission permission, Commitment c) {
    return owner(account, c).filter(b -> mandates.may(account, permission, b)).isPresent();
  }

  /// A commitment that its body has released, as it was then.
  public Optional<Commitment> findPublic(String id) {
    return database
        .sql()
        .sql(SELECT + "where id = :id and audience = 'public'")
        .param("id", id)
        .query(this::released)
        .optional();
  }

  /// The commitments that their bodies have released, the newest first.
  public List<Commitment> listPublic() {
    return database
        .sql()
        .sql(SELECT + "where audience = 'public' order by made_at desc, id limit :most")
        .param("most", MOST)
        .query(this::released)
        .list();
  }

  private Commitment released(ResultSet row, int n) throws SQLException {
    var now = commitment(row, n);
    int reports = row.getInt("released_follow_ups");
    return new Commitment(
        now.id(),
        now.owner(),
        Commitment.Release.AS_IT_STANDS,
        now.version(),
        ConsultationCodec.read(row.getString("released_content"), Content.class),
        now.followUps().stream().filter(f -> f.number() <= reports).toList());
  }

  private Optional<Commitment> stored(String id) {
    return database
        .sql()
        .sql(SELECT + "where id = :id")
        .param("id", id)
        .query(this::commitment)
        .optional();
  }

  private Commitment commitment(ResultSet row, int n) throws SQLException {
    var id = row.getString("id");
    var content = ConsultationCodec.read(row.getString("content"), Content.class);
    var followUps = followUps(id);
    var shown = row.getString("released_content");
    var release =
        shown == null
            ? Commitment.Release.NOT
            : followUps.size() == row.getInt("released_follow_ups")
                    && ConsultationCodec.read(shown, Content.class).equals(content)
                ? Commitment.Release.AS_IT_STANDS
                : Commitment.Release.AS_IT_STOOD;
    return new Commitment(
        id, row.getString("owner"), release, row.getInt("version"), content, followUps);
  }

  private List<FollowUp> followUps(String id) {
    return database
        .sql()
        .sql(
            """
            select number, at, content from consultation_commitment_follow_up
            where commitment_id = :id order by number desc
            """)
        .param("id", id)
        .query((row, n) ->
            new FollowUp(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ConsultationCodec.read(row.getString("content"), Report.class)))
        .list();
  }

  /// Writes a commitment down; with the same key it is the same one.
  ///
  /// @return empty if the body is nothing to her
  public Optional<WriteOutcome> write(Account account, String body, Content content, String key) {
    return database.inTransaction(() -> {
      var owner = mandates.find(account, body).filter(b -> sees(account, b));
      if (owner.isEmpty() || key.isBlank() || key.length() > LONGEST_KEY) {
        return Optional.<WriteOutcome>empty();
      }
      if (!mandates.may(account, Permission.WRITE_ENTRY, owner.get())) {
        var outcome = new WriteOutcome.NotAllowed();
        return Optional.of(
            refused(outcome, account.id(), Permission.WRITE_ENTRY, owner.get().id()));
      }
      var faults = CommitmentFaults.of(content, owner.get());
      if (!faults.isEmpty()) {
        return Optional.of(new WriteOutcome.Faulty(faults));
      }
      var id = StableId.of("commitment", body, account.id(), key);
      int made =
          database
              .sql()
              .sql(
                  """
                  insert into consultation_commitment
                    (id, owner, audience, version, content, made_at, changed_at)
                  values (:id, :owner, 'organisation', 1, cast(:content as jsonb), :now, :now)
                  on conflict do nothing
                  """)
              .param("id", id)
              .param("owner", body)
              .param("content", ConsultationCodec.json(content))
              .param("now", now())
              .update();
      if (made > 0) {
        record(account, body, "commitment.written", id);
      }
      return Optional.of(new WriteOutcome.Written(stored(id).orElseThrow()));
    });
  }

  /// Changes what a commitment says.
  ///
  /// @param version the one that she had before her
  public Optional<WriteOutcome> change(Account account, String id, int version, Content content) {
    return locked(
        account,
        id,
        Permission.WRITE_ENTRY,
        (c, owner) -> {
          var faults = CommitmentFaults.of(content, owner);
          if (!faults.isEmpty()) {
            return new WriteOutcome.Faulty(faults);
          }
          if (c.content().equals(content)) {
            return new WriteOutcome.Written(c);
          }
          if (c.version() != version) {
            return new WriteOutcome.Conflict(c);
          }
          database
              .sql()
              .sql(
                  """
                  update consultation_commitment
                  set content = cast(:content as jsonb), version = version + 1, changed_at = :now
                  where id = :id
                  """)
              .param("content", ConsultationCodec.json(content))
              .param("now", now())
              .param("id", id)
              .update();
          record(account, owner.id(), "commitment.changed", id);
          return new WriteOutcome.Written(stored(id).orElseThrow());
        });
  }

  /// Reports what became of it.
  public Optional<WriteOutcome> report(Account account, String id, Report report, String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      return Optional.empty();
    }
    return locked(
        account,
        id,
        Permission.WRITE_ENTRY,
        (c, owner) -> {
          var faults = CommitmentFaults.of(report);
          if (!faults.isEmpty()) {
            return new WriteOutcome.Faulty(faults);
          }
          int made =
              database
                  .sql()
                  .sql(
                      """
                      insert into consultation_commitment_follow_up
                        (commitment_id, number, key, at, person, content)
                      values (:id, :number, :key, :now, :person, cast(:content as jsonb))
                      on conflict (commitment_id, key) do nothing
                      """)
                  .param("id", id)
                  .param("number", c.followUps().size() + 1)
                  .param("key", key)
                  .param("now", now())
                  .param("person", account.id())
                  .param("content", ConsultationCodec.json(report))
                  .update();
          if (made > 0) {
            record(account, owner.id(), "commitment.reported", id);
          }
          return new WriteOutcome.Written(stored(id).orElseThrow());
        });
  }

  /// Releases a commitment with its follow-up to everybody as it stands, or takes it back.
  public Optional<WriteOutcome> release(Account account, String id, boolean released) {
    return locked(
        account,
        id,
        Permission.RELEASE,
        (c, owner) -> {
          database
              .sql()
              .sql(
                  """
                  update consultation_commitment
                  set audience = case when :released then 'public' else 'organisation' end,
                    released_content = case when :released then content end,
                    released_follow_ups = :reports
                  where id = :id
                  """)
              .param("released", released)
              .param("reports", released ? c.followUps().size() : 0)
              .param("id", id)
              .update();
          record(
              account, owner.id(), released ? "commitment.released" : "commitment.taken-back", id);
          return new WriteOutcome.Written(stored(id).orElseThrow());
        });
  }

  private Optional<WriteOutcome> locked(
      Account account,
      String id,
      Permission permission,
      java.util.function.BiFunction<Commitment, Body, WriteOutcome> deed) {
    return database.inTransaction(() -> {
      database
          .sql()
          .sql("select id from consultation_commitment where id = :id for update")
          .param("id", id)
          .query(String.class)
          .optional();
      var found = find(id, account);
      if (found.isEmpty()) {
        return Optional.<WriteOutcome>empty();
      }
      var owner = owner(account, found.get()).orElseThrow();
      return Optional.of(
          mandates.may(account, permission, owner)
              ? deed.apply(found.get(), owner)
              : refused(new WriteOutcome.NotAllowed(), account.id(), permission, owner.id()));
    });
  }

  private void record(Account account, String body, String action, String id) {
    audit.record(new Audit.Deed(account.id(), body, action, id, Map.of()));
  }

  private OffsetDateTime now() {
    return Instant.now(clock).atOffset(ZoneOffset.UTC);
  }
}
