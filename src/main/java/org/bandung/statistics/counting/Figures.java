package org.bandung.statistics.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Deflator;
import org.bandung.reference.money.Rates;
import org.bandung.statistics.doubts.UnsurePair;
import org.bandung.statistics.doubts.UnsurePairs;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.FactKeeper;
import org.springframework.stereotype.Component;

/// The facts in memory, in the state in which they are stored, and the answers given from it.
@Component
public class Figures {

  private static final int REMEMBERED = 200;

  /// Larger tables are counted anew each time, or memory would be full of them.
  private static final int LARGEST_KEPT = 2_000;

  private final FactKeeper facts;
  private final Reference reference;
  private final Rates rates;
  private final Codes codes = new Codes();
  private final CountryTraits traits;
  private final Map<Short, Held> segments = new HashMap<>();
  private final Map<Question, Optional<Answer>> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Optional<Answer>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final DoubtBook book;
  private Doubts doubts = Doubts.NONE;
  private String ratesRead = "";

  /// Into these amounts are brought when facts are read, not when somebody waits for a figure: the
  /// ones asked for last.
  private List<String> currencies = List.of("USD");

  private Duration reading = Duration.ZERO;
  private Instant readAt = Instant.EPOCH;

  private static final Duration LONG = Duration.ofSeconds(1);

  private final Semaphore counting = new Semaphore(2);

  private record Held(long version, Segment segment) {}

  public Figures(FactKeeper facts, Reference reference, Rates rates, UnsurePairs pairs) {
    this.facts = facts;
    this.rates = rates;
    this.reference = reference;
    this.traits = new CountryTraits(reference);
    this.book = new DoubtBook(facts, pairs, codes, this::built);
  }

  /// The figures that answer a question; empty if the table would be too large.
  public Optional<Answer> answer(Question question) {
    var now = current(question);
    synchronized (this) {
      var known = answers.get(question);
      if (known != null) {
        return known;
      }
    }
    var fresh = count(now, question);
    synchronized (this) {
      if (now.rates().fingerprint().equals(ratesRead)
          && now.doubts().equals(doubts)
          && now.held().equals(List.copyOf(segments.values()))
          && fresh.filter(a -> a.cells().size() * a.columns().size() > LARGEST_KEPT).isEmpty()) {
        answers.put(question, fresh);
      }
    }
    return fresh;
  }

  /// Two at a time: a large table takes memory while it is counted.
  private Optional<Answer> count(State now, Question question) {
    counting.acquireUninterruptibly();
    try {
      var valuing = valuing(now, question);
      return counter(now, valuing)
          .count(question)
          .map(a -> now.doubts().over(a, valuing.money(), valuing.key()));
    } finally {
      counting.release();
    }
  }

  /// The ids of the initiatives behind the total of a question, in their order.
  public List<String> records(Question question) {
    var now = current(question);
    return counter(now, valuing(now, question)).records(question);
  }

  /// The contributions that the total of a question is the sum of, by initiative.
  public List<Counted> contributions(Question question) {
    var now = current(question);
    return counter(now, valuing(now, question)).contributions(question);
  }

  /// The pairs of which it is not known whether they are one, both counted and at least one of them
  /// behind the total of a question.
  public List<UnsurePair> unsure(Question question) {
    var behind = new HashSet<>(records(question));
    synchronized (this) {
      return book.unsure(behind);
    }
  }

  /// Facts, rates and doubts of one moment.
  private record State(List<Held> held, Rates.Loaded rates, Doubts doubts) {}

  /// How amounts are valued, and a word for it.
  private record Valuing(Segment.Money money, String key) {}

  private static Valuing valuing(State now, Question question) {
    var exchange = new Exchange(now.rates().rates());
    var key = now.rates().fingerprint();
    return question.prices().isEmpty()
        ? new Valuing(exchange, key)
        : new Valuing(
            new ConstantPrices(exchange, now.rates().deflators(), question),
            key + " " + question.prices().get());
  }

  /// The index by which a question in constant prices is answered; empty if none is known here.
  public Optional<Deflator> deflator(Question question) {
    return ConstantPrices.deflator(question, rates.now().deflators());
  }

  private Counter counter(State now, Valuing valuing) {
    return new Counter(
        now.held().stream().map(Held::segment).toList(), codes, valuing.money(), valuing.key());
  }

  /// Brings what is held up to what is stored, however much that is.
  public synchronized void catchUp() {
    readAt = Instant.EPOCH;
    current();
  }

  private synchronized State current(Question question) {
    if (question.measure().unit() == Measure.Unit.MONEY && !currencies.contains(question.in())) {
      currencies =
          Stream.concat(Stream.of(question.in()), currencies.stream()).limit(Segment.KEPT).toList();
    }
    return current();
  }

  /// The segments as they are stored now; what changed is read anew.
  private State current() {
    var loaded = rates.now();
    if (!loaded.fingerprint().equals(ratesRead)) {
      ratesRead = loaded.fingerprint();
      answers.clear();
    }
    if (rests()) {
      return new State(List.copyOf(segments.values()), loaded, doubts);
    }
    var begun = Instant.now();
    boolean changed = read(loaded);
    readAt = Instant.now();
    reading = changed ? Duration.between(begun, readAt) : reading;
    return new State(List.copyOf(segments.values()), loaded, doubts);
  }

  /// Where reading takes long, an import that goes on for an hour would keep every reader waiting:
  /// a tenth of the time is enough for it, and figures are a little behind meanwhile.
  private boolean rests() {
    return reading.compareTo(LONG) > 0
        && Instant.now().isBefore(readAt.plus(reading.multipliedBy(10)));
  }

  private boolean read(Rates.Loaded loaded) {
    var versions = facts.versions();
    var changed =
        versions.entrySet().stream()
            .filter(e -> !known(e.getKey(), e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!changed.isEmpty()) {
      answers.clear();
      var exchange = new Exchange(loaded.rates());
      changed.parallelStream()
          .map(s -> Map.entry(s, read(s, versions.getOrDefault(s, 0L))))
          .peek(e -> bring(e.getValue().segment(), exchange, loaded.fingerprint()))
          .toList()
          .forEach(e -> segments.put(e.getKey(), e.getValue()));
    }
    if (segments.keySet().retainAll(versions.keySet())) {
      answers.clear(); // facts of before a restore
    }
    var unsure = book.at(versions);
    if (!unsure.equals(doubts)) {
      doubts = unsure;
      answers.clear();
    }
    return !changed.isEmpty();
  }

  private void bring(Segment segment, Exchange exchange, String fingerprint) {
    currencies.forEach(currency -> segment.amounts(currency, fingerprint, exchange, codes));
  }

  private boolean known(short segment, long version) {
    var held = segments.get(segment);
    return held != null && held.version == version;
  }

  /// Between asking for versions and reading, a segment may have changed: then it is read once more
  /// the next time.
  private Held read(short segment, long version) {
    return new Held(version, built(facts.read(segment)));
  }

  private Segment built(List<Fact> some) {
    return SegmentBuilder.build(codes, reference, traits, some);
  }
}
