package org.bandung.access;

import java.util.Locale;

/// Everything that somebody must be allowed to do; who may is declared in `access/permissions.csv`.
public enum Permission {
  /// See what is private to the owner.
  READ_PRIVATE,
  /// Write and withdraw needs, offers, solutions, events and statements of the owner.
  WRITE_ENTRY,
  /// Release what is the owner's to everybody, or take it back.
  RELEASE,
  /// Endorse in the name of the country or the body above.
  ENDORSE,
  /// Speak for the owner in a consultation.
  NEGOTIATE,
  /// Accept for good and sign in the name of the owner.
  SIGN,
  /// Let people act for the owner, change what they are trusted with, and let them go.
  MANAGE_PEOPLE,
  /// Admit and suspend the owner as a body of this node.
  ADMIT_BODY,
  /// Let a body of the country coordinate some sectors.
  DELEGATE,
  /// Make tokens with which programs act for the owner.
  MAKE_TOKENS,
  /// Read the audit log of the owner.
  READ_AUDIT;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
