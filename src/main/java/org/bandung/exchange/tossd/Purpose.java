package org.bandung.exchange.tossd;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bandung.registry.said.Content.Classification;

/// What something is for, by its codes of the scheme `dac-sector`: the only code, or the one with
/// the largest share if every code has one. Nothing is guessed: where a share is missing, or two
/// are the largest, there is none.
///
/// @param five the purpose, a code of five digits
/// @param three the sector, a code of three digits
record Purpose(Optional<String> five, Optional<String> three) {

  private static final BigDecimal WHOLE = new BigDecimal("100");

  /// Shares of thirds are often rounded.
  private static final BigDecimal ROUNDED = new BigDecimal("0.5");

  /// The purpose told by these; those of other schemes are not looked at.
  static Purpose of(List<Classification> all) {
    var told = told(all.stream().filter(c -> c.scheme().equals("dac-sector")).toList());
    var largest = largest(told);
    var three =
        largest.isPresent()
            ? largest.map(Purpose::sector)
            : only(told.stream().map(c -> sector(c.code())).toList());
    return new Purpose(largest.filter(code -> code.length() == 5), three);
  }

  private static String sector(String code) {
    return code.substring(0, 3);
  }

  /// Codes of five digits and of three may be two ways to tell the same: those of five digits stand
  /// alone if they are the whole, and a code of three digits beside one of its own is the same once
  /// more.
  private static List<Classification> told(List<Classification> all) {
    var fives = all.stream().filter(c -> c.code().length() == 5).toList();
    if (whole(fives)) {
      return fives;
    }
    var sectors = fives.stream().map(c -> sector(c.code())).collect(Collectors.toSet());
    var told = new ArrayList<>(fives);
    all.stream()
        .filter(c -> c.code().length() == 3 && !sectors.contains(c.code()))
        .forEach(told::add);
    return told;
  }

  private static boolean whole(List<Classification> fives) {
    return !fives.isEmpty()
        && fives.stream().allMatch(c -> share(c).isPresent())
        && fives.stream()
                .map(c -> share(c).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(WHOLE)
                .abs()
                .compareTo(ROUNDED)
            <= 0;
  }

  private static Optional<BigDecimal> share(Classification c) {
    var text = c.percentage();
    return text != null && text.matches("[0-9]{1,3}([.][0-9]{1,20})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static Optional<String> only(List<String> codes) {
    return codes.stream().distinct().count() == 1
        ? Optional.of(codes.getFirst())
        : Optional.empty();
  }

  private static Optional<String> largest(List<Classification> told) {
    var single = only(told.stream().map(Classification::code).toList());
    if (single.isPresent() || told.stream().anyMatch(c -> share(c).isEmpty())) {
      return single;
    }
    var shares = new TreeMap<String, BigDecimal>();
    told.forEach(c -> shares.merge(c.code(), share(c).orElseThrow(), BigDecimal::max));
    var most = shares.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    return only(
        shares.entrySet().stream()
            .filter(e -> e.getValue().compareTo(most) == 0)
            .map(Map.Entry::getKey)
            .toList());
  }
}
