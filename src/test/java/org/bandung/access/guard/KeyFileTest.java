package org.bandung.access.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.encrypt.Encryptors;

class KeyFileTest {

  private static final byte[] SECRET = "a seed".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path home;
  private Path file;

  @BeforeEach
  void name() {
    file = home.resolve("access.key");
  }

  @Test
  void aNewKeySealsAndTheOneBeforeStillOpens() throws Exception {
    var keys = KeyFile.of(file);
    var before = keys.sealed(SECRET);
    assertThat(keys.begin()).isEqualTo(2);
    var after = keys.sealed(SECRET);

    assertThat(keys.opened(before)).hasValue(SECRET);
    assertThat(keys.opened(after)).hasValue(SECRET);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    keys.forgetBefore(2);
    assertThat(keys.opened(before)).isEmpty();
    assertThat(keys.opened(after)).hasValue(SECRET);
    assertThat(KeyFile.of(file).opened(after)).hasValue(SECRET);
  }

  @Test
  void anotherProcessSeesTheChange() {
    var server = KeyFile.of(file);
    var old = server.sealed(SECRET);
    var command = KeyFile.of(file);
    command.begin();

    var fresh = server.sealed(SECRET);
    assertThat(server.version()).isEqualTo(2);
    command.forgetBefore(2);
    assertThat(command.opened(fresh)).hasValue(SECRET);
    assertThat(server.opened(old)).isEmpty();
  }

  @Test
  void sealsOfTheFirstKindGoOnToOpen() throws Exception {
    var line = "ab".repeat(32) + ":" + "cd".repeat(32);
    Files.writeString(file, line);
    var keys = KeyFile.of(file);
    var first = Encryptors.stronger("ab".repeat(32), "cd".repeat(32)).encrypt(SECRET);
    assertThat(keys.opened(first)).hasValue(SECRET);
    assertThat(keys.version()).isZero();
    assertThat(keys.opened(keys.sealed(SECRET))).hasValue(SECRET);

    assertThat(keys.begin()).isEqualTo(1);
    assertThat(keys.opened(first)).hasValue(SECRET);
    assertThat(keys.opened(keys.sealed(SECRET))).hasValue(SECRET);
    keys.forgetBefore(1);
    assertThat(keys.opened(first)).isEmpty();
  }

  @Test
  void whatWasAlteredOpensNowhere() {
    var keys = KeyFile.of(file);
    var sealed = keys.sealed(SECRET);
    for (int i = 0; i < sealed.length; i++) {
      var altered = sealed.clone();
      altered[i] ^= 1;
      assertThat(keys.opened(altered)).as("byte " + i).isEmpty();
    }
    assertThat(keys.opened(new byte[0])).isEmpty();
  }

  @Test
  void aDamagedFileIsTold() throws Exception {
    Files.writeString(file, "v1:short");
    assertThatThrownBy(() -> KeyFile.of(file)).hasMessageContaining("damaged");
  }
}
