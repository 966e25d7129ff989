package org.bandung.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bandung.access.guard.KnownPasswords;
import org.bandung.kernel.ShippedTable;

/// What makes a password too easy to guess. No rules of which letters: length is what counts.
///
/// @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP 800-63B-4, 3.1.1.2</a>
final class PasswordRules {

  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private static final int DIFFERENT = 6;

  private static final Set<String> COMMON =
      ShippedTable.read("access/common-passwords.csv").stream()
          .map(row -> row.getField("word"))
          .collect(Collectors.toUnmodifiableSet());

  private final KnownPasswords known;

  PasswordRules(KnownPasswords known) {
    this.known = known;
  }

  /// Why a password is refused. The words are part of message keys.
  enum Fault {
    TOO_SHORT,
    TOO_LONG,
    TOO_SIMPLE,
    COMMON,
    SAYS_WHO,
    GUESSABLE,
    BREACHED
  }

  /// What is wrong with it, if anything.
  ///
  /// @param about what everybody can know of her: name, e-mail
  Optional<Fault> fault(String password, List<String> about) {
    var own = ownFault(password, about);
    if (own.isPresent()) {
      return own;
    }
    if (known.breached(password)) {
      return Optional.of(Fault.BREACHED);
    }
    return known.guessable(password, about) ? Optional.of(Fault.GUESSABLE) : Optional.empty();
  }

  private static Optional<Fault> ownFault(String password, List<String> about) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Fault.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    var folded = password.toLowerCase(Locale.ROOT);
    if (folded.codePoints().distinct().count() < DIFFERENT || runs(folded)) {
      return Optional.of(Fault.TOO_SIMPLE);
    }
    if (COMMON.contains(bare(folded))) {
      return Optional.of(Fault.COMMON);
    }
    int said = words(about).stream().filter(folded::contains).mapToInt(String::length).sum();
    return 2 * said >= length ? Optional.of(Fault.SAYS_WHO) : Optional.empty();
  }

  /// Nothing but neighbours of the alphabet: `abcdefghijkl`, `987654321098`.
  private static boolean runs(String text) {
    int steps = 0;
    for (int i = 1; i < text.length(); i++) {
      steps += Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1 ? 1 : 0;
    }
    return steps * 10 >= (text.length() - 1) * 9;
  }

  /// Without the digits and signs that are put before or after a word to please a rule.
  private static String bare(String text) {
    return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "").replaceAll("\\s", "");
  }

  private static Set<String> words(List<String> about) {
    var words = new HashSet<String>();
    for (var text : about) {
      Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
          .filter(w -> w.length() >= 4)
          .forEach(words::add);
    }
    words.add("bandung");
    return words;
  }
}
