package org.bandung.notices;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bandung.access.Account;
import org.bandung.access.Mandates;
import org.bandung.access.OwnAccount;
import org.bandung.kernel.News;
import org.bandung.store.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// The one entrance to inboxes and to how often somebody wants letters.
@Service
public class Notices {

  /// For whom a notice is that concerns nobody but its reader.
  static final String OWN = "";

  private final Database database;
  private final NoticeTable table;
  private final Mandates mandates;
  private final Clock clock;

  @Autowired
  Notices(Database database, Mandates mandates) {
    this(database, mandates, Clock.systemUTC());
  }

  Notices(Database database, Mandates mandates, Clock clock) {
    this.database = database;
    this.table = new NoticeTable(database);
    this.mandates = mandates;
    this.clock = clock;
  }

  /// Tells everybody who acts for the bodies, but who did it; runs inside the deed's transaction.
  @EventListener
  void told(News news) {
    database.inTransaction(() -> {
      var heard = new HashSet<String>();
      for (var hearer : mandates.hearers(news.bodies())) {
        if (!hearer.account().equals(news.by()) && heard.add(hearer.account())) {
          table.put(
              hearer.account(),
              new Notice(
                  0,
                  hearer.body(),
                  news.what(),
                  news.path(),
                  news.facts(),
                  clock.instant(),
                  false));
        }
      }
      return heard.size();
    });
  }

  /// Lets go what is kept of somebody who closed her account; runs inside that transaction.
  @EventListener
  void closed(OwnAccount.Closed closed) {
    table.forget(closed.account());
  }

  /// What somebody was told, the newest first; nothing for bodies she no longer acts for.
  ///
  /// @param before the id of the last one of the page before
  public List<Notice> inbox(Account account, long before, int limit) {
    return table.of(account.id(), bodies(account), before, limit);
  }

  /// How much of it she has not looked at.
  public int unread(Account account) {
    return table.unread(account.id(), bodies(account));
  }

  Set<String> bodies(Account account) {
    var bodies = new HashSet<>(mandates.hearing(account));
    bodies.add(OWN);
    return bodies;
  }

  /// Notes that she has looked at everything up to this one.
  public void read(Account account, long upTo) {
    database.inTransaction(() -> {
      table.read(account.id(), upTo, clock.instant());
      return true;
    });
  }

  /// How often she wants letters; every day until she says otherwise.
  public LetterHabit habit(Account account) {
    return table.habit(account.id()).map(NoticeTable.Habit::habit).orElse(LetterHabit.DAILY);
  }

  /// Changes how often she wants letters.
  public void habit(Account account, LetterHabit habit) {
    database.inTransaction(() -> {
      var last = table.habit(account.id()).map(NoticeTable.Habit::last).orElse(clock.instant());
      table.habit(account.id(), habit, last);
      return true;
    });
  }
}
