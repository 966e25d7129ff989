package org.bandung.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @Test
  void whatWasSealedOpensInItsHomeOnly(@TempDir Path home, @TempDir Path other) {
    var secret = "a seed".getBytes(StandardCharsets.US_ASCII);
    var sealed = Secrets.of(home).sealed(secret);

    assertThat(Secrets.of(home).opened(sealed)).hasValue(secret);
    assertThat(Secrets.of(other).opened(sealed)).isEmpty();
    assertThat(Secrets.of(home).opened(new byte[] {1, 2, 3})).isEmpty();
  }
}
