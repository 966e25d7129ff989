package org.bandung.notices;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bandung.access.AccessSettings;
import org.bandung.access.Account;
import org.bandung.access.Accounts;
import org.bandung.kernel.Messages;
import org.bandung.post.Letter;
import org.bandung.post.Post;
import org.bandung.store.Database;
import org.bandung.store.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Letters by the day or the week: what somebody was told and has not looked at, in her language.
@Component
final class Digests implements Recurring {

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
  private static final Messages WORDS = Messages.of("notices");
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final int MOST = 50;

  private final Database database;
  private final NoticeTable table;
  private final Notices notices;
  private final SavedSearches searches;
  private final Accounts accounts;
  private final Post post;
  private final URI address;
  private final Clock clock;

  @Autowired
  Digests(
      Database database,
      Notices notices,
      SavedSearches searches,
      Accounts accounts,
      Post post,
      AccessSettings settings) {
    this.database = database;
    this.table = new NoticeTable(database);
    this.notices = notices;
    this.searches = searches;
    this.accounts = accounts;
    this.post = post;
    this.address = settings.publicAddress();
    this.clock = Clock.systemUTC();
  }

  /// Looks for everybody whose letter is due; one process at a time does.
  ///
  /// @return how many letters were written
  int write() {
    int written = 0;
    for (var account : table.waiting()) {
      try {
        written += database.inTransaction(() -> table.takeTurn() && write(account)) ? 1 : 0;
      } catch (RuntimeException e) {
        // Whoever comes after her is not to wait for what is wrong with one.
        LOG.warn("No letter was written for the account {}: {}", account, e.toString());
      }
    }
    return written;
  }

  private boolean write(String id) {
    var account = accounts.find(id);
    var now = clock.instant();
    if (account.isEmpty() || !due(account.get(), now)) {
      return false;
    }
    for (var alert : searches.alerts(id)) {
      table.put(id, found(alert, now));
    }
    var bodies = notices.bodies(account.get());
    int waiting = table.unsent(id, bodies);
    var unsent = table.unsent(id, bodies, MOST);
    table.habit(id, notices.habit(account.get()), now);
    if (unsent.isEmpty()) {
      return false;
    }
    post.send(letter(account.get(), unsent, waiting));
    table.sent(id);
    return true;
  }

  /// A first letter is due a day, or a week, after the first look.
  private boolean due(Account account, Instant now) {
    var habit = table.habit(account.id());
    if (habit.isEmpty()) {
      table.habit(account.id(), LetterHabit.DAILY, now);
      return false;
    }
    return habit.get().habit().due(Duration.between(habit.get().last(), now));
  }

  private static Notice found(SavedSearches.Alert alert, Instant now) {
    return new Notice(
        0,
        Notices.OWN,
        "search.found",
        alert.search().address(),
        Map.of("count", String.valueOf(alert.records()), "name", alert.search().name()),
        now,
        false);
  }

  /// @param told the first of what waits
  /// @param waiting how much waits
  private Letter letter(Account account, List<Notice> told, int waiting) {
    var language = account.language();
    var text = new StringBuilder(WORDS.text(language, "letter.begin")).append("\n\n");
    for (var notice : told) {
      text.append("- ")
          .append(notice.text(language).replaceAll("\\s+", " "))
          .append("\n  ")
          .append(address.resolve(notice.path()))
          .append('\n');
    }
    var inbox = address.resolve("/desk/notices").toString();
    if (waiting > told.size()) {
      text.append("- ")
          .append(WORDS.text(language, "letter.more", waiting - told.size(), inbox))
          .append('\n');
    }
    text.append('\n').append(WORDS.text(language, "letter.end", inbox)).append('\n');
    return new Letter(
        account.email(),
        language,
        WORDS.text(language, "letter.subject", waiting),
        text.toString());
  }

  @Override
  public String name() {
    return "digests";
  }

  @Override
  public Duration every() {
    return ROUND;
  }

  @Override
  public void round() {
    write();
  }
}
