package org.bandung.collection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// What a round gave, as it was frozen. It never changes; its canonical JSON is what is hashed.
///
/// @param number such as `QMM-2026-1`
/// @param replaces number of the edition of this round before it; empty if it is the first
/// @param reason why there is another; empty for the first
/// @param authority name of the body
/// @param signedBy name of the person who signed it off
/// @param institutions everybody who was asked, also those who did not answer
public record Edition(
    String number,
    String replaces,
    String reason,
    String round,
    String authority,
    @Nullable String country,
    LocalizedText title,
    LocalDate from,
    LocalDate to,
    String signedBy,
    Instant signedAt,
    Instant frozenAt,
    List<Institution> institutions,
    Figures figures,
    List<Row> rows) {

  public Edition {
    institutions = List.copyOf(institutions);
    rows = List.copyOf(rows);
  }

  /// What became of one who was asked.
  ///
  /// @param standing word of [Round.Standing]
  /// @param nothing whether it said that it has nothing to report
  public record Institution(
      String name,
      String standing,
      boolean nothing,
      int listed,
      int confirmed,
      int corrected,
      int refused,
      int added) {}

  /// An initiative, once, whoever reported it.
  ///
  /// @param key id in the registry, or what an addition is known by
  /// @param countries code and role: `QMM provider`
  /// @param money as reported over its whole life, every contribution once
  /// @param said who said what
  /// @param corrected fields in which an institution's word stands in place of what was known
  public record Row(
      String key,
      boolean inRegistry,
      String originalId,
      LocalizedText title,
      @Nullable PartialDate start,
      @Nullable PartialDate end,
      String modality,
      List<String> countries,
      List<String> sectors,
      List<Sum> money,
      List<Said> said,
      List<String> corrected) {

    public Row {
      countries = List.copyOf(countries);
      sectors = List.copyOf(sectors);
      money = List.copyOf(money);
      said = List.copyOf(said);
      corrected = List.copyOf(corrected);
    }

    /// The strongest of what was said: `corrected`, `confirmed`, `added`, `unanswered`.
    public String word() {
      for (var word : WORDS) {
        if (said.stream().anyMatch(s -> s.word().equals(word))) {
          return word;
        }
      }
      return UNANSWERED;
    }
  }

  /// The word of what nobody answered.
  public static final String UNANSWERED = "unanswered";

  /// Words of rows, the strongest first.
  public static final List<String> WORDS = List.of("corrected", "confirmed", "added", UNANSWERED);

  /// @param kind code of the scheme `contribution-kind`
  public record Sum(String kind, String currency, BigDecimal amount) {}

  /// @param institution id of its body
  /// @param word of [Answer], or `added`, or `unanswered`
  public record Said(String institution, String name, String word) {}

  /// Figures over the rows: pure counts, and sums in the currencies that were reported.
  ///
  /// @param byAnswer rows by the strongest word
  /// @param byRole rows in which the authority's country has the role
  /// @param money sums by kind and currency, never converted
  /// @param withMoney how many rows report any amount: the others are not zero
  public record Figures(
      int initiatives,
      Map<String, Integer> byAnswer,
      Map<String, Integer> byModality,
      Map<String, Integer> byRole,
      List<Sum> money,
      int withMoney) {

    public Figures {
      byAnswer = Collections.unmodifiableMap(new TreeMap<>(byAnswer));
      byModality = Collections.unmodifiableMap(new TreeMap<>(byModality));
      byRole = Collections.unmodifiableMap(new TreeMap<>(byRole));
      money = List.copyOf(money);
    }

    static Figures of(List<Row> rows, @Nullable String country) {
      var byAnswer = new TreeMap<String, Integer>();
      var byModality = new TreeMap<String, Integer>();
      var byRole = new TreeMap<String, Integer>();
      var money = new Sums();
      int withMoney = 0;
      for (var row : rows) {
        byAnswer.merge(row.word(), 1, Integer::sum);
        byModality.merge(row.modality(), 1, Integer::sum);
        row.countries().stream()
            .filter(c -> country != null && c.startsWith(country + " "))
            .map(c -> c.substring(c.indexOf(' ') + 1))
            .distinct()
            .forEach(role -> byRole.merge(role, 1, Integer::sum));
        row.money().forEach(money::add);
        withMoney += row.money().isEmpty() ? 0 : 1;
      }
      return new Figures(rows.size(), byAnswer, byModality, byRole, money.all(), withMoney);
    }
  }

  /// Sums of one kind and currency each.
  static final class Sums {
    private final Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();

    void add(Sum sum) {
      sums.computeIfAbsent(sum.kind(), k -> new TreeMap<>())
          .merge(sum.currency(), sum.amount(), BigDecimal::add);
    }

    /// In the order of kind and currency; zeros behind the point mean nothing.
    List<Sum> all() {
      return sums.entrySet().stream()
          .flatMap(k ->
              k.getValue().entrySet().stream()
                  .map(c ->
                      new Sum(
                          k.getKey(),
                          c.getKey(),
                          new BigDecimal(c.getValue().stripTrailingZeros().toPlainString()))))
          .toList();
    }
  }
}
