package org.bandung.exchange.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.exchange.tables.ColumnGuess.Guess;
import tools.jackson.databind.json.JsonMapper;

/// Writes guesses down as a mapping file that a person can look through and change.
final class MappingDraft {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern CODE_IN_NAME = Pattern.compile("(?<![A-Z])([A-Z]{3})(?![A-Z])");

  private final Map<String, Guess> guesses;
  private final Map<String, String> rules = new LinkedHashMap<>();
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private final String identity;

  MappingDraft(Map<String, Guess> guesses, Set<String> lists) {
    this.guesses = guesses;
    this.identity = identify(guesses, lists);
    var currency =
        guesses.entrySet().stream()
            .filter(e -> e.getValue().meaning().equals("currency"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    boolean started = guesses.values().stream().anyMatch(g -> g.meaning().endsWith("start"));
    boolean ended = guesses.values().stream().anyMatch(g -> g.meaning().endsWith("end"));
    for (var entry : guesses.entrySet()) {
      var meaning = entry.getValue().meaning();
      if (meaning.equals("date")) {
        meaning = !started ? "actual-start" : !ended ? "actual-end" : "";
        ended = ended || started;
        started = true;
      }
      var rule = rule(entry.getKey(), meaning, entry.getValue(), currency);
      if (!rule.isEmpty()) {
        rules.put(entry.getKey(), rule);
        meanings.put(entry.getKey(), meaning.replace(":", ": "));
      }
    }
  }

  /// A column called so before one that only could be; a list names nothing.
  private static String identify(Map<String, Guess> guesses, Set<String> lists) {
    String unique = "";
    for (var entry : guesses.entrySet()) {
      var guess = entry.getValue();
      boolean possible =
          guess.unique() && !lists.contains(entry.getKey()) && !guess.meaning().equals("personal");
      if (possible && guess.meaning().equals("identity")) {
        return entry.getKey();
      }
      if (possible && unique.isEmpty()) {
        unique = entry.getKey();
      }
    }
    return unique.isEmpty() && !guesses.isEmpty() ? guesses.keySet().iterator().next() : unique;
  }

  String identity() {
    return identity;
  }

  /// What a column becomes, in the mapping's words.
  String becomes(String column) {
    if (guesses.containsKey(column) && isCompanion(column)) {
      return "currency";
    }
    return meanings.getOrDefault(column, "");
  }

  private boolean isCompanion(String column) {
    var guess = guesses.get(column);
    return guess != null
        && guess.meaning().equals("currency")
        && rules.values().stream().anyMatch(r -> r.contains("currency: " + quoted(column)));
  }

  private static String rule(String column, String meaning, Guess guess, String currency) {
    int colon = meaning.indexOf(':');
    var field = colon < 0 ? meaning : meaning.substring(0, colon);
    var role = colon < 0 ? "" : ", role: " + meaning.substring(colon + 1);
    var separator = guess.separator().isEmpty() ? "" : ", separator: " + quoted(guess.separator());
    return switch (field) {
      case "title", "description", "link", "place", "sdg" -> "to: " + field + separator;
      case "country" -> "to: country" + role + separator;
      case "organisation" -> "to: organisation" + role + separator + ", longest: 200";
      case "sector" -> "to: classification, scheme: table-sector" + separator;
      case "theme" -> "to: classification, scheme: table-theme" + separator;
      case "dac-sector" -> "to: classification, scheme: dac-sector";
      case "planned-start", "actual-start" -> "to: " + field + ", order: dmy";
      case "planned-end", "actual-end" ->
          "to: " + field + ", order: dmy, open-end: [Present, Ongoing, En cours, En curso]";
      case "amount" -> "to: contribution" + money(column, currency);
      case "quantity" -> "to: quantity, unit: unit";
      default -> "";
    };
  }

  private static String money(String column, String currency) {
    if (!currency.isEmpty()) {
      return ", with: {currency: " + quoted(currency) + "}";
    }
    for (var code = CODE_IN_NAME.matcher(column); code.find(); ) {
      if (ColumnGuess.isCurrency(code.group(1))) {
        return ", currency: " + code.group(1);
      }
    }
    return "";
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  /// The mapping as a file.
  String text() {
    var text = new StringBuilder("mapping: my-table\nsource:\n");
    text.append("  # A short lasting key and a name of whoever made the table.\n");
    text.append("  publisher: my-table\n  name: {en: \"My table\"}\n");
    text.append(
        "  # party: a participant speaks; publisher: of its own work; compilation: a third\n");
    text.append("  # party wrote it down, and it stays outside headline totals.\n");
    text.append("  speaker: compilation\n");
    text.append("identity: ").append(quoted(identity)).append("\ncolumns:\n");
    rules.forEach((column, rule) ->
        text.append("  ").append(quoted(column)).append(": {").append(rule).append("}\n"));
    var personal =
        guesses.entrySet().stream()
            .filter(e -> e.getValue().meaning().equals("personal"))
            .map(Map.Entry::getKey)
            .toList();
    if (!personal.isEmpty()) {
      text.append("ignored:\n");
      personal.forEach(column ->
          text.append("  ").append(quoted(column)).append(": \"personal contact details\"\n"));
    }
    guesses.keySet().stream()
        .filter(c -> becomes(c).isEmpty() && !c.equals(identity) && !personal.contains(c))
        .forEach(column -> text.append("# not mapped: ").append(quoted(column)).append('\n'));
    return text.toString();
  }
}
