package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CodesTest {

  /// The key of RFC 6238, appendix B.
  private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static Instant at(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  @Test
  void showsTheCodesOfTheStandard() {
    // RFC 6238 prints eight digits; six are the last six of them.
    assertThat(Codes.code(SEED, at(59))).isEqualTo("287082");
    assertThat(Codes.code(SEED, at(1_111_111_109))).isEqualTo("081804");
    assertThat(Codes.code(SEED, at(1_234_567_890))).isEqualTo("005924");
    assertThat(Codes.code(SEED, at(20_000_000_000L))).isEqualTo("353130");
  }

  @Test
  void aCodeHoldsAStepEarlyOrLateAndNoLonger() {
    long now = 1_234_567_890;
    var code = Codes.code(SEED, at(now));

    assertThat(Codes.step(SEED, code, at(now + 30), 0)).hasValue(now / 30);
    assertThat(Codes.step(SEED, code, at(now - 30), 0)).hasValue(now / 30);
    assertThat(Codes.step(SEED, code, at(now + 60), 0)).isEmpty();
    assertThat(Codes.step(SEED, code, at(now - 60), 0)).isEmpty();
  }

  @Test
  void aCodeHoldsOnce() {
    long now = 1_234_567_890;
    assertThat(Codes.step(SEED, Codes.code(SEED, at(now)), at(now), now / 30)).isEmpty();
    assertThat(Codes.step(SEED, Codes.code(SEED, at(now)), at(now), now / 30 - 1)).isPresent();
  }

  @Test
  void takesSixDigitsHoweverTheyAreSpaced() {
    assertThat(Codes.step(SEED, " 287 082 ", at(59), 0)).isPresent();
    assertThat(Codes.step(SEED, "28708", at(59), 0)).isEmpty();
    assertThat(Codes.step(SEED, "", at(59), 0)).isEmpty();
    assertThat(Codes.step(SEED, "٢٨٧٠٨٢", at(59), 0)).isEmpty();
  }

  @Test
  void writesTheSeedAsAuthenticatorsReadIt() {
    // RFC 4648, section 10
    assertThat(Codes.typed("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    assertThat(Codes.address(SEED, "a@example.org", "Bandung x"))
        .isEqualTo(
            "otpauth://totp/Bandung%20x%3Aa%40example.org"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bandung%20x");
  }
}
