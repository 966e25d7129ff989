package org.bandung.statistics.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Rates;
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

  private String ratesRead = "";

  /// Into these amounts are brought when facts are read, not when somebody waits for a figure: the
  /// ones asked for last.
  private List<String> currencies = List.of("USD");

  private Duration reading = Duration.ZERO;
  private Instant readAt = Instant.EPOCH;

  private static final Duration LONG = Duration.ofSeconds(1);

  private final Semaphore counting = new Semaphore(2);

  private record Held(long version, Segment segment) {}

  public Figures(FactKeeper facts, Reference reference, Rates rates) {
    this.facts = facts;
    this.rates = rates;
    this.reference = reference;
    this.traits = new CountryTraits(reference);
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
      return counter(now).count(question);
    } finally {
      counting.release();
    }
  }

  /// The ids of the initiatives behind the total of a question, in their order.
  public List<String> records(Question question) {
    return counter(current(question)).records(question);
  }

  /// The contributions that the total of a question is the sum of, by initiative.
  public List<Counted> contributions(Question question) {
    return counter(current(question)).contributions(question);
  }

  /// Facts and rates of one moment.
  private record State(List<Held> held, Rates.Loaded rates) {}

  private Counter counter(State now) {
    return new Counter(
        now.held().stream().map(Held::segment).toList(),
        codes,
        new Exchange(now.rates().rates()),
        now.rates().fingerprint());
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
      return new State(List.copyOf(segments.values()), loaded);
    }
    var begun = Instant.now();
    boolean changed = read(loaded);
    readAt = Instant.now();
    reading = changed ? Duration.between(begun, readAt) : reading;
    return new State(List.copyOf(segments.values()), loaded);
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
    return new Held(version, SegmentBuilder.build(codes, reference, traits, facts.read(segment)));
  }
}
