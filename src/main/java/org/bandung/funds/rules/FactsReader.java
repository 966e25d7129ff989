package org.bandung.funds.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads facts of a proposal from JSON: an object with a member for each fact that is told.
/// Amounts, days and moments are texts as in rules: `"USD 35000"`, `"2027-04-30"`,
/// `"2027-04-30T23:59[Africa/Nairobi]"`.
public final class FactsReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final List<BookFault> faults = new ArrayList<>();

  private FactsReader() {}

  /// What became of a text that was to be facts. The field of a fault is the name of a fact.
  public sealed interface Read {
    record Taken(Facts facts) implements Read {}

    /// All that is wrong with it.
    record Faulty(List<BookFault> faults) implements Read {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads them.
  public static Read read(String json) {
    var reader = new FactsReader();
    var facts = reader.facts(json);
    return reader.faults.isEmpty() ? new Read.Taken(facts) : new Read.Faulty(reader.faults);
  }

  private void fault(String field, int position, String code, List<String> arguments) {
    faults.add(new BookFault("", field, position, code, arguments));
  }

  private Facts facts(String json) {
    if (json.length() > BookReader.LONGEST) {
      fault("", 0, "too-long", List.of(Integer.toString(BookReader.LONGEST)));
      return Facts.NONE;
    }
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      var at = e.getLocation();
      fault(
          "",
          0,
          "json",
          List.of(
              at == null ? "0" : Integer.toString(at.getLineNr()),
              at == null ? "0" : Integer.toString(at.getColumnNr())));
      return Facts.NONE;
    }
    if (!root.isObject()) {
      fault("", 0, "object", List.of());
      return Facts.NONE;
    }
    var facts = Facts.NONE;
    for (var name : root.propertyNames()) {
      var type = Vocabulary.SHIPPED.type(name);
      if (type.isEmpty()) {
        var known = Vocabulary.SHIPPED.types().keySet();
        var shown = name.length() > 60 ? name.substring(0, 60) : name;
        var near = org.bandung.kernel.Closest.to(shown, known).orElse("-");
        fault(shown, 0, "unknown-name", List.of(shown, near));
        continue;
      }
      var value = value(name, type.get(), root.path(name));
      if (value != null) {
        facts = with(facts, name, value);
      }
    }
    return facts;
  }

  private Facts with(Facts facts, String name, Value value) {
    try {
      return facts.with(name, value);
    } catch (IllegalArgumentException e) {
      fault(name, 0, "too-long", List.of(Integer.toString(Facts.CODES)));
      return facts;
    }
  }

  private @Nullable Value value(String name, ValueType type, JsonNode node) {
    switch (type) {
      case FLAG -> {
        if (node.isBoolean()) {
          return Value.of(node.booleanValue());
        }
      }
      case NUMBER -> {
        if (node.isNumber() && !Facts.tooLong(node.decimalValue())) {
          return new Value.Numeral(new BigDecimal(node.decimalValue().toPlainString()));
        }
      }
      case TEXT -> {
        if (node.isString()) {
          return Value.of(node.stringValue());
        }
      }
      case SET -> {
        return set(name, node);
      }
      case MONEY -> {
        return written(name, type, node, "");
      }
      case DAY, MOMENT -> {
        return written(name, type, node, "@");
      }
    }
    fault(name, 0, "operand", List.of(name, type.code(), word(node)));
    return null;
  }

  private @Nullable Value set(String name, JsonNode node) {
    var codes = new TreeSet<String>();
    if (node.isArray()) {
      for (var code : node) {
        if (!code.isString()) {
          fault(name, 0, "set", List.of(word(code)));
          return null;
        }
        codes.add(code.stringValue());
      }
      return Value.of(codes);
    }
    fault(name, 0, "set", List.of(word(node)));
    return null;
  }

  /// A value as it would stand in a rule.
  private @Nullable Value written(String name, ValueType type, JsonNode node, String sign) {
    if (!node.isString()) {
      fault(name, 0, "text", List.of());
      return null;
    }
    return switch (Expression.check(sign + node.stringValue(), type)) {
      case Expression.Checked.Faulty(var f) -> {
        fault(name, Math.max(1, f.position() - sign.length()), f.code(), f.arguments());
        yield null;
      }
      case Expression.Checked.Sound(var expression) -> {
        if (expression.value(Facts.NONE) instanceof Told.Known(var value)) {
          yield value;
        }
        fault(name, 0, "operand", List.of(name, type.code(), "-"));
        yield null;
      }
    };
  }

  private static String word(JsonNode node) {
    return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }
}
