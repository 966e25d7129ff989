package org.bandung.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bandung.registry.said.Role;

/// What an entry of the catalogue is.
public enum EntryKind {
  /// Something a country or institution seeks.
  NEED(Role.RECIPIENT),
  /// Something a country or institution offers to others.
  OFFER(Role.PROVIDER),
  /// Something that was done and worked, told so that others can do it too.
  SOLUTION(Role.PROVIDER),
  /// A person who can be asked, by her own consent.
  EXPERT(Role.PROVIDER),
  /// An institution that can be asked.
  INSTITUTION(Role.PROVIDER),
  /// Where one meets or learns: an expo, a conference, a training.
  EVENT(Role.FACILITATOR);

  private final Role usualRole;

  EntryKind(Role usualRole) {
    this.usualRole = usualRole;
  }

  /// The part of a country of which a source names no part.
  public Role usualRole() {
    return usualRole;
  }

  /// Whether one expects to read for how long it holds; of the others it is told only if reported.
  public boolean isDated() {
    return switch (this) {
      case NEED, OFFER, EVENT -> true;
      case SOLUTION, EXPERT, INSTITUTION -> false;
    };
  }

  /// The word for it in every door.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of that word.
  public static Optional<EntryKind> ofCode(String code) {
    return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
  }

  /// The words of all kinds.
  public static List<String> codes() {
    return Arrays.stream(values()).map(EntryKind::code).toList();
  }
}
