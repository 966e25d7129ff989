package org.bandung.cli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bandung.cli.Rooms;
import org.bandung.cli.ledger.PostingFile.Read;
import org.bandung.cli.ledger.PostingFile.Wanted;
import org.bandung.cli.talk.Json;
import org.bandung.cli.talk.Talk;
import org.bandung.funds.ledger.Ledger;
import org.bandung.funds.ledger.LedgerAnchors;
import org.bandung.funds.ledger.PostOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ledger post`: what the operator posts from a file, each posting by itself.
@Command(name = "post")
public final class PostCommand implements Callable<Integer> {

  private static final int FAULTY = 64;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE.json", descriptionKey = "parameter.postings")
  Path file = Path.of("");

  @Option(names = "--json", descriptionKey = "option.json")
  boolean json;

  private final Rooms rooms;
  private final Talk talk;

  public PostCommand(Rooms rooms, Talk talk) {
    this.rooms = rooms;
    this.talk = talk;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ParameterException(
          spec.commandLine(), talk.words("ledger-fault.no-file", file.toString()));
    }
    return switch (PostingFile.read(file)) {
      case Read.Faulty(var faults) -> {
        faults.forEach(f -> talk.err().println(f.told(talk)));
        yield FAULTY;
      }
      case Read.Understood understood -> post(understood);
    };
  }

  private int post(Read.Understood file) {
    var ledger = rooms.open(Ledger.class);
    if (!file.owner().isEmpty()) {
      ledger.openBook(file.book(), file.owner());
    }
    if (ledger.books().stream().noneMatch(b -> b.id().equals(file.book()))) {
      talk.say("ledger-outcome.unknown-book", file.book());
      return 1;
    }
    file.accounts()
        .forEach((name, floor) -> {
          if (floor.isPresent()) {
            ledger.open(name, floor);
          } else {
            ledger.open(name);
          }
        });
    int refused = 0;
    for (var wanted : file.wanted()) {
      var outcome = post(ledger, file.book(), wanted);
      tell(wanted.key(), outcome);
      refused += stands(outcome).isPresent() ? 0 : 1;
    }
    rooms.open(LedgerAnchors.class).anchor();
    return refused == 0 ? 0 : 1;
  }

  private static PostOutcome post(Ledger ledger, String book, Wanted wanted) {
    return switch (wanted) {
      case Wanted.Whole(var posting) -> ledger.post(posting);
      case Wanted.Back(var key, var number, var day, var cause) ->
          ledger.reverse(book, number, key, day, cause);
    };
  }

  private static Optional<Long> stands(PostOutcome outcome) {
    return switch (outcome) {
      case PostOutcome.Posted(var transaction) -> Optional.of(transaction.number());
      case PostOutcome.AlreadyPosted(var transaction) -> Optional.of(transaction.number());
      default -> Optional.empty();
    };
  }

  private void tell(String key, PostOutcome outcome) {
    var words = talk.words("ledger-outcome." + word(outcome), arguments(outcome));
    if (json) {
      var told = new LinkedHashMap<String, Object>();
      told.put("key", key);
      told.put("outcome", word(outcome));
      stands(outcome).ifPresent(n -> told.put("number", n));
      told.put("told", words);
      talk.out().println(Json.line(told));
    } else if (stands(outcome).isPresent()) {
      talk.out().println(key + ": " + words);
    } else {
      talk.err().println(key + ": " + words);
    }
  }

  private static String word(PostOutcome outcome) {
    return outcome
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static Object[] arguments(PostOutcome outcome) {
    return switch (outcome) {
      case PostOutcome.Posted(var t) -> texts(t.number());
      case PostOutcome.AlreadyPosted(var t) -> texts(t.number());
      case PostOutcome.KeyUsedForAnotherPosting(var number) -> texts(number);
      case PostOutcome.UnknownBook(var book) -> texts(book);
      case PostOutcome.UnknownAccount(var accounts) -> texts(joined(accounts));
      case PostOutcome.Unbalanced(var money, var memorandum) -> {
        var all = new ArrayList<Object>(money);
        all.addAll(memorandum);
        yield texts(joined(all));
      }
      case PostOutcome.BelowFloor(var account, var balance, var wouldBe, var floor) ->
          texts(account, balance, wouldBe, floor);
      case PostOutcome.PeriodClosed(var through) -> texts(through);
      case PostOutcome.PeriodNotOver(var latest) -> texts(latest);
      case PostOutcome.WrongNature(var account) -> texts(account);
      case PostOutcome.NothingToReverse(var number) -> texts(number);
      case PostOutcome.AlreadyReversed(var number, var by) -> texts(number, by);
    };
  }

  /// Numbers of transactions are names, not quantities: no language groups their digits.
  private static Object[] texts(Object... values) {
    return java.util.Arrays.stream(values).map(Objects::toString).toArray();
  }

  private static String joined(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /// For other commands of the ledger.
  static Map<String, Object> told(org.bandung.funds.ledger.AccountName name) {
    var told = new LinkedHashMap<String, Object>();
    told.put("kind", name.kind());
    told.put("currency", name.currency().getCurrencyCode());
    told.put("window", name.scope().window());
    told.put("contributor", name.scope().contributor());
    told.put("proposal", name.scope().proposal());
    told.put("partner", name.scope().partner());
    return told;
  }
}
