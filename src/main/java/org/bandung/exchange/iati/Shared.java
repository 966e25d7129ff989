package org.bandung.exchange.iati;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bandung.exchange.iati.LossReport.Field;
import org.bandung.exchange.iati.LossReport.Where;
import org.bandung.registry.said.Content.Classification;
import org.jspecify.annotations.Nullable;

/// Codes that share one hundred. Where their shares are not reported, or make no hundred, all have
/// the same: the standard demands shares, and the block tells what was reported.
final class Shared {

  private final Map<String, Optional<BigDecimal>> reported = new LinkedHashMap<>();
  private final Page page;

  Shared(List<Classification> classifications, Page page) {
    this.page = page;
    classifications.forEach(c -> add(c.code(), c.percentage()));
  }

  Shared(Page page) {
    this.page = page;
  }

  void add(String code, @Nullable String percentage) {
    var share = Optional.ofNullable(percentage).flatMap(Shared::number);
    reported.merge(
        code,
        share,
        (a, b) ->
            a.isPresent() && b.isPresent() ? Optional.of(a.get().add(b.get())) : a.or(() -> b));
  }

  static Optional<BigDecimal> number(String text) {
    var plain = text.strip();
    return plain.matches("[0-9]{1,3}(\\.[0-9]{0,12})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  boolean isEmpty() {
    return reported.isEmpty();
  }

  List<Xml> elements(Function<String, Xml> element) {
    var all = new ArrayList<Xml>();
    if (reported.size() == 1) {
      all.add(element.apply(reported.keySet().iterator().next()));
      return all;
    }
    var codes = List.copyOf(reported.keySet());
    var known = Shares.reported(List.copyOf(reported.values()));
    if (known.isEmpty() && !codes.isEmpty()) {
      page.lost(Field.SHARES, Where.FILLED);
    }
    var shares = known.orElseGet(() -> codes.isEmpty() ? List.of() : Shares.equal(codes.size()));
    for (int i = 0; i < codes.size(); i++) {
      all.add(element.apply(codes.get(i)).with("percentage", Shares.text(shares.get(i))));
    }
    return all;
  }
}
