package org.bandung.web.figures;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bandung.economy.SouthShares;
import org.bandung.economy.SouthShares.Trade;
import org.bandung.economy.Told;
import org.bandung.economy.TradeShares;
import org.bandung.economy.Wish;
import org.bandung.kernel.PartialDate;
import org.bandung.web.frame.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Claims on the South's trade with itself, beside the trade this node holds; `economy/claims.csv`
/// holds them, those of which no source is sure marked.
@Component
final class TradeClaims {

  private final SouthShares shares;
  private final List<Claimed> claims;

  TradeClaims(SouthShares shares) {
    this.shares = shares;
    claims = read();
  }

  private record Claimed(NamedCsvRecord record) {
    String of(String column) {
      return record.getField(column);
    }
  }

  /// A claim beside what the data here give.
  ///
  /// @param address of who claims it; empty where no source is sure
  /// @param here one line for each way of counting; empty if no trade is held
  /// @param basis what the lines rest on; null if no trade is held
  public record Row(
      String code,
      String words,
      String claimant,
      String address,
      String date,
      String claimed,
      boolean confirmed,
      List<Line> here,
      @Nullable String basis,
      String coverage) {}

  /// The share counted in one way.
  public record Line(String how, String share) {}

  private static List<Claimed> read() {
    try (var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    Objects.requireNonNull(
                        TradeClaims.class.getResourceAsStream("/economy/claims.csv")),
                    StandardCharsets.UTF_8))) {
      return csv.stream().map(Claimed::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("claims.csv", e);
    }
  }

  List<Row> rows(Words words) {
    var trade = shares.trade(Wish.USUAL, false);
    return claims.stream().map(c -> row(c, trade, words)).toList();
  }

  private static Row row(Claimed claim, Optional<Trade> trade, Words words) {
    var language = words.language();
    return new Row(
        claim.of("code"),
        claim.of("claim_" + language),
        claim.of("claimant"),
        claim.of("address"),
        PartialDate.parse(claim.of("date")).map(words::date).orElse(""),
        words.text(
            "claims.more-than",
            words.text("figures.percent", words.decimal(new BigDecimal(claim.of("value"))))),
        claim.of("confirmed").equals("true"),
        trade.map(t -> lines(t, words)).orElse(List.of()),
        trade.map(t -> basis(t.told(), words)).orElse(null),
        claim.of("coverage_" + language));
  }

  private static List<Line> lines(Trade trade, Words words) {
    var lines = new ArrayList<Line>();
    var told = trade.told();
    lines.add(line(definition(told.south(), words), trade.years(), words));
    lines.add(line(definition(told.otherSouth(), words), trade.otherYears(), words));
    trade
        .largest()
        .ifPresent(largest ->
            lines.add(
                line(
                    words.text(
                        "claims.without", definition(told.south(), words), words.country(largest)),
                    trade.withoutLargest(),
                    words)));
    return lines;
  }

  private static Line line(String how, List<TradeShares> years, Words words) {
    var share = years.isEmpty() ? OptionalDouble.empty() : years.getLast().ofWorld();
    return new Line(
        how,
        share.isPresent()
            ? words.text(
                "figures.percent",
                words.decimal(
                    BigDecimal.valueOf(100 * share.getAsDouble())
                        .setScale(1, RoundingMode.HALF_UP)))
            : words.text("not-reported"));
  }

  private static String definition(String code, Words words) {
    var scheme = words.statusScheme(code);
    return scheme.equals(code) ? words.grouping(code) : scheme;
  }

  private static String basis(Told told, Words words) {
    return words.text(
        "claims.trade-basis", Integer.toString(told.year()), told.reporters(), told.source());
  }
}
