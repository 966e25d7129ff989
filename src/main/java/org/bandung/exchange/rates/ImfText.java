package org.bandung.exchange.rates;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rates.RateSheet.Cell;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.ShippedTable;
import org.bandung.reference.money.RateMethod;
import org.jspecify.annotations.Nullable;

/// The International Monetary Fund's representative rates as tab-separated text: below a line that
/// says what is told, a line of days, then a currency a line, by its English name.
///
/// Where a file tells a rate both ways, the way that is told first is read. A currency marked `(1)`
/// in a table per United States dollar is told the other way round.
final class ImfText {

  private static final int LONGEST_LINE = 100_000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final Map<String, String> CODES =
      ShippedTable.read("exchange/imf-currencies.csv").stream()
          .collect(Collectors.toUnmodifiableMap(r -> r.getField("name"), r -> r.getField("code")));

  private final RateSheet sheet;
  private final List<String> told = new ArrayList<>();
  private Table table = new Table("", false);
  private List<Optional<PartialDate>> days = List.of();

  /// What the lines below tell; of no pivot, nothing.
  private record Table(String pivot, boolean perPivot) {}

  ImfText(RateSheet sheet) {
    this.sheet = sheet;
  }

  static boolean looksLike(String beginning) {
    return beginning.contains("SDRs per Currency unit")
        || beginning.contains("Currency units per SDR")
        || beginning.contains("Currency units per U.S. dollar")
        || beginning.contains("Representative Exchange Rates");
  }

  void read(BufferedReader reader) throws IOException {
    int number = 0;
    for (var line = next(reader); line != null; line = next(reader)) {
      number++;
      line(line, number);
    }
    if (told.isEmpty()) {
      throw new UnreadableInput("bandung.rates-unknown", "imf-text");
    }
  }

  private static @Nullable String next(BufferedReader reader) throws IOException {
    var line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() == LONGEST_LINE) {
        throw new UnreadableInput("bandung.cell-too-large", String.valueOf(LONGEST_LINE));
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private void line(String line, int number) throws IOException {
    var parts = line.stripTrailing().split("\t");
    if (parts[0].isBlank()) {
      return;
    }
    if (parts.length == 1) {
      title(parts[0]);
    } else if (parts[0].strip().equalsIgnoreCase("Currency")) {
      days = Arrays.stream(parts).skip(1).map(ImfText::day).toList();
    } else if (!table.pivot.isEmpty()) {
      rates(parts, number);
    }
  }

  private void title(String text) {
    Table next;
    if (text.startsWith("SDRs per Currency unit") && !text.contains(" and ")) {
      next = new Table("XDR", false);
    } else if (text.startsWith("Currency units per SDR")) {
      next = new Table("XDR", true);
    } else if (text.startsWith("Currency units per U.S. dollar")
        || text.startsWith("Representative Exchange Rates")) {
      next = new Table("USD", true);
    } else {
      return;
    }
    table = told.contains(next.pivot) ? new Table("", false) : next;
    if (!next.pivot.isEmpty() && !told.contains(next.pivot)) {
      told.add(next.pivot);
    }
    days = List.of();
  }

  private static Optional<PartialDate> day(String text) {
    try {
      return Optional.of(PartialDate.of(LocalDate.parse(text.strip(), DAY)));
    } catch (DateTimeParseException e) {
      return PartialDate.parse(text).filter(d -> d.day() != 0);
    }
  }

  private void rates(String[] parts, int number) throws IOException {
    var name = parts[0].replaceAll("\\s*\\([0-9]+\\)", "").strip().toLowerCase(Locale.ROOT);
    var code = CODES.getOrDefault(name, parts[0]);
    boolean turned = table.pivot.equals("USD") && parts[0].contains("(1)");
    if (code.equals(table.pivot)) {
      return;
    }
    for (int i = 1; i < parts.length; i++) {
      sheet.take(
          new Cell(
              number,
              code,
              i <= days.size() ? days.get(i - 1) : Optional.empty(),
              RateMethod.FIXING,
              table.pivot,
              parts[i].replace(",", ""),
              table.perPivot != turned));
    }
  }
}
