package org.bandung.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

class ToldPasskeysTest {

  /// The form asks for sixty letters, but nobody need use the form.
  @Test
  void aNameIsNoLongerThanANameMayBe() {
    var passkey =
        ImmutableCredentialRecord.builder()
            .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
            .credentialId(Bytes.random())
            .userEntityUserId(Bytes.random())
            .publicKey(new ImmutablePublicKeyCose(new byte[] {1}))
            .created(Instant.EPOCH)
            .lastUsed(Instant.EPOCH)
            .label("tele\nphone " + "x".repeat(900))
            .build();

    assertThat(ToldPasskeys.named(passkey).getLabel()).hasSize(60).startsWith("tele phone x");
  }
}
