package org.bandung.exchange.files;

import org.springframework.modulith.NamedInterface;

/// Where imports may reach.
///
/// @param innerAddresses whether also into the networks behind this machine, and into it
@NamedInterface("inputs")
public record InputSettings(boolean innerAddresses) {

  /// The public web only.
  public static final InputSettings WEB_ONLY = new InputSettings(false);
}
