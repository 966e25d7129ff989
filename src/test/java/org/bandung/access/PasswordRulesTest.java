package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bandung.access.guard.HashList;
import org.bandung.access.guard.KnownPasswords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

  private static final List<String> ABOUT = List.of("amina.desk@example.org", "Amina Oryx");

  private static final PasswordRules RULES =
      new PasswordRules(new KnownPasswords(Optional.empty()));

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
    "bandungbandun, SAYS_WHO",
    "football12345, COMMON",
    "P@ssw0rd1234, GUESSABLE",
    "1q2w3e4r5t6y, GUESSABLE",
    "iloveyou1234, COMMON",
    "december2024, GUESSABLE",
    "manchesterunited, GUESSABLE",
    "qwertyuiop123, COMMON"
  })
  void refusesWhatIsEasyToGuess(String password, PasswordRules.Fault fault) {
    assertThat(RULES.fault(password, ABOUT)).contains(fault);
  }

  @ParameterizedTest
  @CsvSource({"three goats on the roof", "ثلاث عنزات على السطح", "x9$Lm2!pQ7vT", "屋顶上有三只山羊和一只安静的猫"})
  void takesWhateverIsLongAndOnesOwn(String password) {
    assertThat(RULES.fault(password, ABOUT)).isEmpty();
  }

  @Test
  void refusesWhatOthersLost(@TempDir Path folder) throws Exception {
    var file = folder.resolve("breached.txt");
    var lost = "x9$Lm2!pQ7vT";
    Files.writeString(file, sha1("a") + ":7\r\n");
    assertThat(RULES.fault(lost, ABOUT)).isEmpty();
    Files.writeString(file, sha1(lost) + ":3\r\n");
    var rules = new PasswordRules(new KnownPasswords(Optional.of(HashList.open(file))));

    assertThat(rules.fault(lost, ABOUT)).contains(PasswordRules.Fault.BREACHED);
    assertThat(rules.fault(lost + "!", ABOUT)).isEmpty();
  }

  private static String sha1(String text) throws Exception {
    var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().withUpperCase().formatHex(digest);
  }

  @Test
  void hasAnUpperEnd() {
    assertThat(RULES.fault("three goats on the roof ".repeat(6), ABOUT))
        .contains(PasswordRules.Fault.TOO_LONG);
  }
}
