package org.bandung.web.substitution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bandung.statistics.QuestionText.Asked;
import org.bandung.statistics.Statistics;
import org.bandung.statistics.counting.Counted;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// The loans to a country that public records of this node tell with their terms, one by one.
///
/// Parties publish on which side of 35 % a loan's grant element lies (the border of SDG indicator
/// 17.3.1, at a discount of 5 %), not its terms: the exact element stays theirs, at their desk.
@Component
final class KnownLoans {

  private static final int MOST = 100;

  /// By the code of the sub-indicator that a loan counts in.
  private static final Map<String, String> SIDES =
      Map.of("b", "debt.loan.more", "c", "debt.loan.less");

  private final Statistics statistics;

  KnownLoans(Statistics statistics) {
    this.statistics = statistics;
  }

  /// A loan.
  ///
  /// @param record address of the record that tells it
  /// @param amount as its source told it, with its currency
  /// @param dollars in US dollars of the day
  /// @param element which side of 35 % its grant element lies on
  record Loan(
      String record, String year, String lender, String amount, String dollars, String element) {}

  /// Those to a country, the latest first.
  List<Loan> to(String country, Words words) {
    var loans = new ArrayList<Loan>();
    SIDES.forEach((code, key) ->
        told(country, code).forEach(c -> loans.add(loan(c, words.text(key), words))));
    return loans.stream()
        .sorted(
            Comparator.comparing(Loan::year)
                .reversed()
                .thenComparing(Loan::lender)
                .thenComparing(Loan::record))
        .limit(MOST)
        .toList();
  }

  private List<Counted> told(String country, String code) {
    var asked = Map.of("measure", "given", "in", "USD", "recipient", country, "sdg-17-3-1", code);
    return statistics.text().read(asked::get) instanceof Asked.Understood(var question)
        ? statistics.contributions(question)
        : List.of();
  }

  static Loan loan(Counted told, String element, Words words) {
    return new Loan(
        "/initiatives/" + told.initiative(),
        told.year(),
        told.provider().isEmpty()
            ? words.text("economy.not-in-data")
            : words.country(told.provider()),
        words.decimal(told.reported()) + '\u00a0' + told.unit(),
        words.decimal(told.counted().setScale(0, java.math.RoundingMode.HALF_UP)),
        element);
  }
}
