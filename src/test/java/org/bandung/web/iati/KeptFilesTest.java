package org.bandung.web.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Files that are made one at a time, and read while others are made.
class KeptFilesTest {

  @Test
  void whoReadsHoldsNobodyUp() throws IOException {
    try (var kept = new KeptFiles()) {
      var first = Objects.requireNonNull(kept.once("selection", out -> out.write('a')));
      try (var slow = new GZIPInputStream(Files.newInputStream(first))) {
        var second = Objects.requireNonNull(kept.once("selection", out -> out.write('b')));
        assertThat(kept.file("whole", "state", out -> out.write('c'))).isNotNull();
        assertThat(slow.readAllBytes()).isEqualTo(new byte[] {'a'});
        Files.delete(second);
      }
      Files.delete(first);
    }
  }

  @Test
  void onlyOneIsMadeAtATime() throws IOException {
    try (var kept = new KeptFiles()) {
      var meanwhile = new AtomicReference<>("unasked");
      var made =
          kept.once(
              "selection",
              out -> {
                var other = kept.once("selection", o -> o.write('b'));
                meanwhile.set(other == null ? "refused" : "made");
              });
      Files.delete(Objects.requireNonNull(made));
      assertThat(meanwhile).hasValue("refused");
    }
  }

  @Test
  void whatFailsGivesItsPlaceBack() throws IOException {
    try (var kept = new KeptFiles()) {
      assertThatThrownBy(() ->
              kept.once(
                  "selection",
                  out -> {
                    throw new IOException("full");
                  }))
          .isInstanceOf(IOException.class);
      Files.delete(Objects.requireNonNull(kept.once("selection", out -> out.write('b'))));
    }
  }
}
