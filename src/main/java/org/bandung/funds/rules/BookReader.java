package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a book of rules from JSON. All of it is checked before any of it is taken, and every fault
/// is told with its place.
public final class BookReader {

  /// The longest book, in characters, and the most rules in one.
  public static final int LONGEST = 256 * 1024;

  static final int RULES = 200;
  static final int TEXT = 2_000;
  static final int SHOWN = 6;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> OF_BOOK = Set.of("id", "version", "title", "note", "rules");
  private static final Set<String> OF_RULE =
      Set.of(
          "id", "kind", "when", "asks", "shows", "words", "texts", "points", "source", "standing");
  private static final String ID = "[a-z0-9][a-z0-9.-]{0,59}";

  private final List<BookFault> faults = new ArrayList<>();
  private String rule = "";

  private BookReader() {}

  /// What became of a text that was to be a book of rules.
  public sealed interface Read {
    record Taken(RuleBook book) implements Read {}

    /// All that is wrong with it.
    record Faulty(List<BookFault> faults) implements Read {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads one.
  public static Read read(String json) {
    var reader = new BookReader();
    if (json.length() > LONGEST) {
      reader.fault("", "too-long", Integer.toString(LONGEST));
      return new Read.Faulty(reader.faults);
    }
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      var place = e.getLocation();
      reader.fault(
          "",
          "json",
          place == null ? "0" : Integer.toString(place.getLineNr()),
          place == null ? "0" : Integer.toString(place.getColumnNr()));
      return new Read.Faulty(reader.faults);
    }
    var book = reader.book(root);
    return reader.faults.isEmpty() ? new Read.Taken(book) : new Read.Faulty(reader.faults);
  }

  private void fault(String field, String code, String... arguments) {
    faults.add(new BookFault(rule, field, 0, code, List.of(arguments)));
  }

  private RuleBook book(JsonNode root) {
    known(root, OF_BOOK);
    var rules = new ArrayList<Rule>();
    var nodes = root.path("rules");
    if (!nodes.isArray() || nodes.isEmpty() || nodes.size() > RULES) {
      fault("rules", "rules", Integer.toString(RULES));
    } else {
      var ids = new HashSet<String>();
      for (int i = 0; i < nodes.size(); i++) {
        rule = "#" + (i + 1);
        var read = rule(nodes.get(i));
        if (!ids.add(read.id())) {
          fault("id", "twice", read.id());
        }
        rules.add(read);
      }
      rule = "";
    }
    return new RuleBook(
        id(root, "id"),
        id(root, "version"),
        texts(root, "title", true),
        texts(root, "note", false),
        rules);
  }

  private void known(JsonNode node, Set<String> fields) {
    if (!node.isObject()) {
      fault("", "object");
      return;
    }
    for (var name : node.propertyNames()) {
      if (!fields.contains(name)) {
        fault(name.length() > 60 ? name.substring(0, 60) : name, "unknown-field");
      }
    }
  }

  private Rule rule(JsonNode node) {
    var id = id(node, "id");
    if (!id.isEmpty()) {
      rule = id;
    }
    known(node, OF_RULE);
    var kind = kind(node);
    var standing = Standing.ofCode(text(node, "standing"));
    if (standing.isEmpty()) {
      fault("standing", "one-of", "verified, knowledge, not-found");
    }
    if (text(node, "source").isBlank()) {
      fault("source", "missing");
    }
    var shows = shows(node);
    return new Rule(
        id,
        kind,
        node.has("when") ? expression(node, "when", ValueType.FLAG) : null,
        asks(node, kind, standing.orElse(Standing.KNOWLEDGE)),
        shows,
        words(node, node.path("shows").size()),
        points(node, kind),
        text(node, "source"),
        standing.orElse(Standing.KNOWLEDGE));
  }

  private Rule.Kind kind(JsonNode node) {
    var word = text(node, "kind").toUpperCase(Locale.ROOT);
    for (var kind : Rule.Kind.values()) {
      if (kind.name().equals(word)) {
        return kind;
      }
    }
    fault("kind", "one-of", "eligibility, score, criterion");
    return Rule.Kind.ELIGIBILITY;
  }

  private @Nullable Expression asks(JsonNode node, Rule.Kind kind, Standing standing) {
    boolean without = kind == Rule.Kind.CRITERION || standing == Standing.NOT_FOUND;
    if (without == node.has("asks")) {
      fault("asks", without ? "needless" : "missing");
      return null;
    }
    return without
        ? null
        : expression(node, "asks", kind == Rule.Kind.SCORE ? ValueType.NUMBER : ValueType.FLAG);
  }

  private @Nullable Expression expression(JsonNode node, String field, ValueType wanted) {
    return taken(field, Expression.check(text(node, field), wanted));
  }

  private @Nullable Expression taken(String field, Expression.Checked checked) {
    return switch (checked) {
      case Expression.Checked.Sound(var expression) -> expression;
      case Expression.Checked.Faulty(var f) -> {
        faults.add(new BookFault(rule, field, f.position(), f.code(), f.arguments()));
        yield null;
      }
    };
  }

  private List<Expression> shows(JsonNode node) {
    var shows = new ArrayList<Expression>();
    var nodes = node.path("shows");
    if (!nodes.isMissingNode() && !nodes.isArray() || nodes.size() > SHOWN) {
      fault("shows", "shows", Integer.toString(SHOWN));
      return shows;
    }
    for (int i = 0; i < nodes.size(); i++) {
      var source = nodes.get(i).isString() ? nodes.get(i).stringValue() : "";
      var expression = taken("shows/" + i, Expression.checkAny(source));
      if (expression != null) {
        shows.add(expression);
      }
    }
    return shows;
  }

  private Words words(JsonNode node, int shown) {
    var key = text(node, "words");
    if (node.has("words")) {
      if (!RuleWords.has(key)) {
        fault("words", "unknown-words");
      } else if (RuleWords.arguments(key) > shown) {
        fault("shows", "too-few", Integer.toString(RuleWords.arguments(key)));
      }
      return new Words(key, LocalizedText.EMPTY, LocalizedText.EMPTY);
    }
    var texts = node.path("texts");
    if (!texts.isObject()) {
      fault("texts", "missing");
      return new Words(null, LocalizedText.EMPTY, LocalizedText.EMPTY);
    }
    known(texts, Set.of("asks", "found"));
    var words = new Words(null, texts(texts, "asks", true), texts(texts, "found", false));
    for (var text : words.found().byLanguage().values()) {
      if (RuleWords.highest(text) >= shown) {
        fault("texts/found", "too-few", Integer.toString(RuleWords.highest(text) + 1));
      }
    }
    return words;
  }

  private @Nullable BigDecimal points(JsonNode node, Rule.Kind kind) {
    if (kind == Rule.Kind.ELIGIBILITY) {
      if (node.has("points")) {
        fault("points", "needless");
      }
      return null;
    }
    var points = node.path("points");
    if (!points.isIntegralNumber() || points.intValue() < 1 || points.intValue() > 1_000) {
      fault("points", "points");
      return BigDecimal.ONE;
    }
    return BigDecimal.valueOf(points.intValue());
  }

  private String id(JsonNode node, String field) {
    var id = text(node, field);
    if (!id.matches(ID)) {
      fault(field, "id");
      return "";
    }
    return id;
  }

  private String text(JsonNode node, String field) {
    var value = node.path(field);
    if (value.isMissingNode()) {
      return "";
    }
    if (!value.isString()) {
      fault(field, "text");
      return "";
    }
    var text = value.stringValue();
    if (text.length() > Parser.LONGEST) {
      fault(field, "too-long", Integer.toString(Parser.LONGEST));
      return "";
    }
    return text;
  }

  private LocalizedText texts(JsonNode node, String field, boolean needed) {
    var value = node.path(field);
    Map<String, String> texts = new HashMap<>();
    if (value.isObject()) {
      for (var language : value.propertyNames()) {
        var text = value.path(language);
        if (!Messages.LANGUAGES.contains(language)
            || !text.isString()
            || text.stringValue().isBlank()
            || text.stringValue().length() > TEXT) {
          fault(field, "language", String.join(", ", Messages.LANGUAGES), Integer.toString(TEXT));
          return LocalizedText.EMPTY;
        }
        texts.put(language, text.stringValue());
      }
    } else if (!value.isMissingNode()) {
      fault(field, "object");
    }
    if (needed && texts.isEmpty()) {
      fault(field, "missing");
    }
    return new LocalizedText(texts);
  }
}
