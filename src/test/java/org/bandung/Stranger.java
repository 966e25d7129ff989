package org.bandung;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/// Somebody who has nothing but the downloaded package, and does what its README says.
final class Stranger {

  private static final Set<String> GIVEN = Set.of("disbursement", "expenditure", "contribution");
  private static final int WHOLE = 1_000_000;

  private final Map<String, String> files = new LinkedHashMap<>();

  Stranger(byte[] zip) throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  Map<String, String> files() {
    return files;
  }

  List<NamedCsvRecord> table(String name) {
    return CsvReader.builder()
        .ofNamedCsvRecord(Objects.requireNonNull(files.get(name + ".csv"), name))
        .stream()
        .toList();
  }

  private Map<String, NamedCsvRecord> counted() {
    return table("initiatives").stream()
        .filter(r -> r.getField("compiled").equals("false"))
        .collect(Collectors.toMap(r -> r.getField("id"), r -> r));
  }

  /// "Counting initiatives": how many by country and year.
  Map<String, Integer> initiativesByCountryAndYear() {
    var countries = new HashMap<String, Set<String>>();
    for (var side : table("sides")) {
      countries
          .computeIfAbsent(side.getField("initiative"), i -> new TreeSet<>())
          .add(side.getField("country"));
    }
    var counts = new TreeMap<String, Integer>();
    counted()
        .forEach((id, row) -> {
          for (var country : countries.getOrDefault(id, Set.of())) {
            counts.merge(country + " ", 1, Integer::sum);
            if (!row.getField("first_year").isEmpty()) {
              int first = Integer.parseInt(row.getField("first_year"));
              int last = Math.min(Integer.parseInt(row.getField("last_year")), first + 120);
              for (int year = first; year <= last; year++) {
                counts.merge(country + " " + year, 1, Integer::sum);
              }
            }
          }
        });
    return counts;
  }

  /// "Adding up money": what was given, by recipient and year.
  Map<String, BigDecimal> givenByRecipientAndYear(String to) {
    var counted = counted();
    var shares =
        table("shares").stream()
            .filter(s -> s.getField("scheme").equals("recipient"))
            .filter(s -> s.getField("contribution").equals("0"))
            .collect(Collectors.groupingBy(s -> s.getField("initiative")));
    var sums = new TreeMap<String, BigDecimal>();
    for (var row : table("contributions")) {
      var amount = in(row, to);
      if (counted.containsKey(row.getField("initiative"))
          && GIVEN.contains(row.getField("kind"))
          && amount != null) {
        var year = row.getField("year");
        if (!row.getField("recipient").isEmpty()) {
          add(sums, row.getField("recipient"), year, amount);
        } else {
          split(sums, shares.getOrDefault(row.getField("initiative"), List.of()), year, amount);
        }
      }
    }
    return sums;
  }

  private static void add(
      Map<String, BigDecimal> sums, String country, String year, BigDecimal amount) {
    sums.merge(country + " ", amount, BigDecimal::add);
    if (!year.isEmpty()) {
      sums.merge(country + " " + year, amount, BigDecimal::add);
    }
  }

  private static void split(
      Map<String, BigDecimal> sums, List<NamedCsvRecord> shares, String year, BigDecimal amount) {
    var hundredths = amount.movePointRight(2).toBigIntegerExact();
    var before = BigInteger.ZERO;
    for (var share : shares) {
      var upTo = part(hundredths, Integer.parseInt(share.getField("up_to")));
      var part = new BigDecimal(upTo.subtract(before), 2);
      before = upTo;
      add(sums, share.getField("code"), year, part);
    }
  }

  /// Rounded half towards more.
  private static BigInteger part(BigInteger hundredths, int upTo) {
    return new BigDecimal(hundredths.multiply(BigInteger.valueOf(upTo)))
        .divide(BigDecimal.valueOf(WHOLE))
        .add(new BigDecimal("0.5"))
        .setScale(0, RoundingMode.FLOOR)
        .toBigInteger();
  }

  private final Map<String, NamedCsvRecord> rates = new HashMap<>();

  private @org.jspecify.annotations.Nullable BigDecimal in(NamedCsvRecord row, String to) {
    if (row.getField("amount").isEmpty()) {
      return null;
    }
    var amount = new BigDecimal(row.getField("amount"));
    if (row.getField("currency").equals(to)) {
      return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
    if (rates.isEmpty()) {
      table("rates").forEach(r -> rates.put(key(r, "date", r.getField("to")), r));
    }
    var rate = rates.get(key(row, "rate_date", to));
    return rate == null
        ? null
        : amount
            .multiply(new BigDecimal(rate.getField("numerator")))
            .divide(new BigDecimal(rate.getField("denominator")), 2, RoundingMode.HALF_EVEN);
  }

  private static String key(NamedCsvRecord row, String date, String to) {
    return row.getField("currency") + " " + row.getField(date) + " " + to;
  }
}
