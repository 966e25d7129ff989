package org.bandung.access.signin;

import java.util.List;
import java.util.Optional;
import org.bandung.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// Passkeys whose coming and going is written down and told to their owner.
final class ToldPasskeys implements UserCredentialRepository {

  static final int LONGEST_NAME = 60;

  private final UserCredentialRepository passkeys;
  private final PublicKeyCredentialUserEntityRepository owners;
  private final Accounts accounts;

  ToldPasskeys(
      UserCredentialRepository passkeys,
      PublicKeyCredentialUserEntityRepository owners,
      Accounts accounts) {
    this.passkeys = passkeys;
    this.owners = owners;
    this.accounts = accounts;
  }

  @Override
  public void delete(Bytes id) {
    var owner = owner(passkeys.findByCredentialId(id));
    passkeys.delete(id);
    owner.ifPresent(account -> accounts.passkeyChanged(account, false));
  }

  /// Also called at every sign-in, to count it; only a new one is told.
  @Override
  public void save(CredentialRecord passkey) {
    boolean known = passkeys.findByCredentialId(passkey.getCredentialId()) != null;
    passkeys.save(named(passkey));
    if (!known) {
      owner(passkey).ifPresent(account -> accounts.passkeyChanged(account, true));
    }
  }

  /// Its name, as long as a name may be; the framework takes whatever comes.
  static CredentialRecord named(CredentialRecord passkey) {
    var label = passkey.getLabel().replaceAll("\\p{Cntrl}", " ").strip();
    return ImmutableCredentialRecord.fromCredentialRecord(passkey)
        .label(label.substring(0, Math.min(LONGEST_NAME, label.length())))
        .build();
  }

  private Optional<String> owner(@Nullable CredentialRecord passkey) {
    return Optional.ofNullable(passkey)
        .map(p -> owners.findById(p.getUserEntityUserId()))
        .map(o -> o.getName());
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes id) {
    return passkeys.findByCredentialId(id);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes owner) {
    return passkeys.findByUserId(owner);
  }
}
