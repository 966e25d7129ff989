package org.bandung.web.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.bandung.reference.InventedWorld;
import org.bandung.statistics.counting.Counted;
import org.bandung.web.frame.SpokenWords;
import org.junit.jupiter.api.Test;

class KnownLoansTest {

  private static Counted loan(String lender) {
    return new Counted(
        "ebbqfqker6m6a4eh",
        "contribution",
        "2019",
        lender,
        "QNN",
        new BigDecimal("1250.50"),
        "EUR",
        new BigDecimal("1399.61"));
  }

  @Test
  void aLoanIsToldAsItsSourceToldItAndOpensToItsRecord() {
    var words = SpokenWords.in("en", InventedWorld.reference());

    assertThat(KnownLoans.loan(loan("QMM"), "35 % or more", words))
        .isEqualTo(
            new KnownLoans.Loan(
                "/initiatives/ebbqfqker6m6a4eh",
                "2019",
                words.country("QMM"),
                "1,250.5\u00a0EUR",
                "1,400",
                "35 % or more"));
    assertThat(KnownLoans.loan(loan(""), "", words).lender()).isEqualTo("not in the data");
  }
}
