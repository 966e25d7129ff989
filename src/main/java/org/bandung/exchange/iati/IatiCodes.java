package org.bandung.exchange.iati;

import static java.util.function.Predicate.not;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.ShippedTable;
import org.jspecify.annotations.Nullable;

/// Which codes the lists of IATI 2.03 hold, as far as this node knows without the official
/// material; a code that is not in its list would make the whole activity wrong.
final class IatiCodes {

  /// What the house knows of countries and of the schemes that follow lists of IATI.
  interface Known {
    /// The alpha-2 code of a country, if IATI lists the country.
    Optional<String> country(CountryCode country);

    boolean has(String scheme, String code);
  }

  private static final Pattern SECTOR = Pattern.compile("[1-9][0-9]{4}");
  private static final Pattern GROUP = Pattern.compile("[1-9][0-9]{2}");
  private static final Pattern REFERENCE = Pattern.compile("[^\\s/&|?]{1,200}");

  private static final Set<String> LANGUAGES =
      Stream.of(Locale.getISOLanguages())
          .filter(l -> l.length() == 2)
          .filter(not(list("no-language")::containsKey))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .filter(not(list("no-currency")::containsKey))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> REGIONS = list("region").keySet();

  /// Of each goal of Agenda 2030: its last numbered target and its last lettered one, as `5b`.
  private static final Map<String, String> TARGETS = list("last-target");

  private static final Map<String, String> FORMATS = list("media-type");

  private final Known known;

  IatiCodes(Known known) {
    this.known = known;
  }

  /// One of the lists of the file, by code.
  private static Map<String, String> list(String name) {
    return ShippedTable.read("exchange/iati-out-codes.csv").stream()
        .filter(r -> r.getField("list").equals(name))
        .collect(Collectors.toUnmodifiableMap(r -> r.getField("code"), r -> r.getField("value")));
  }

  Optional<String> country(CountryCode code) {
    return known.country(code);
  }

  /// The code if its list has it; null otherwise.
  @Nullable String of(String scheme, @Nullable String code) {
    return code != null && known.has(scheme, code) ? code : null;
  }

  boolean isSector(String code) {
    return SECTOR.matcher(code).matches() && known.has("dac-sector", code);
  }

  boolean isSectorGroup(String code) {
    return GROUP.matcher(code).matches() && known.has("dac-sector", code);
  }

  static boolean isSectorForm(String code) {
    return SECTOR.matcher(code).matches() || GROUP.matcher(code).matches();
  }

  static boolean isRegion(String code) {
    return REGIONS.contains(code);
  }

  static boolean isCurrency(String code) {
    return CURRENCIES.contains(code);
  }

  static boolean isGoal(String code) {
    return code.matches("[1-9]|1[0-7]");
  }

  static boolean isTarget(String code) {
    int dot = code.indexOf('.');
    if (dot < 1 || !isGoal(code.substring(0, dot))) {
      return false;
    }
    var last = Objects.requireNonNull(TARGETS.get(code.substring(0, dot)));
    var target = code.substring(dot + 1);
    if (target.matches("[1-9][0-9]?")) {
      return Integer.parseInt(target) <= Integer.parseInt(last.replaceAll("[a-z]", ""));
    }
    char letter = last.charAt(last.length() - 1);
    return target.matches("[a-d]") && Character.isLetter(letter) && target.charAt(0) <= letter;
  }

  /// The two letters of a language, if IATI lists it.
  static Optional<String> language(String tag) {
    var plain = tag.length() > 2 && tag.charAt(2) == '-' ? tag.substring(0, 2) : tag;
    return LANGUAGES.contains(plain) ? Optional.of(plain) : Optional.empty();
  }

  /// Whether a text can be an identifier of an organisation or activity.
  static boolean isReference(@Nullable String text) {
    return text != null && REFERENCE.matcher(text).matches() && XmlOut.survives(text);
  }

  /// The media type that the ending of an address tells; a page if it has none.
  static Optional<String> format(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    var ending = dot < 0 ? "html" : name.substring(dot + 1);
    return ending.matches("html?|php|aspx?|jsp")
        ? Optional.of("text/html")
        : Optional.ofNullable(FORMATS.get(ending));
  }
}
