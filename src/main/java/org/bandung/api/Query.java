package org.bandung.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.BadQuery.Fault;
import org.bandung.api.json.Shapes.Listed;
import org.bandung.kernel.BadCursor;
import org.bandung.kernel.Closest;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Reference;
import org.bandung.reference.Region;
import org.bandung.registry.Facet;
import org.bandung.registry.said.Role;

/// The parameters of one request, read once and judged together: every fault is told at once.
final class Query {

  static final double LEAST_DEMAND = 0.01;
  static final double HARDEST = 20;

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /// A fault names the codes there are, but no longer list of them.
  private static final int MOST_NAMED = 60;

  private final Map<String, String> given = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Reference reference;

  /// @param parameters as the server decoded them
  /// @param known the parameters this route has
  Query(Map<String, String[]> parameters, List<Parameter> known, Reference reference) {
    this.reference = reference;
    var words = known.stream().map(Parameter::word).toList();
    parameters.forEach((name, values) -> accept(name, values, words));
  }

  private void accept(String name, String[] values, List<String> words) {
    if (!words.contains(name)) {
      var shown = printable(name);
      faults.add(
          Closest.to(name, words)
              .map(closest -> new Fault(shown, "unknown-closest", closest))
              .orElseGet(() -> new Fault(shown, "unknown", String.join(", ", words))));
    } else if (values.length > 1) {
      faults.add(new Fault(name, "repeated"));
    } else if (values[0].length() > Parameter.LONGEST) {
      faults.add(new Fault(name, "too-long", String.valueOf(Parameter.LONGEST)));
    } else if (values[0].codePoints().anyMatch(Addresses::notText)) {
      faults.add(new Fault(name, "not-text"));
    } else if (!values[0].isBlank()) {
      given.put(name, values[0].strip());
    }
  }

  /// A name given by anybody, fit to be repeated to them.
  private static String printable(String name) {
    var text = new StringBuilder();
    name.codePoints().limit(60).filter(c -> !Addresses.notText(c)).forEach(text::appendCodePoint);
    return text.toString();
  }

  /// Ends the reading.
  ///
  /// @throws BadQuery if anything could not be read
  void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new BadQuery(faults);
    }
  }

  void fault(Parameter parameter, String code, String... arguments) {
    faults.add(new Fault(parameter.word(), code, arguments));
  }

  Optional<String> text(Parameter parameter) {
    return Optional.ofNullable(given.get(parameter.word()));
  }

  /// A value that `reader` understands; a fault where it does not.
  private <T> Optional<T> value(
      Parameter parameter,
      Function<String, Optional<T>> reader,
      String fault,
      String... arguments) {
    var text = text(parameter);
    var value = text.flatMap(reader);
    if (text.isPresent() && value.isEmpty()) {
      fault(parameter, fault, arguments);
    }
    return value;
  }

  Optional<CountryCode> country(Parameter parameter) {
    return value(parameter, this::countryOf, "not-a-country");
  }

  private Optional<CountryCode> countryOf(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    if (CountryCode.isWellFormed(upper)) {
      var code = new CountryCode(upper);
      if (reference.findCountry(code).isPresent()) {
        return Optional.of(code);
      }
    }
    return reference.resolveCountry(text) instanceof CountryResolution.Found(var country)
        ? Optional.of(country)
        : Optional.empty();
  }

  Optional<Role> role() {
    var roles = List.of(Role.values());
    return oneOf(Parameter.ROLE, roles.stream().map(Role::code).toList())
        .flatMap(code -> roles.stream().filter(r -> r.code().equals(code)).findFirst());
  }

  /// A code of the facet's scheme; where the scheme is not loaded, any text.
  Optional<String> code(Parameter parameter, Facet facet) {
    var known = reference.findScheme(facet.schemes().getFirst());
    if (known.isEmpty()) {
      return text(parameter);
    }
    var codes = known.get().categories().keySet().stream().sorted().toList();
    return codes.size() > MOST_NAMED
        ? value(parameter, text -> Optional.of(text).filter(codes::contains), "not-a-code")
        : oneOf(parameter, codes);
  }

  /// A region of M49 by its number.
  Optional<String> region() {
    return value(
        Parameter.REGION, text -> reference.findRegion(text).map(Region::m49), "not-a-code");
  }

  Optional<String> grouping() {
    return value(
        Parameter.GROUPING,
        text ->
            reference.gatherings().stream().filter(code -> code.equalsIgnoreCase(text)).findFirst(),
        "not-a-grouping");
  }

  Optional<String> oneOf(Parameter parameter, List<String> codes) {
    return value(
        parameter,
        text -> codes.stream().filter(code -> code.equalsIgnoreCase(text)).findFirst(),
        "not-one-of",
        String.join(", ", codes));
  }

  /// A code of products in any nomenclature.
  Optional<String> product() {
    return value(
        Parameter.PRODUCT,
        text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9.]{1,12}")),
        "not-a-code");
  }

  Optional<String> sector() {
    return value(
        Parameter.SECTOR,
        text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9.-]{1,20}")),
        "not-a-code");
  }

  Optional<Integer> year() {
    return number(Parameter.YEAR, FIRST_YEAR, LAST_YEAR);
  }

  int limit() {
    return number(Parameter.LIMIT, 1, Parameter.MOST).orElse(Parameter.USUAL);
  }

  Optional<Integer> number(Parameter parameter, int from, int to) {
    return value(
        parameter,
        text ->
            text.matches("[0-9]{1,9}")
                ? Optional.of(Integer.valueOf(text)).filter(n -> n >= from && n <= to)
                : Optional.empty(),
        "not-a-number",
        String.valueOf(from),
        String.valueOf(to));
  }

  /// How an elasticity is given, with or without its sign, as pages and the terminal take it.
  Optional<Double> elasticity(Parameter parameter, double least) {
    return value(
        parameter,
        text ->
            text.matches("-?[0-9]{1,2}([.][0-9]{1,4})?")
                ? Optional.of(Math.abs(Double.parseDouble(text)))
                    .filter(e -> e >= least && e <= HARDEST)
                : Optional.empty(),
        "not-an-elasticity",
        String.valueOf(least),
        String.valueOf(HARDEST));
  }

  boolean flag(Parameter parameter, boolean usually) {
    return oneOf(parameter, List.of("true", "false")).map("true"::equals).orElse(usually);
  }

  /// A currency by its three letters, in any case of letters.
  Optional<String> currency(Parameter parameter) {
    return value(
        parameter,
        text -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(t -> t.matches("[A-Z]{3}")),
        "not-a-currency");
  }

  /// A number such as money has.
  Optional<BigDecimal> figure(Parameter parameter) {
    return value(
        parameter,
        text ->
            text.matches("-?[0-9]{1,36}(\\.[0-9]{1,20})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty(),
        "not-a-figure");
  }

  /// A day, a month or a year.
  Optional<PartialDate> partialDate(Parameter parameter) {
    return value(parameter, PartialDate::parse, "not-a-part-date");
  }

  Optional<LocalDate> date(Parameter parameter) {
    return value(
        parameter,
        text -> PartialDate.parse(text).filter(d -> d.day() != 0).map(PartialDate::earliest),
        "not-a-date");
  }

  /// The cursor of a list that pages itself; only its form is judged here.
  Optional<String> cursor() {
    return cursor(Parameter.CURSOR);
  }

  Optional<String> cursor(Parameter parameter) {
    return value(
        parameter,
        text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9_=.:~-]{1,200}")),
        "broken-cursor");
  }

  /// A page of a list that reads its own cursors.
  ///
  /// @throws BadQuery if the list cannot read the cursor
  static <P> P paged(Optional<String> cursor, Function<Optional<String>, P> list) {
    try {
      return list.apply(cursor);
    } catch (IllegalArgumentException | BadCursor e) {
      if (cursor.isEmpty()) {
        throw e;
      }
      throw brokenCursor(Parameter.CURSOR);
    }
  }

  static BadQuery brokenCursor(Parameter parameter) {
    return new BadQuery(List.of(new Fault(parameter.word(), "broken-cursor")));
  }

  /// One page of a list that is held in memory, in the order of its keys.
  <T> Listed<T> page(List<T> sorted, Function<T, String> key) {
    int limit = limit();
    var after = value(Parameter.CURSOR, Query::keyOf, "broken-cursor");
    refuseFaults();
    var rest =
        sorted.stream().filter(i -> after.isEmpty() || key.apply(i).compareTo(after.get()) > 0);
    var items = rest.limit(limit + 1L).toList();
    if (items.size() <= limit) {
      return new Listed<>(items, null);
    }
    var shown = items.subList(0, limit);
    return new Listed<>(shown, cursorOf(key.apply(shown.getLast())));
  }

  private static String cursorOf(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("k:" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> keyOf(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.startsWith("k:") ? Optional.of(text.substring(2)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
