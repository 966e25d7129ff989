package org.bandung.api;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON Schemas (2020-12) of the records the API answers with, read off the records themselves, so
/// that the document never says other than the answers.
final class Schemas {

  private final Map<String, Object> named = new TreeMap<>();

  /// Schemas of all records met so far, by name.
  Map<String, Object> named() {
    return named;
  }

  /// A reference to the schema of a record.
  Map<String, Object> of(Class<?> type) {
    var name = nameOf(type);
    if (!named.containsKey(name)) {
      named.put(name, Map.of()); // a record may hold itself
      named.put(name, schema(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /// A reference to the schema of one page of a list.
  Map<String, Object> listOf(Class<?> item) {
    var name = nameOf(item) + "List";
    var properties = new LinkedHashMap<String, Object>();
    properties.put("items", Map.of("type", "array", "items", of(item)));
    properties.put("next", Map.of("type", List.of("string", "null")));
    named.put(name, object(properties, List.of("items", "next")));
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /// `InitiativeJson.Item` is called `InitiativeItem`.
  private static String nameOf(Class<?> type) {
    var name = type.getSimpleName().replace("Json", "");
    var outer = type.getEnclosingClass();
    return outer == null || type.getSimpleName().endsWith("Json")
        ? name
        : outer.getSimpleName().replace("Json", "") + name;
  }

  private Map<String, Object> schema(Class<?> type) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (var component : type.getRecordComponents()) {
      properties.put(component.getName(), property(component));
      if (type != Problem.class || !nullable(component.getAnnotatedType())) {
        required.add(component.getName());
      }
    }
    return object(properties, required);
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    return schema;
  }

  private Map<String, Object> property(RecordComponent component) {
    var schema = typed(component.getAnnotatedType());
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

  private Map<String, Object> typed(AnnotatedType annotated) {
    if (annotated instanceof AnnotatedParameterizedType parameterized
        && annotated.getType() instanceof ParameterizedType generic) {
      var arguments = parameterized.getAnnotatedActualTypeArguments();
      return generic.getRawType() == List.class
          ? Map.of("type", "array", "items", typed(arguments[0]))
          : Map.of("type", "object", "additionalProperties", typed(arguments[1]));
    }
    var type = (Class<?>) annotated.getType();
    if (type == String.class) {
      return Map.of("type", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == int.class || type == long.class || type == Integer.class) {
      return Map.of("type", "integer");
    }
    if (type == double.class) {
      return Map.of("type", "number");
    }
    return of(type);
  }
}
