package org.bandung.api.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// JSON Schemas (2020-12) of the records the API answers with, read off the records themselves, so
/// that the document never says other than the answers.
public final class Schemas {

  private static final String API = "org.bandung.api";
  private static final Map<String, Object> OBJECT = Map.of("type", "object");

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> WHOLE = Map.of("type", "integer");
  private static final Map<String, Object> FLAG = Map.of("type", "boolean");

  /// What is no record of its own.
  private static final Map<Class<?>, Map<String, Object>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, TEXT),
          Map.entry(CountryCode.class, Map.of("type", "string", "pattern", "^[A-Z]{3}$")),
          Map.entry(
              PartialDate.class,
              Map.of("type", "string", "pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")),
          Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(
              BigDecimal.class, Map.of("type", "string", "pattern", "^-?[0-9]+([.][0-9]+)?$")),
          Map.entry(LocalizedText.class, Map.of("type", "object", "additionalProperties", TEXT)),
          Map.entry(Object.class, Map.of()),
          Map.entry(boolean.class, FLAG),
          Map.entry(Boolean.class, FLAG),
          Map.entry(int.class, WHOLE),
          Map.entry(long.class, WHOLE),
          Map.entry(Integer.class, WHOLE),
          Map.entry(double.class, Map.of("type", "number")));

  private final Map<String, Object> named = new TreeMap<>();

  /// Schemas of all records met so far, by name.
  public Map<String, Object> named() {
    return named;
  }

  /// A reference to the schema of a record.
  public Map<String, Object> of(Class<?> type) {
    var name = nameOf(type);
    if (!named.containsKey(name)) {
      named.put(name, Map.of()); // a record may hold itself
      named.put(name, schema(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /// A reference to the schema of a record as it is sent: what may be empty may be left out, and
  /// nothing else is taken.
  public Map<String, Object> sent(Class<?> type) {
    var name = nameOf(type) + "Sent";
    if (!named.containsKey(name)) {
      named.put(name, Map.of());
      var required = new ArrayList<String>();
      var properties = new LinkedHashMap<String, Object>();
      tellApart(type, properties, required);
      Arrays.stream(type.getRecordComponents())
          .filter(c -> !mayBeLeftOut(c.getAnnotatedType()))
          .map(RecordComponent::getName)
          .forEach(required::add);
      for (var component : type.getRecordComponents()) {
        properties.put(component.getName(), property(component, this::sent));
      }
      var schema = object(properties, required);
      schema.put("additionalProperties", false);
      named.put(name, schema);
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private static boolean mayBeLeftOut(AnnotatedType annotated) {
    if (nullable(annotated)) {
      return true;
    }
    var type = raw(annotated);
    return type == boolean.class
        || type == List.class
        || type == Map.class
        || type == LocalizedText.class
        || type.isRecord()
            && !isText(type)
            && Arrays.stream(type.getRecordComponents())
                .allMatch(c -> mayBeLeftOut(c.getAnnotatedType()));
  }

  private static Class<?> raw(AnnotatedType annotated) {
    return (Class<?>)
        (annotated.getType() instanceof ParameterizedType generic
            ? generic.getRawType()
            : annotated.getType());
  }

  private static boolean isText(Class<?> type) {
    return type == PartialDate.class
        || type == LocalDate.class
        || type == Instant.class
        || type == CountryCode.class;
  }

  /// A reference to the schema of a list that is told whole.
  public Map<String, Object> wholeListOf(Class<?> item) {
    var name = nameOf(item) + "WholeList";
    named.put(
        name,
        object(
            Map.of(
                "items", Map.of("type", "array", "items", item == Map.class ? OBJECT : of(item))),
            List.of("items")));
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /// A reference to the schema of one page of a list.
  public Map<String, Object> listOf(Class<?> item) {
    var name = nameOf(item) + "List";
    var properties = new LinkedHashMap<String, Object>();
    properties.put("items", Map.of("type", "array", "items", of(item)));
    properties.put("next", Map.of("type", List.of("string", "null")));
    named.put(name, object(properties, List.of("items", "next")));
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /// `InitiativeJson.Item` is called `InitiativeItem`; a record of the facts is called after its
  /// package too, since answers have a `Period` of their own.
  private static String nameOf(Class<?> type) {
    var from = type.getPackageName();
    return from.startsWith(API) ? shortName(type) : capital(from) + shortName(type);
  }

  private static String capital(String from) {
    var last = from.substring(from.lastIndexOf('.') + 1);
    return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
  }

  private static String shortName(Class<?> type) {
    var name = type.getSimpleName().replace("Json", "");
    var outer = type.getEnclosingClass();
    return outer == null || type.getSimpleName().endsWith("Json")
        ? name
        : outer.getSimpleName().replace("Json", "") + name;
  }

  private Map<String, Object> schema(Class<?> type) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    tellApart(type, properties, required);
    for (var component : type.getRecordComponents()) {
      properties.put(component.getName(), property(component, this::of));
      if (!type.isAnnotationPresent(JsonInclude.class) || !nullable(component.getAnnotatedType())) {
        required.add(component.getName());
      }
    }
    return object(properties, required);
  }

  private static LinkedHashMap<String, Object> object(
      Map<String, Object> properties, List<String> required) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    return schema;
  }

  private static Map<String, Object> property(
      RecordComponent component, Function<Class<?>, Map<String, Object>> named) {
    var schema = typed(component.getAnnotatedType(), named);
    if (!nullable(component.getAnnotatedType())) {
      return schema;
    }
    if (schema.get("type") instanceof String type) {
      var either = new LinkedHashMap<>(schema);
      either.put("type", List.of(type, "null"));
      return either;
    }
    return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Map<String, Object> typed(
      AnnotatedType annotated, Function<Class<?>, Map<String, Object>> named) {
    if (annotated instanceof AnnotatedParameterizedType parameterized
        && annotated.getType() instanceof ParameterizedType generic) {
      var arguments = parameterized.getAnnotatedActualTypeArguments();
      if (generic.getRawType() != Map.class) {
        return Map.of("type", "array", "items", typed(arguments[0], named));
      }
      return raw(arguments[1]) == Object.class
          ? OBJECT
          : Map.of("type", "object", "additionalProperties", typed(arguments[1], named));
    }
    var type = (Class<?>) annotated.getType();
    if (type.isEnum()) {
      return Map.of(
          "type",
          "string",
          "enum",
          Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList());
    }
    var plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    return type.isSealed() ? oneOf(type, named) : named.apply(type);
  }

  /// The word of a record among several: `DebtRelief` is `debt-relief`, as it is stored.
  public static String word(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /// One of several records, told apart by the word in `type`.
  private static Map<String, Object> oneOf(
      Class<?> type, Function<Class<?>, Map<String, Object>> named) {
    return Map.of("oneOf", Arrays.stream(type.getPermittedSubclasses()).map(named).toList());
  }

  /// Says the word by which a record is told from the others of its kind, if it is one of several.
  private static void tellApart(
      Class<?> type, Map<String, Object> properties, List<String> required) {
    if (Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)) {
      properties.put("type", Map.of("type", "string", "const", word(type)));
      required.add("type");
    }
  }
}
