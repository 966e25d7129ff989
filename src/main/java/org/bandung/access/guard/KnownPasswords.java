package org.bandung.access.guard;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether those who guess passwords would soon come to one: from the lists that come along (common
/// passwords, words and names of English, rows of keys, dates), and from the list of breached ones
/// that a node plugs in.
public final class KnownPasswords {

  /// A password that is reached with fewer tries is refused: beyond it even somebody who has stolen
  /// the hashes tries for years, at 600,000 rounds each.
  ///
  /// @see <a
  ///   href="https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler">Wheeler
  ///   2016</a>, whose estimate this is
  private static final double FEWEST_GUESSES = 1e8;

  private final Optional<HashList> breached;

  /// @param breached hashes of breached passwords, if the node has them
  public KnownPasswords(Optional<HashList> breached) {
    this.breached = breached;
  }

  /// Whether it is made of what guessers try first. The lists, 11 MB in memory, are read for each
  /// question and let go again: passwords are chosen seldom.
  ///
  /// @param about what everybody can know of her
  public boolean guessable(String password, List<String> about) {
    var words = new ArrayList<>(about);
    about.forEach(a -> words.addAll(Arrays.asList(a.split("[^\\p{L}\\p{N}]+"))));
    words.replaceAll(word -> word.toLowerCase(Locale.ROOT));
    words.removeIf(String::isBlank);
    return new Zxcvbn().measure(password, words).getGuesses() < FEWEST_GUESSES;
  }

  /// Whether it is on the list of breached passwords, exactly as it was typed.
  public boolean breached(String password) {
    return breached.filter(list -> list.contains(hash(password))).isPresent();
  }

  /// The hash that lists of breached passwords are made of; nothing rests on its strength.
  private static String hash(String password) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of()
          .withUpperCase()
          .formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
