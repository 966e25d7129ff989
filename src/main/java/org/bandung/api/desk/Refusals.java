package org.bandung.api.desk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bandung.access.Permission;
import org.bandung.api.frame.Problem;
import org.bandung.api.frame.Refused;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;

/// Why deeds are refused, in the words that the pages have for it.
final class Refusals {

  private static final Messages PAGES = Messages.of("web");

  private Refusals() {}

  /// Whoever made the token is not trusted with this.
  ///
  /// @param any of these would do
  static Refused notAllowed(Permission... any) {
    return new Refused(
        Problem.Kind.NOT_ALLOWED,
        Arrays.stream(any).map(Refusals::role).distinct().collect(Collectors.joining(", ")));
  }

  private static String role(Permission permission) {
    return switch (permission) {
      case READ_PRIVATE -> "reader";
      case WRITE_ENTRY -> "contributor";
      case NEGOTIATE -> "negotiator";
      case SIGN, MAKE_TOKENS, MANAGE_PEOPLE -> "signatory";
      case ENDORSE -> "endorser";
      case RELEASE, ADMIT_BODY, DELEGATE, READ_AUDIT -> "authority";
    };
  }

  /// One fault at one place.
  ///
  /// @param key of its message among those of the pages
  static Refused.Fault fault(String place, String key, Object... arguments) {
    return new Refused.Fault(place, PAGES, key, List.of(arguments));
  }

  static Refused faulty(List<Refused.Fault> faults) {
    return new Refused(faults);
  }

  /// Notes of the rules, whose codes have messages that begin so.
  static Refused faulty(List<Note> notes, String prefix) {
    return new Refused(
        notes.stream()
            .map(n ->
                new Refused.Fault(
                    n.path(),
                    PAGES,
                    prefix + n.code().substring(n.code().indexOf('.') + 1),
                    n.arguments()))
            .toList());
  }
}
