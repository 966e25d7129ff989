package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

  private static final List<String> ABOUT = List.of("amina.desk@example.org", "Amina Oryx");

  @ParameterizedTest
  @CsvSource({
    "elevenchars, TOO_SHORT",
    "aaaaaaaaaaaa, TOO_SIMPLE",
    "ababababababab, TOO_SIMPLE",
    "abcdefghijklmn, TOO_SIMPLE",
    "98765432109876, TOO_SIMPLE",
    "Passwordpassword1!, COMMON",
    "1234qwertyuiop!!, COMMON",
    "amina.desk2026, SAYS_WHO",
    "bandungbandun, SAYS_WHO"
  })
  void refusesWhatIsEasyToGuess(String password, PasswordRules.Fault fault) {
    assertThat(PasswordRules.fault(password, ABOUT)).contains(fault);
  }

  @ParameterizedTest
  @CsvSource({"three goats on the roof", "ثلاث عنزات على السطح", "x9$Lm2!pQ7vT", "屋顶上有三只山羊和一只安静的猫"})
  void takesWhateverIsLongAndOnesOwn(String password) {
    assertThat(PasswordRules.fault(password, ABOUT)).isEmpty();
  }

  @Test
  void hasAnUpperEnd() {
    assertThat(PasswordRules.fault("three goats on the roof ".repeat(6), ABOUT))
        .contains(PasswordRules.Fault.TOO_LONG);
  }
}
