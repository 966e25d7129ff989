package org.bandung.cli.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.funds.ledger.AccountKind;
import org.bandung.funds.ledger.AccountName;
import org.bandung.funds.ledger.Chart;
import org.bandung.funds.ledger.Entry;
import org.bandung.funds.ledger.Money;
import org.bandung.funds.ledger.Posting;
import org.bandung.funds.ledger.Rate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file of postings, strictly: what is not known, missing or of another kind is told, all
/// at once, each with its JSON pointer. Amounts are texts, as numbers of JSON lose digits on their
/// way.
final class PostingFile {

  static final int LARGEST = 16 << 20;
  private static final int DEEPEST = 8;
  private static final int MOST_POSTINGS = 10_000;
  private static final int MOST_ENTRIES = 1_000;

  private static final Set<String> SCOPE =
      Set.of("kind", "currency", "window", "contributor", "proposal", "partner");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(20)
                          .maxStringLength(10_000)
                          .maxNameLength(100)
                          .maxDocumentLength(LARGEST)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<FileFault> faults = new ArrayList<>();
  private String book = "";

  private PostingFile() {}

  /// What became of a file.
  sealed interface Read {
    /// @param owner whose book it is, if it may be opened; empty if it is open
    /// @param accounts to be opened, some with floors of their own
    record Understood(
        String book, String owner, Map<AccountName, Optional<Money>> accounts, List<Wanted> wanted)
        implements Read {}

    /// Never without a fault.
    record Faulty(List<FileFault> faults) implements Read {}
  }

  /// What is to be posted.
  sealed interface Wanted {
    String key();

    record Whole(Posting posting) implements Wanted {
      @Override
      public String key() {
        return posting.key();
      }
    }

    /// Its entries are those of the transaction that it takes back.
    record Back(String key, long number, java.time.LocalDate day, Posting.Cause cause)
        implements Wanted {}
  }

  static Read read(Path file) throws IOException {
    byte[] bytes;
    try (var stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(LARGEST + 1);
    }
    return read(bytes);
  }

  static Read read(byte[] document) {
    if (document.length > LARGEST) {
      return faulty("too-large", LARGEST >> 20);
    }
    JsonNode root;
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      root = JSON.readTree(text);
    } catch (CharacterCodingException e) {
      return faulty("not-utf-8");
    } catch (StreamConstraintsException e) {
      return faulty("too-deep", DEEPEST);
    } catch (JacksonException e) {
      var at = e.getLocation();
      return faulty("not-json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
    }
    return new PostingFile().file(root);
  }

  private static Read faulty(String code, Object... arguments) {
    return new Read.Faulty(List.of(FileFault.of("", code, arguments)));
  }

  private Read file(JsonNode node) {
    var root = new Place(node, "", faults);
    if (!root.object(Set.of("book", "owner", "accounts", "postings"))) {
      return new Read.Faulty(faults);
    }
    root.at("book")
        .demanded(b -> AccountName.of(b, "cash", "USD").book(), "book")
        .ifPresent(b -> book = b);
    if (book.isEmpty()) {
      return new Read.Faulty(faults);
    }
    var accounts = new LinkedHashMap<AccountName, Optional<Money>>();
    for (var item : root.at("accounts").items(MOST_POSTINGS)) {
      account(item, accounts);
    }
    var wanted = new ArrayList<Wanted>();
    for (var item : root.at("postings").items(MOST_POSTINGS)) {
      posting(item).ifPresent(wanted::add);
    }
    var keys = new java.util.HashSet<String>();
    wanted.stream()
        .filter(w -> !keys.add(w.key()))
        .forEach(w -> root.at("postings").fault("key-twice", w.key()));
    return faults.isEmpty()
        ? new Read.Understood(book, root.at("owner").text(), accounts, wanted)
        : new Read.Faulty(faults);
  }

  private void account(Place place, Map<AccountName, Optional<Money>> accounts) {
    if (!place.object(with("floor"))) {
      return;
    }
    var name = name(place);
    if (name.isEmpty()) {
      return;
    }
    var floor =
        place.at("floor").there()
            ? amount(place.at("floor"), name.get().currency())
            : Optional.<Money>empty();
    if (accounts.containsKey(name.get())) {
      place.fault("account-twice");
    }
    accounts.put(name.get(), floor);
  }

  private static Set<String> with(String... more) {
    var all = new java.util.HashSet<>(SCOPE);
    all.addAll(List.of(more));
    return all;
  }

  private Optional<AccountName> name(Place place) {
    var kinds = Chart.kinds().stream().map(AccountKind::code).collect(Collectors.joining(", "));
    var kind =
        place
            .at("kind")
            .demanded(k -> Chart.find(k).orElseThrow(IllegalArgumentException::new), "kind", kinds);
    var currency = currency(place.at("currency"));
    if (kind.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          AccountName.of(book, kind.get().code(), currency.get().getCurrencyCode())
              .ofWindow(place.at("window").text())
              .ofContributor(place.at("contributor").text())
              .ofProposal(place.at("proposal").text())
              .ofPartner(place.at("partner").text()));
    } catch (IllegalArgumentException e) {
      place.fault("text");
      return Optional.empty();
    }
  }

  private static Optional<Currency> currency(Place place) {
    return place.demanded(Currency::getInstance, "currency");
  }

  private static Optional<Money> amount(Place place, Currency currency) {
    return place.demanded(
        text -> {
          if (!text.matches("-?[0-9]{1,16}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException(text);
          }
          return new Money(new BigDecimal(text), currency);
        },
        "amount",
        currency.getCurrencyCode());
  }

  private Optional<Wanted> posting(Place place) {
    var known =
        Set.of(
            "key",
            "day",
            "reason",
            "reference",
            "opening",
            "rate",
            "reverses",
            "closes",
            "entries");
    if (!place.object(known)) {
      return Optional.empty();
    }
    var key = place.at("key").demanded(k -> new Posting.Cause(k, "", "").by(), "key");
    var day = place.at("day").day();
    var cause = cause(place);
    var nature = nature(place);
    var entries = new ArrayList<Entry>();
    for (var item : place.at("entries").items(MOST_ENTRIES)) {
      entry(item).ifPresent(entries::add);
    }
    if (!faults.isEmpty() || key.isEmpty() || day.isEmpty() || cause.isEmpty()) {
      return Optional.empty();
    }
    if (nature instanceof Posting.Nature.Reversal(var number)) {
      if (!entries.isEmpty()) {
        place.at("entries").fault("reversal-entries");
      }
      return Optional.of(new Wanted.Back(key.get(), number, day.get(), cause.get()));
    }
    try {
      return Optional.of(
          new Wanted.Whole(new Posting(book, key.get(), day.get(), cause.get(), nature, entries)));
    } catch (IllegalArgumentException e) {
      place.fault("posting");
      return Optional.empty();
    }
  }

  private static Optional<Posting.Cause> cause(Place place) {
    try {
      return Optional.of(
          new Posting.Cause("operator", place.at("reason").text(), place.at("reference").text()));
    } catch (IllegalArgumentException e) {
      place.fault("text");
      return Optional.empty();
    }
  }

  private static Posting.Nature nature(Place place) {
    var named =
        List.of("opening", "rate", "reverses", "closes").stream()
            .filter(n -> place.at(n).there())
            .toList();
    if (named.size() > 1) {
      place.fault("natures", String.join(", ", named));
    }
    return switch (named.isEmpty() ? "" : named.getFirst()) {
      case "opening" ->
          place
              .at("opening")
              .<Posting.Nature>demanded(Posting.Nature.Opening::new, "text-needed")
              .orElseGet(Posting.Nature.Ordinary::new);
      case "rate" -> rate(place.at("rate"));
      case "reverses" -> {
        var number = place.at("reverses").node();
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 1) {
          place.at("reverses").fault("number");
        }
        yield new Posting.Nature.Reversal(number.isIntegralNumber() ? number.asLong(0) : 0);
      }
      case "closes" -> {
        if (!place.at("closes").node().isBoolean() || !place.at("closes").node().booleanValue()) {
          place.at("closes").fault("true-only");
        }
        yield new Posting.Nature.Closing();
      }
      default -> new Posting.Nature.Ordinary();
    };
  }

  private static Posting.Nature rate(Place place) {
    if (place.object(Set.of("from", "to", "rate", "source", "day"))) {
      var from = currency(place.at("from"));
      var to = currency(place.at("to"));
      var day = place.at("day").day();
      if (from.isPresent() && to.isPresent() && day.isPresent()) {
        var source = place.at("source").text();
        return place
            .at("rate")
            .<Posting.Nature>demanded(
                text -> {
                  if (!text.matches("[0-9]{1,20}(\\.[0-9]{1,20})?")) {
                    throw new IllegalArgumentException(text);
                  }
                  return new Posting.Nature.Exchange(
                      new Rate(from.get(), to.get(), new BigDecimal(text), source, day.get()));
                },
                "rate")
            .orElseGet(Posting.Nature.Ordinary::new);
      }
    }
    return new Posting.Nature.Ordinary();
  }

  private Optional<Entry> entry(Place place) {
    if (!place.object(with("debit", "credit"))) {
      return Optional.empty();
    }
    var name = name(place);
    if (place.at("debit").there() == place.at("credit").there()) {
      place.fault("one-side");
      return Optional.empty();
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    boolean debit = place.at("debit").there();
    return place
        .at(debit ? "debit" : "credit")
        .demanded(
            text -> {
              if (!text.matches("[0-9]{1,16}(\\.[0-9]{1,6})?")) {
                throw new IllegalArgumentException(text);
              }
              var money = new Money(new BigDecimal(text), name.get().currency());
              return debit ? Entry.debit(name.get(), money) : Entry.credit(name.get(), money);
            },
            "amount",
            name.get().currency().getCurrencyCode());
  }
}
