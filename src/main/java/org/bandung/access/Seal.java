package org.bandung.access;

import java.util.Optional;
import org.bandung.kernel.Once;
import org.springframework.stereotype.Service;

/// The seal of this node, for secrets that other modules must keep and use again, such as keys with
/// which bodies sign. Its key lies in the home, not in the database.
@Service
public class Seal {

  private final Once<Secrets> secrets;

  Seal(AccessSettings settings) {
    this.secrets = Once.of(() -> Secrets.of(settings.home()));
  }

  /// What can be stored.
  public byte[] sealed(byte[] secret) {
    return secrets.get().sealed(secret);
  }

  /// What was sealed here; empty where this node has not the key any more.
  public Optional<byte[]> opened(byte[] sealed) {
    return secrets.get().opened(sealed);
  }
}
