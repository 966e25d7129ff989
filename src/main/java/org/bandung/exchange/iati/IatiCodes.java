package org.bandung.exchange.iati;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bandung.kernel.CountryCode;
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
      Arrays.stream(Locale.getISOLanguages())
          .filter(l -> l.length() == 2)
          // Old names that Java still lists, and three that IATI's list lacks.
          .filter(l -> !Set.of("iw", "ji", "in", "mo", "cu", "ia", "ie").contains(l))
          .collect(Collectors.toUnmodifiableSet());

  /// Currencies of ISO 4217 that are money no more, or none, and not in IATI's list.
  private static final Set<String> NO_CURRENCIES =
      Set.of(
          ("ADP AFA ATS AYM AZM BEF BGL BYB CHE CHW CSD CYP DEM ESP FIM FRF GHC GRD GWP IEP ITL"
                  + " LUF MGF MTL MZM NLG PTE ROL RUR SDD SIT SKK SRG TMM TPE TRL VEB XAD XAG XAU"
                  + " XBA XBB XBC XBD XCG XFO XFU XPD XPT XSU XTS XUA XXX YUM ZWD ZWG ZWN ZWR")
              .split(" "));

  private static final Set<String> CURRENCIES = currencies();

  /// OECD DAC regions; source: IATI Region 2.03.
  private static final Set<String> REGIONS =
      Set.of(
          ("88 89 189 289 298 380 389 489 498 589 619 679 689 789 798 889 998 1027 1028 1029 1030"
                  + " 1031 1032 1033 1034 1035")
              .split(" "));

  /// Of each goal of Agenda 2030: its last numbered target and its last lettered one.
  private static final List<String> TARGETS =
      List.of(
          "5b", "5c", "9d", "7c", "6c", "6b", "3b", "10b", "5c", "7c", "7c", "8c", "3b", "7c", "9c",
          "10b", "19");

  private static final Map<String, String> FORMATS =
      Map.of(
          "pdf", "application/pdf",
          "doc", "application/msword",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xls", "application/vnd.ms-excel",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png",
          "csv", "text/csv");

  private final Known known;

  IatiCodes(Known known) {
    this.known = known;
  }

  private static Set<String> currencies() {
    var codes = new HashSet<String>();
    Currency.getAvailableCurrencies().forEach(c -> codes.add(c.getCurrencyCode()));
    codes.removeAll(NO_CURRENCIES);
    return codes;
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
    var last = TARGETS.get(Integer.parseInt(code.substring(0, dot)) - 1);
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
