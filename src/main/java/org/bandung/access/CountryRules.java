package org.bandung.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// What each country demands of its institutions, as its authority says it.
@Service
public class CountryRules {

  private final Database database;
  private final Mandates mandates;
  private final Audit audit;
  private final Clock clock;

  @Autowired
  CountryRules(Database database, Mandates mandates, Audit audit) {
    this.database = database;
    this.mandates = mandates;
    this.audit = audit;
    this.clock = Clock.systemUTC();
  }

  /// What is demanded.
  ///
  /// @param agreements an agreement of an institution enters into force only once the authority has
  ///   endorsed it
  /// @param needs the authority clears a need before it is released
  public record Demands(boolean agreements, boolean needs) {

    /// What is demanded where nobody has said anything.
    public static final Demands NONE = new Demands(false, false);
  }

  /// What a country demands.
  ///
  /// @param country alpha-3
  public Demands of(String country) {
    return database
        .sql()
        .sql("select agreements, needs from access_country_rule where country = :country")
        .param("country", country)
        .query((row, n) -> new Demands(row.getBoolean("agreements"), row.getBoolean("needs")))
        .optional()
        .orElse(Demands.NONE);
  }

  /// Whether somebody may say what the country of this authority demands.
  public boolean maySet(Account account, Body authority) {
    return authority.kind() == Body.Kind.AUTHORITY
        && mandates.may(account, Permission.RELEASE, authority);
  }

  /// Says what the country of this authority demands from now on.
  ///
  /// @return whether she may
  public boolean set(Account account, Body authority, Demands demands) {
    return database.inTransaction(() -> {
      if (!maySet(account, authority)) {
        return false;
      }
      var country = String.valueOf(authority.country());
      database
          .sql()
          .sql(
              """
              insert into access_country_rule (country, agreements, needs, changed_at)
              values (:country, :agreements, :needs, :now)
              on conflict (country) do update
              set agreements = excluded.agreements, needs = excluded.needs,
                changed_at = excluded.changed_at
              """)
          .param("country", country)
          .param("agreements", demands.agreements())
          .param("needs", demands.needs())
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
      audit.record(
          new Audit.Deed(
              account.id(),
              authority.id(),
              "country.rules-set",
              country,
              Map.of(
                  "agreements", String.valueOf(demands.agreements()),
                  "needs", String.valueOf(demands.needs()))));
      return true;
    });
  }
}
