package org.bandung.exchange.observations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bandung.exchange.observations.ObservationMapping.Codes;
import org.bandung.kernel.CountryCode;
import org.bandung.observations.LoadedFile.Meaning;
import org.bandung.observations.LoadedFile.OddCode;
import org.bandung.observations.Side;
import org.bandung.reference.CountryResolution.Aggregate;
import org.bandung.reference.CountryResolution.Found;
import org.bandung.reference.CountryResolution.Several;
import org.bandung.reference.CountryResolution.Unknown;
import org.bandung.reference.FormerCode;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;

/// What codes and names of countries in a file mean in a year, each looked up once.
///
/// A code of earlier times that one country of today follows is taken for that country. One that
/// several follow stays what it was: nobody can divide its trade afterwards. It is then told by its
/// letters of that time, whatever the file wrote (`200` and `CS` in 1980 are `CSK`), unless the
/// publisher says which country it means.
final class CountryCodes {

  private static final int MOST_TOLD = 1_000;

  private final Reference reference;
  private final Map<String, String> aliases;
  private final Map<String, String> alpha3 = new HashMap<>();
  private final Map<String, String> alpha2 = new HashMap<>();
  private final Map<String, String> numeric = new HashMap<>();
  private final Map<String, List<FormerCode>> former = new HashMap<>();
  private final Map<Codes, Map<String, Entry>> known = new HashMap<>();

  /// @param aliases words of the publisher's own, with the code they stand for
  CountryCodes(Reference reference, Map<String, String> aliases) {
    this.reference = reference;
    this.aliases = aliases;
    for (var country : reference.countries()) {
      var code = country.code().alpha3();
      alpha3.put(code, code);
      alpha2.put(country.alpha2(), code);
      country.m49().ifPresent(n -> numeric.put(n, code));
    }
    for (var old : reference.formerCodes()) {
      former.computeIfAbsent(old.code(), c -> new ArrayList<>()).add(old);
    }
  }

  /// What a code or name means in a year.
  Side side(String published, Codes codes, int year) {
    return known
        .computeIfAbsent(codes, c -> new HashMap<>())
        .computeIfAbsent(published, p -> entry(p, codes))
        .in(year);
  }

  /// All that were not taken as they stood, the most frequent first, no more than a thousand.
  List<OddCode> odd() {
    return odds().stream().limit(MOST_TOLD).toList();
  }

  /// How many different ones were not taken as they stood.
  int oddCount() {
    return odds().size();
  }

  private List<OddCode> odds() {
    Map<String, OddCode> found = new HashMap<>();
    for (var entries : known.values()) {
      for (var entry : entries.values()) {
        entry.told.forEach((meaning, said) ->
            found.merge(
                entry.published + '\0' + meaning,
                new OddCode(entry.published, meaning, said.taken, said.times),
                (a, b) -> new OddCode(a.code(), a.meaning(), a.taken(), a.times() + b.times())));
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparingLong(OddCode::times).reversed().thenComparing(OddCode::code))
        .toList();
  }

  private Entry entry(String published, Codes codes) {
    var alias = aliases.get(published);
    var upper = (alias == null ? published : alias).toUpperCase(Locale.ROOT);
    var plain = alias == null ? plain(upper, codes) : alpha3.get(upper);
    if (plain != null) {
      var entry = new Entry(published, plain, List.of(), Meaning.FORMER);
      if (alias != null && codes != Codes.NAME && !old(published).isEmpty()) {
        // By itself it would stay what it was; that the publisher says more is told.
        entry.meanings.put(entry.plain, Meaning.FORMER);
      }
      return entry;
    }
    if (codes == Codes.NONE && alias == null) {
      return new Entry(published, published, List.of(), Meaning.FORMER);
    }
    // What the mapping names is a code, whatever the file writes.
    var old = codes == Codes.NAME && alias == null ? List.<FormerCode>of() : old(upper);
    if (old.isEmpty() && (codes == Codes.NAME || codes == Codes.ANY)) {
      return named(published);
    }
    return old.isEmpty()
        ? new Entry(published, published, old, Meaning.UNKNOWN)
        : new Entry(published, "", old, Meaning.FORMER);
  }

  private @Nullable String plain(String upper, Codes codes) {
    return switch (codes) {
      case ALPHA_3 -> alpha3.get(upper);
      case ALPHA_2 -> alpha2.get(upper);
      case NUMERIC -> numeric.get(padded(upper));
      case ANY -> {
        var three = alpha3.get(upper);
        var two = three == null ? alpha2.get(upper) : three;
        yield two == null ? numeric.get(padded(upper)) : two;
      }
      case NAME, NONE -> null;
    };
  }

  private List<FormerCode> old(String upper) {
    var found = former.get(upper);
    return found != null ? found : former.getOrDefault(padded(upper), List.of());
  }

  /// `4` is `004`.
  private static String padded(String code) {
    boolean digits = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && code.length() < 3 ? "0".repeat(3 - code.length()) + code : code;
  }

  private Entry named(String published) {
    return switch (reference.resolveCountryName(published)) {
      case Found(var country) -> new Entry(published, country.alpha3(), List.of(), Meaning.FORMER);
      case Several(var code, var countries) -> new Entry(published, "", old(code), Meaning.SEVERAL);
      case Aggregate(var code) -> new Entry(published, "", old(code), Meaning.AGGREGATE);
      case Unknown u -> new Entry(published, published, List.of(), Meaning.UNKNOWN);
    };
  }

  private static final class Said {
    private String taken = "";
    private long times;
  }

  /// One word of the file.
  private final class Entry {
    private final String published;
    private final Side plain;
    private final List<FormerCode> old;
    private final Map<Meaning, Said> told = new HashMap<>();
    private final Map<Integer, Side> byYear = new HashMap<>();
    private final Map<Side, Meaning> meanings = new HashMap<>();

    /// @param taken what it is taken for, if that does not depend on the year
    /// @param old what it was in other times, if it does
    Entry(String published, String taken, List<FormerCode> old, Meaning meaning) {
      this.published = published;
      this.plain = new Side(taken, published);
      this.old = old;
      if (old.isEmpty() && meaning == Meaning.UNKNOWN) {
        meanings.put(plain, meaning);
      }
    }

    Side in(int year) {
      var side = old.isEmpty() ? plain : byYear.computeIfAbsent(year, this::dated);
      var meaning = meanings.get(side);
      if (meaning != null) {
        var said = told.computeIfAbsent(meaning, m -> new Said());
        said.taken = side.code();
        said.times++;
      }
      return side;
    }

    private Side dated(int year) {
      var row =
          old.stream().filter(o -> o.in(year)).findFirst().orElseGet(() -> nearest(old, year));
      var successors = row.successors();
      var side =
          new Side(
              row.aggregate()
                  ? row.code()
                  : successors.size() == 1 ? successors.getFirst().alpha3() : letters(row, year),
              published);
      meanings.put(
          side,
          row.aggregate()
              ? Meaning.AGGREGATE
              : successors.size() == 1 ? Meaning.FORMER : Meaning.SEVERAL);
      return side;
    }
  }

  private static FormerCode nearest(List<FormerCode> rows, int year) {
    return rows.stream()
        .min(
            Comparator.comparingLong(r ->
                year < r.firstYear() ? (long) r.firstYear() - year : (long) year - r.lastYear()))
        .orElseThrow();
  }

  /// The three letters that a country of several successors had: of the codes with the same
  /// successors that were in use, the first by alphabet (of `SUN` and `SVU`, the standard's).
  private String letters(FormerCode row, int year) {
    Set<CountryCode> successors = new HashSet<>(row.successors());
    var same =
        former.values().stream()
            .flatMap(List::stream)
            .filter(o -> o.code().matches("[A-Z]{3}") && !o.aggregate())
            .filter(o -> successors.equals(new HashSet<>(o.successors())))
            .sorted(Comparator.comparing(FormerCode::code))
            .toList();
    return same.isEmpty() ? row.code() : nearestOf(same, year).code();
  }

  private static FormerCode nearestOf(List<FormerCode> rows, int year) {
    return rows.stream().filter(r -> r.in(year)).findFirst().orElseGet(() -> nearest(rows, year));
  }
}
