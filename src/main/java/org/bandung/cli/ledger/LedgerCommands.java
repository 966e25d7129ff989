package org.bandung.cli.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.bandung.cli.Rooms;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Table;
import org.bandung.cli.talk.Talk;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.Ledger.Balance;
import org.bandung.funds.ledger.Ledger.Line;
import org.bandung.funds.ledger.LedgerCheck;
import org.bandung.funds.ledger.LedgerVerdict;
import org.bandung.funds.ledger.LedgerVerdict.Finding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What was posted: `ledger verify`, `balance`, `entries`.
public final class LedgerCommands {

  private LedgerCommands() {}

  /// All of them, as one family.
  public static CommandLine all(Rooms rooms, Talk talk) {
    return new CommandLine(new Family())
        .addSubcommand(new Verify(rooms, talk))
        .addSubcommand(new Balances(rooms, talk))
        .addSubcommand(new Entries(rooms, talk))
        .addSubcommand(new PostCommand(rooms, talk));
  }

  private static ParameterException fault(
      Talk talk, CommandSpec spec, String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), talk.words(key, arguments));
  }

  private static void requireBook(Ledger ledger, Talk talk, CommandSpec spec, String book) {
    if (ledger.books().stream().noneMatch(b -> b.id().equals(book))) {
      throw fault(talk, spec, "ledger-outcome.unknown-book", book);
    }
  }

  /// `ledger`: what is done with it is said by the command below it.
  @Command(name = "ledger")
  static final class Family implements Runnable {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(
          spec.commandLine(), "ledger " + String.join(" | ", spec.subcommands().keySet()));
    }
  }

  /// `ledger verify`: is everything as it was written?
  @Command(name = "verify")
  static final class Verify implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--head", paramLabel = "HASH", descriptionKey = "option.ledger-head")
    @Nullable String head;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    Verify(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      if (head != null && !head.matches("[0-9a-f]{64}")) {
        throw fault(talk, spec, "usage-fault.audit-head", head);
      }
      var verdict = rooms.open(LedgerCheck.class).verify(Optional.ofNullable(head));
      if (json) {
        talk.out().println(Json.line(told(verdict)));
      } else {
        verdict
            .heads()
            .forEach(h -> talk.out().println(h.book() + " " + h.number() + " " + h.hash()));
        verdict.findings().forEach(f -> talk.err().println(words(f)));
        talk.say(
            verdict.isIntact() ? "ledger.intact" : "ledger.broken",
            verdict.heads().size(),
            verdict.entries(),
            verdict.anchors());
      }
      return verdict.isIntact() ? 0 : 1;
    }

    private String words(Finding finding) {
      var words = talk.words("ledger-finding." + word(finding), Long.toString(finding.number()));
      return finding.book().isEmpty() ? words : finding.book() + ": " + words;
    }

    private static String word(Finding finding) {
      return finding.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> told(LedgerVerdict verdict) {
      var told = new LinkedHashMap<String, Object>();
      told.put("intact", verdict.isIntact());
      told.put("entries", verdict.entries());
      told.put("anchors", verdict.anchors());
      told.put("heads", verdict.heads());
      told.put(
          "findings",
          verdict.findings().stream()
              .map(f -> Map.of("book", f.book(), "number", f.number(), "fault", word(f)))
              .toList());
      return told;
    }
  }

  /// `ledger balance`: what each account of a book holds, now or at a moment.
  @Command(name = "balance")
  static final class Balances implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "BOOK", descriptionKey = "parameter.book")
    String book = "";

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", descriptionKey = "option.ledger-day")
    @Nullable String day;

    @Option(names = "--posted-by", paramLabel = "TIME", descriptionKey = "option.ledger-at")
    @Nullable String at;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    Balances(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      var moment = new Ledger.Moment(read(day, LocalDate::parse), read(at, Instant::parse));
      var ledger = rooms.open(Ledger.class);
      requireBook(ledger, talk, spec, book);
      var balances = ledger.balances(book, moment);
      if (json) {
        Json.array(talk, balances.stream().map(Balances::told).iterator());
        return 0;
      }
      var table =
          new Table(
              List.of(
                  talk.words("column.account"),
                  talk.words("column.balance"),
                  talk.words("column.entries")));
      balances.forEach(b ->
          table.row(
              List.of(
                  b.account().name().toString(),
                  b.amount().amount().toPlainString(),
                  Long.toString(b.entries()))));
      table.print(talk);
      return 0;
    }

    private <T> Optional<T> read(@Nullable String text, Function<String, T> reader) {
      try {
        return Optional.ofNullable(text).map(reader);
      } catch (DateTimeException e) {
        throw fault(talk, spec, "ledger-fault.day", String.valueOf(text));
      }
    }

    private static Map<String, Object> told(Balance balance) {
      var told = PostCommand.told(balance.account().name());
      told.put("balance", balance.amount().amount());
      told.put("entries", balance.entries());
      return told;
    }
  }

  /// `ledger entries`: what was posted in a book, the newest first.
  @Command(name = "entries")
  static final class Entries implements Callable<Integer> {

    private static final int MOST = 10_000;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "BOOK", descriptionKey = "parameter.book")
    String book = "";

    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "option.ledger-account")
    @Nullable String account;

    @Option(names = "--before", paramLabel = "NUMBER", descriptionKey = "option.ledger-before")
    long before = Long.MAX_VALUE;

    @Option(names = "--limit", paramLabel = "NUMBER", descriptionKey = "option.ledger-limit")
    int limit = 100;

    @Option(names = "--json", descriptionKey = "option.json")
    boolean json;

    private final Rooms rooms;
    private final Talk talk;

    Entries(Rooms rooms, Talk talk) {
      this.rooms = rooms;
      this.talk = talk;
    }

    @Override
    public Integer call() {
      if (limit < 1 || limit > MOST) {
        throw fault(talk, spec, "ledger-fault.limit", MOST);
      }
      var ledger = rooms.open(Ledger.class);
      requireBook(ledger, talk, spec, book);
      var name = account == null ? null : name(account);
      var lines = ledger.entries(book, name, Optional.of(before), limit);
      if (json) {
        Json.array(talk, lines.stream().map(Entries::told).iterator());
        return 0;
      }
      var table =
          new Table(
              List.of(
                  talk.words("column.number"),
                  talk.words("column.day"),
                  talk.words("column.account"),
                  talk.words("column.debit"),
                  talk.words("column.credit"),
                  talk.words("column.reason")));
      lines.forEach(l -> table.row(row(l)));
      table.print(talk);
      return 0;
    }

    /// As it is told: `cash USD window=health`.
    private AccountName name(String text) {
      var words = text.strip().split("\\s+");
      try {
        if (words.length < 2) {
          throw new IllegalArgumentException(text);
        }
        var name = AccountName.of(book, words[0], words[1]);
        for (int i = 2; i < words.length; i++) {
          var value = words[i].substring(words[i].indexOf('=') + 1);
          name =
              switch (words[i].replaceFirst("=.*", "")) {
                case "window" -> name.ofWindow(value);
                case "contributor" -> name.ofContributor(value);
                case "proposal" -> name.ofProposal(value);
                case "partner" -> name.ofPartner(value);
                default -> throw new IllegalArgumentException(text);
              };
        }
        return name;
      } catch (IllegalArgumentException e) {
        throw fault(talk, spec, "ledger-fault.account", text);
      }
    }

    private static List<String> row(Line line) {
      var amount = line.entry().amount();
      var told = amount.amount().abs().toPlainString();
      return List.of(
          Long.toString(line.number()),
          line.day().toString(),
          line.entry().account().toString(),
          amount.signum() > 0 ? told : "",
          amount.signum() < 0 ? told : "",
          line.cause().reason());
    }

    private static Map<String, Object> told(Line line) {
      var told = new LinkedHashMap<String, Object>();
      told.put("number", line.number());
      told.put("line", line.line());
      told.put("at", line.at().toString());
      told.put("day", line.day().toString());
      told.put("nature", line.nature());
      told.put("by", line.cause().by());
      told.put("reason", line.cause().reason());
      told.put("reference", line.cause().reference());
      told.putAll(PostCommand.told(line.entry().account()));
      var amount = line.entry().amount();
      told.put(amount.signum() > 0 ? "debit" : "credit", amount.amount().abs());
      return told;
    }
  }
}
