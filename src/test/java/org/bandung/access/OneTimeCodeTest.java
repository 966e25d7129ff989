package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The codes that stand in for a telephone.
class OneTimeCodeTest {

  /// The seed of RFC 6238, appendix B, typed.
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Test
  void theCodesAreThoseOfTheStandard() {
    assertThat(OneTimeCode.at(SEED, Instant.ofEpochSecond(59))).contains("287082");
    assertThat(OneTimeCode.at(SEED, Instant.ofEpochSecond(1_111_111_109))).contains("081804");
    assertThat(OneTimeCode.at("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", Instant.ofEpochSecond(59)))
        .contains("287082");
  }

  @Test
  void whatIsNoSeedHasNoCode() {
    assertThat(OneTimeCode.now("")).isEmpty();
    assertThat(OneTimeCode.now("1".repeat(32))).isEmpty();
    assertThat(OneTimeCode.now(SEED + "A")).isEmpty();
  }
}
