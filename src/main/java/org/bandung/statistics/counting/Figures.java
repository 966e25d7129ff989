package org.bandung.statistics.counting;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.reference.Reference;
import org.bandung.reference.money.Rates;
import org.bandung.statistics.facts.FactKeeper;
import org.springframework.stereotype.Component;

/// The facts in memory, in the state in which they are stored, and the answers given from it.
@Component
public class Figures {

  private static final int REMEMBERED = 300;

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

  private record Held(long version, Segment segment) {}

  public Figures(FactKeeper facts, Reference reference, Rates rates) {
    this.facts = facts;
    this.rates = rates;
    this.reference = reference;
    this.traits = new CountryTraits(reference);
  }

  /// The figures that answer a question; empty if the table would be too large.
  public Optional<Answer> answer(Question question) {
    var now = current();
    synchronized (this) {
      var known = answers.get(question);
      if (known != null) {
        return known;
      }
    }
    var fresh = counter(now).count(question);
    synchronized (this) {
      if (now.equals(List.copyOf(segments.values()))) {
        answers.put(question, fresh);
      }
    }
    return fresh;
  }

  /// The ids of the initiatives behind the total of a question, in their order.
  public List<String> records(Question question) {
    return counter(current()).records(question);
  }

  /// The contributions that the total of a question is the sum of, by initiative.
  public List<Counted> contributions(Question question) {
    return counter(current()).contributions(question);
  }

  private Counter counter(List<Held> held) {
    return new Counter(
        held.stream().map(Held::segment).toList(), codes, new Exchange(rates.now().rates()));
  }

  /// The segments as they are stored now; what changed is read anew, and all of them when exchange
  /// rates did.
  private synchronized List<Held> current() {
    var fingerprint = rates.fingerprint();
    if (!fingerprint.equals(ratesRead)) {
      ratesRead = fingerprint;
      answers.clear();
      segments.values().forEach(held -> held.segment.forgetAmounts());
    }
    var versions = facts.versions();
    var changed =
        versions.entrySet().stream()
            .filter(e -> !known(e.getKey(), e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!changed.isEmpty()) {
      answers.clear();
      changed.parallelStream()
          .map(s -> Map.entry(s, read(s, versions.getOrDefault(s, 0L))))
          .toList()
          .forEach(e -> segments.put(e.getKey(), e.getValue()));
    }
    return List.copyOf(segments.values());
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
