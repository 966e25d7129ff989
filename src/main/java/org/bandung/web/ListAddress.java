package org.bandung.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativeFilter;
import org.bandung.web.frame.Refusal;
import org.jspecify.annotations.Nullable;

/// The address of a list of initiatives: the filter as plain parameters, and its neighbours with
/// one parameter more or less.
final class ListAddress {

  /// The parameters that name a country.
  static final List<String> COUNTRIES = List.of("country", "partner", "provider", "recipient");

  private static final Map<String, Pattern> FORMS = forms();
  private static final Map<String, Pattern> ENTRY_FORMS = entryForms();
  private static final Map<String, Pattern> SEARCH_FORMS = searchForms();

  private static final int LONGEST_CURSOR = 500;

  private final Map<String, String> given;

  private ListAddress(Map<String, String> given) {
    this.given = given;
  }

  private static Map<String, Pattern> forms() {
    var forms = new LinkedHashMap<String, Pattern>();
    forms.put("words", Pattern.compile("[^\\p{Cntrl}]{1,200}"));
    forms.put("country", Pattern.compile("[A-Za-z]{3}"));
    forms.put("role", Pattern.compile("[a-z-]{1,40}"));
    forms.put("partner", Pattern.compile("[A-Za-z]{3}"));
    forms.put("provider", Pattern.compile("[A-Za-z]{3}"));
    forms.put("recipient", Pattern.compile("[A-Za-z]{3}"));
    forms.put("modality", Pattern.compile("[a-z-]{1,40}"));
    forms.put("scope", Pattern.compile("[a-z-]{1,40}"));
    forms.put("form", Pattern.compile("[a-z-]{1,40}"));
    forms.put("domain", Pattern.compile("[a-z-]{1,40}"));
    forms.put("sector", Pattern.compile("[A-Za-z0-9.-]{1,20}"));
    forms.put("organisation", Pattern.compile("[A-Za-z0-9-]{1,60}"));
    forms.put("alongside", Pattern.compile("[A-Za-z0-9-]{1,60}"));
    forms.put("sdg", Pattern.compile("[0-9]{1,2}(\\.[0-9a-z]{1,2})?"));
    forms.put("region", Pattern.compile("[0-9]{3}"));
    forms.put("grouping", Pattern.compile("[A-Za-z0-9-]{1,40}"));
    forms.put("year", Pattern.compile("(19|20|21)[0-9]{2}"));
    forms.put("source", Pattern.compile("[^\\p{Cntrl}]{1,200}"));
    forms.put("signal", Pattern.compile("[A-Za-z0-9.-]{1,40}"));
    forms.put("southSouth", Pattern.compile("true|false"));
    forms.put("compilations", Pattern.compile("true|false|only"));
    return forms;
  }

  /// The parameters of a list of the catalogue.
  private static Map<String, Pattern> entryForms() {
    var forms = new LinkedHashMap<String, Pattern>();
    forms.put("kind", Pattern.compile("[a-z]{1,20}"));
    for (var shared :
        List.of(
            "words",
            "country",
            "form",
            "domain",
            "sector",
            "organisation",
            "sdg",
            "region",
            "grouping",
            "year",
            "source")) {
      forms.put(shared, Objects.requireNonNull(FORMS.get(shared)));
    }
    forms.put("language", Pattern.compile("[a-z]{2,3}"));
    forms.put("open", Pattern.compile("true|false"));
    return forms;
  }

  /// The parameters of a search: what is looked for, and what a list of initiatives takes but
  /// words.
  private static Map<String, Pattern> searchForms() {
    var forms = new LinkedHashMap<String, Pattern>();
    forms.put("q", Pattern.compile("[^\\p{Cntrl}]{1,500}"));
    forms.put("kind", Pattern.compile("[a-z]{1,20}"));
    forms.putAll(FORMS);
    forms.remove("words");
    return forms;
  }

  static ListAddress none() {
    return new ListAddress(Map.of());
  }

  /// Reads the parameters of a request; those that are not of a list are left alone.
  ///
  /// @throws Refusal.BadParameter for one that cannot mean anything
  static ListAddress read(Map<String, String[]> parameters) {
    return read(parameters, FORMS);
  }

  /// The same for a list of the catalogue.
  static ListAddress readEntries(Map<String, String[]> parameters) {
    return read(parameters, ENTRY_FORMS);
  }

  /// The same for a search.
  static ListAddress readSearch(Map<String, String[]> parameters) {
    return read(parameters, SEARCH_FORMS);
  }

  private static ListAddress read(Map<String, String[]> parameters, Map<String, Pattern> forms) {
    var given = new LinkedHashMap<String, String>();
    forms.forEach((name, form) -> {
      var value = single(parameters, name);
      if (!value.isEmpty() && !form.matcher(value).matches()) {
        throw new Refusal.BadParameter(name);
      }
      if (!value.isEmpty() && !value.equals(usual(name))) {
        given.put(name, isCountry(name) ? value.toUpperCase(Locale.ROOT) : value);
      }
    });
    return new ListAddress(given);
  }

  /// The value of a switch that an address need not mention: compilations are shown, marked as
  /// such.
  private static String usual(String name) {
    return name.equals("compilations") ? "true" : "false";
  }

  /// The place in a list that a request asks for; only its length is judged here.
  static Optional<String> cursor(Map<String, String[]> parameters) {
    var cursor = single(parameters, "cursor");
    if (cursor.length() > LONGEST_CURSOR) {
      throw new Refusal.BadParameter("cursor");
    }
    return Optional.of(cursor).filter(c -> !c.isEmpty());
  }

  /// The address of the next page of a list.
  static String next(String list, String cursor) {
    return list + (list.contains("?") ? "&" : "?") + "cursor=" + encode(cursor);
  }

  /// The one value of a parameter without surrounding spaces, or nothing.
  static String single(Map<String, String[]> parameters, String name) {
    var values = parameters.get(name);
    if (values == null || values.length == 0) {
      return "";
    }
    if (values.length > 1) {
      throw new Refusal.BadParameter(name);
    }
    return values[0].strip();
  }

  private static boolean isCountry(String name) {
    return COUNTRIES.contains(name);
  }

  InitiativeFilter filter() {
    var filter =
        InitiativeFilter.ALL
            .withPartner(find("partner").map(CountryCode::new))
            .flowing(
                find("provider").map(CountryCode::new), find("recipient").map(CountryCode::new))
            .withGrouping(find("grouping"))
            .withWords(find("words"))
            .onlySouthSouth(given.containsKey("southSouth"))
            .withCompilations(!is("compilations", "false"))
            .onlyCompilations(is("compilations", "only"));
    for (var facet : Facet.values()) {
      filter = filter.with(facet, find(facet.word()));
    }
    return filter;
  }

  /// Parameters whose value nobody knows; a list narrowed by them is empty.
  ///
  /// @param known whether the value of a parameter is known
  List<String> unknown(BiPredicate<String, String> known) {
    return given.entrySet().stream()
        .filter(e -> !known.test(e.getKey(), e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /// The value of a parameter for a form field, or null.
  public @Nullable String value(String name) {
    return given.get(name);
  }

  public boolean is(String name, String value) {
    return value.equals(given.get(name));
  }

  List<String> names() {
    return List.copyOf(given.keySet());
  }

  /// Whether a field that the form folds away is in use.
  public boolean detailed() {
    return List.of(
            "partner",
            "grouping",
            "region",
            "scope",
            "form",
            "domain",
            "sector",
            "sdg",
            "year",
            "source",
            "signal",
            "language",
            "compilations")
        .stream()
        .anyMatch(given::containsKey);
  }

  public ListAddress with(String name, String value) {
    var more = new LinkedHashMap<>(given);
    more.put(name, value);
    return new ListAddress(more);
  }

  /// The address with these parts alone.
  ListAddress only(List<String> parts) {
    var few = new LinkedHashMap<>(given);
    few.keySet().retainAll(parts);
    return new ListAddress(few);
  }

  ListAddress without(String name) {
    var less = new LinkedHashMap<>(given);
    less.remove(name);
    return new ListAddress(less);
  }

  /// The address under a path, such as `/initiatives?country=KEN`.
  public String under(String path) {
    return address(path, given);
  }

  /// A path with those parameters that are not empty.
  static String address(String path, Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .map(e -> e.getKey() + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
