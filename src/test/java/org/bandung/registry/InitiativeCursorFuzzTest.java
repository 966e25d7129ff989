package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bandung.kernel.BadCursor;

/// Any text as the cursor of a list: refused, or a place that is written down as it was read.
class InitiativeCursorFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) {
    read(new String(bytes, StandardCharsets.UTF_8));
    read(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static void read(String cursor) {
    try {
      var place = ListPlace.of(cursor);
      assertThat(ListPlace.of(place.cursor())).isEqualTo(place);
      assertThat(place.id().indexOf('\0')).isNegative();
    } catch (BadCursor e) {
      // refused
    }
  }
}
