package org.bandung.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bandung.finder.Finder;
import org.bandung.finder.Wish;
import org.bandung.kernel.CountryCode;
import org.bandung.web.frame.Refusal;
import org.bandung.web.frame.Words;

/// What somebody filled into the form of the partner finder.
///
/// @param asking code of a country or grouping
/// @param side the countries it means
record FindForm(
    String text,
    String asking,
    Set<CountryCode> side,
    String sector,
    String sdg,
    String form,
    String language,
    String since,
    String inReturn,
    Set<Wish.Must> musts) {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.-]{0,40}");
  private static final Pattern YEAR = Pattern.compile("|(19|20)[0-9]{2}");

  static FindForm read(Map<String, String> given, Set<String> must, Finder finder) {
    var asking = code(given, "for");
    var side = asking.isEmpty() ? Set.<CountryCode>of() : finder.asking(asking);
    if (side.isEmpty() && !asking.isEmpty()) {
      throw new Refusal.BadParameter("for");
    }
    var since = given.getOrDefault("since", "").strip();
    if (!YEAR.matcher(since).matches()) {
      throw new Refusal.BadParameter("since");
    }
    return new FindForm(
        text(given, "text"),
        asking,
        side,
        code(given, "sector"),
        code(given, "sdg"),
        code(given, "form"),
        code(given, "language"),
        since,
        text(given, "inReturn"),
        must.stream()
            .map(word -> Wish.Must.ofCode(word).orElseThrow(() -> new Refusal.BadParameter("must")))
            .collect(Collectors.toSet()));
  }

  private static String text(Map<String, String> given, String name) {
    var text = given.getOrDefault(name, "");
    if (!Wish.isText(text)) {
      throw new Refusal.BadParameter(name);
    }
    return text.strip();
  }

  private static String code(Map<String, String> given, String name) {
    var code = given.getOrDefault(name, "").strip();
    if (!CODE.matcher(code).matches()) {
      throw new Refusal.BadParameter(name);
    }
    return code;
  }

  /// Whether anything is filled in that the form folds away.
  boolean limited() {
    return !(sector + sdg + form + language + since + inReturn).isEmpty() || !musts.isEmpty();
  }

  /// Who asks, by name.
  public String name(Words words) {
    return side.size() == 1 && side.iterator().next().alpha3().equalsIgnoreCase(asking)
        ? words.country(side.iterator().next())
        : words.grouping(asking);
  }

  Wish wish(String reader, Map<String, Double> weights, int limit) {
    return new Wish(
        text,
        reader,
        side,
        Set.of(),
        some(sector),
        some(sdg),
        new Wish.Limits(
            some(language),
            some(form),
            Optional.of(since).filter(y -> !y.isEmpty()).map(Integer::valueOf)),
        musts,
        Set.of(),
        Set.of(),
        inReturn,
        weights,
        limit);
  }

  private static Set<String> some(String code) {
    return code.isEmpty() ? Set.of() : Set.of(code);
  }
}
