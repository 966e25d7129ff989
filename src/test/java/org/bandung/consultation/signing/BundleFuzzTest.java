package org.bandung.consultation.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;

/// Any bytes as a signature bundle: judged, never an exception; nothing is trusted that was not
/// named.
class BundleFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void judgesAnything(byte[] bytes) {
    if (BundleCheck.verify(bytes, Set.of()) instanceof Verdict.Intact intact) {
      assertThat(intact.signatures()).isNotEmpty().noneMatch(Verdict.Signature::trusted);
    }
  }
}
