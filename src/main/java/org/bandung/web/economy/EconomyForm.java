package org.bandung.web.economy;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bandung.economy.EconomySources.Source;
import org.bandung.economy.South;
import org.bandung.economy.Wish;
import org.bandung.web.economy.EconomyPage.Field;
import org.bandung.web.economy.EconomyPage.Form;
import org.bandung.web.economy.EconomyPage.Option;
import org.bandung.web.frame.Refusal;

/// What a reader chose in the address: which data, which year, whose South.
///
/// @param given parameters that are not empty
record EconomyForm(Map<String, String> given) {

  static final EconomyForm NONE = new EconomyForm(Map.of());

  private static final int LONGEST = 60;
  private static final double HARDEST = 20;

  private static final List<String> COMMON = List.of("dataset", "year", "south");

  /// Reads the parameters that a page knows; others are let alone.
  static EconomyForm of(HttpServletRequest request, String... more) {
    var names = new ArrayList<>(COMMON);
    names.addAll(List.of(more));
    var given = new LinkedHashMap<String, String>();
    for (var name : names) {
      var value = Objects.requireNonNullElse(request.getParameter(name), "").strip();
      if (value.length() > LONGEST) {
        throw new Refusal.BadParameter(name);
      }
      if (!value.isEmpty()) {
        given.put(name, value);
      }
    }
    return new EconomyForm(given);
  }

  String get(String name) {
    return given.getOrDefault(name, "");
  }

  /// What is asked for, if it can be asked of these datasets under one of these definitions.
  Wish wish(Collection<Source> sources, Collection<South> souths) {
    if (!get("dataset").isEmpty()
        && sources.stream().noneMatch(s -> s.dataset().code().equals(get("dataset")))) {
      throw new Refusal.BadParameter("dataset");
    }
    if (!get("south").isEmpty() && souths.stream().noneMatch(s -> s.code().equals(get("south")))) {
      throw new Refusal.BadParameter("south");
    }
    return new Wish(get("dataset"), year(), get("south"));
  }

  private OptionalInt year() {
    if (get("year").isEmpty()) {
      return OptionalInt.empty();
    }
    if (!get("year").matches("(18|19|20|21)[0-9]{2}")) {
      throw new Refusal.BadParameter("year");
    }
    return OptionalInt.of(Integer.parseInt(get("year")));
  }

  /// An elasticity, taken without its sign.
  double elasticity(String name, double usual, double least) {
    if (get(name).isEmpty()) {
      return usual;
    }
    if (!get(name).matches("-?[0-9]{1,2}([.][0-9]{1,4})?")) {
      throw new Refusal.BadParameter(name);
    }
    double value = Math.abs(Double.parseDouble(get(name)));
    if (value < least || value > HARDEST) {
      throw new Refusal.BadParameter(name);
    }
    return value;
  }

  /// The parameters with their question mark; empty if there are none.
  String query() {
    return query(given);
  }

  /// Only those that every page of the economy understands.
  String common() {
    return query(
        given.entrySet().stream()
            .filter(e -> e.getKey().equals("south"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  /// The form that chooses again.
  ///
  /// @param years that can be asked for
  /// @param more fields of the page's own
  Form form(
      EconomyWords words,
      Collection<Source> sources,
      Collection<South> souths,
      Collection<Integer> years,
      Field... more) {
    var fields = new ArrayList<Field>();
    var datasets = new ArrayList<Option>();
    datasets.add(new Option("", words.say("form.dataset.usual")));
    sources.stream()
        .map(s -> s.dataset().code())
        .distinct()
        .forEach(code -> datasets.add(new Option(code, words.dataset(code))));
    if (datasets.size() > 2) {
      fields.add(new Field("dataset", words.say("form.dataset"), get("dataset"), datasets));
    }
    var offered = new ArrayList<Option>();
    offered.add(new Option("", words.say("form.year.last")));
    var all = new TreeSet<>(years);
    if (!get("year").isEmpty()) {
      all.add(Integer.valueOf(get("year")));
    }
    all.descendingSet().forEach(y -> offered.add(new Option(y.toString(), y.toString())));
    fields.add(new Field("year", words.say("form.year"), get("year"), offered));
    fields.add(
        new Field(
            "south",
            words.say("form.south"),
            get("south"),
            souths.stream().map(s -> new Option(s.code(), words.south(s.code()))).toList()));
    fields.addAll(List.of(more));
    return new Form(fields);
  }
}
