package org.bandung.api.desk;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bandung.api.frame.Addresses;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.frame.Schemas;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// From JSON to a record, strictly: a name that the record does not have, a missing part, a part of
/// another kind are told, all at once and each by its place. A part that may be empty may be left
/// out.
final class Reading {

  private static final int MOST_ITEMS = 500;
  private static final int LONGEST_NAME = 40;
  private static final String LANGUAGE = "[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}";

  private final List<BadQuery.Fault> faults = new ArrayList<>();

  private Reading() {}

  /// @throws BadQuery if it is not wholly such a record
  static <T> T of(JsonNode object, Class<T> type) {
    var reading = new Reading();
    var read = reading.record(object, type, "");
    if (read == null || !reading.faults.isEmpty()) {
      throw new BadQuery(reading.faults);
    }
    return type.cast(read);
  }

  private @Nullable Object fault(String place, String code, String... arguments) {
    faults.add(new BadQuery.Fault(place.isEmpty() ? "body" : place, code, arguments));
    return null;
  }

  private static String at(String place, String name) {
    return place.isEmpty() ? name : place + "/" + name;
  }

  private @Nullable Object record(JsonNode node, Class<?> type, String place) {
    if (!node.isObject()) {
      return fault(place, "not-of-kind", "object");
    }
    int before = faults.size();
    var components = type.getRecordComponents();
    unknown(node, Arrays.stream(components).map(RecordComponent::getName).toList(), place);
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      var name = components[i].getName();
      values[i] = part(node.path(name), components[i].getAnnotatedType(), at(place, name));
    }
    return faults.size() > before ? null : made(type, values, place);
  }

  private @Nullable Object made(Class<?> type, @Nullable Object[] values, String place) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // records of routes are nobody else's
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      return fault(place, "not-valid");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be made: " + type, e);
    }
  }

  private void unknown(JsonNode node, List<String> known, String place) {
    for (var name : node.propertyNames()) {
      if (!known.contains(name)) {
        var shown =
            name.codePoints()
                .filter(c -> !Addresses.notText(c))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        fault(at(place, shown.toString()), "unknown", String.join(", ", known));
      }
    }
  }

  /// A part of a record; left out or null it is as empty as its type can be.
  private @Nullable Object part(JsonNode node, AnnotatedType annotated, String place) {
    if (!node.isMissingNode() && !node.isNull()) {
      return value(node, annotated, place);
    }
    var type = raw(annotated);
    if (annotated.isAnnotationPresent(Nullable.class)) {
      return null;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == LocalizedText.class) {
      return LocalizedText.EMPTY;
    }
    if (type.isRecord() && !Scalar.known(type)) {
      int before = faults.size();
      var empty = record(JsonNodeFactory.instance.objectNode(), type, place);
      if (faults.size() == before) {
        return empty;
      }
      faults.subList(before, faults.size()).clear();
    }
    return fault(place, "missing");
  }

  static Class<?> raw(AnnotatedType annotated) {
    return (Class<?>)
        (annotated.getType() instanceof ParameterizedType generic
            ? generic.getRawType()
            : annotated.getType());
  }

  private static AnnotatedType argument(AnnotatedType annotated, int index) {
    return ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[index];
  }

  private @Nullable Object value(JsonNode node, AnnotatedType annotated, String place) {
    var type = raw(annotated);
    if (type == List.class) {
      return items(node, argument(annotated, 0), place);
    }
    if (type == Map.class) {
      return object(node, place);
    }
    if (type == LocalizedText.class) {
      return texts(node, place);
    }
    if (type == String.class) {
      return node.isString() ? text(node.asString(), place) : fault(place, "not-of-kind", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return node.isBoolean() ? node.asBoolean() : fault(place, "not-of-kind", "boolean");
    }
    if (type == int.class || type == Integer.class) {
      return node.isInt() ? node.asInt() : fault(place, "not-of-kind", "integer");
    }
    if (type == BigDecimal.class) {
      return number(node, place);
    }
    if (type.isEnum()) {
      return constant(node, type, place);
    }
    if (Scalar.known(type)) {
      var text = node.isString() ? node.asString() : "";
      var read = Scalar.read(type, text);
      return read.isPresent() ? read.get() : fault(place, Scalar.faultOf(type));
    }
    return type.isSealed() ? kind(node, type, place) : record(node, type, place);
  }

  private @Nullable Object items(JsonNode node, AnnotatedType item, String place) {
    if (!node.isArray()) {
      return fault(place, "not-of-kind", "array");
    }
    if (node.size() > MOST_ITEMS) {
      return fault(place, "too-many", String.valueOf(MOST_ITEMS));
    }
    var items = new ArrayList<Object>();
    for (int i = 0; i < node.size(); i++) {
      var read =
          node.get(i).isNull()
              ? fault(place + "/" + i, "missing")
              : value(node.get(i), item, place + "/" + i);
      if (read != null) {
        items.add(read);
      }
    }
    return List.copyOf(items);
  }

  /// An object whose parts somebody else judges.
  private @Nullable Object object(JsonNode node, String place) {
    if (!node.isObject()) {
      return fault(place, "not-of-kind", "object");
    }
    return plain(node, place);
  }

  private @Nullable Object plain(JsonNode node, String place) {
    if (node.isObject()) {
      var map = new LinkedHashMap<String, @Nullable Object>();
      for (var name : node.propertyNames()) {
        if (name.codePoints().anyMatch(Addresses::notText)) {
          return fault(place, "not-text");
        }
        map.put(name, plain(node.get(name), at(place, name)));
      }
      return map;
    }
    if (node.isArray()) {
      var list = new ArrayList<@Nullable Object>();
      node.forEach(item -> list.add(plain(item, place)));
      return list;
    }
    if (node.isString()) {
      return text(node.asString(), place);
    }
    return node.isNull() ? null : node.isBoolean() ? (Object) node.asBoolean() : node.numberValue();
  }

  private @Nullable Object texts(JsonNode node, String place) {
    if (!node.isObject()) {
      return fault(place, "not-of-kind", "object");
    }
    var texts = new LinkedHashMap<String, String>();
    for (var language : node.propertyNames()) {
      var said = node.get(language);
      if (!language.matches(LANGUAGE)) {
        fault(place, "not-a-language");
      } else if (!said.isString()) {
        fault(at(place, language), "not-of-kind", "string");
      } else if (text(said.asString(), at(place, language)) != null && !said.asString().isBlank()) {
        texts.put(language, said.asString());
      }
    }
    return new LocalizedText(texts);
  }

  /// Line breaks and tabs are text; what no store can hold is not.
  private @Nullable Object text(String text, String place) {
    return text.codePoints()
            .anyMatch(c -> Addresses.notText(c) && c != '\n' && c != '\r' && c != '\t')
        ? fault(place, "not-text")
        : text;
  }

  /// A number is best sent as text, so that no digit is lost on the way.
  private @Nullable Object number(JsonNode node, String place) {
    var text = node.isString() || node.isNumber() ? node.asString() : "";
    return text.matches("-?[0-9]{1,25}([.][0-9]{1,12})?")
        ? new BigDecimal(text)
        : fault(place, "not-a-figure");
  }

  private @Nullable Object constant(JsonNode node, Class<?> type, String place) {
    for (var constant : type.getEnumConstants()) {
      if (node.isString() && ((Enum<?>) constant).name().equals(node.asString())) {
        return constant;
      }
    }
    return fault(
        place,
        "not-one-of",
        Arrays.stream(type.getEnumConstants())
            .map(c -> ((Enum<?>) c).name())
            .collect(Collectors.joining(", ")));
  }

  /// One of several records, told apart by the word in `type`.
  private @Nullable Object kind(JsonNode node, Class<?> type, String place) {
    if (!(node instanceof ObjectNode object)) {
      return fault(place, "not-of-kind", "object");
    }
    for (var known : type.getPermittedSubclasses()) {
      if (Schemas.word(known).equals(node.path("type").asString(""))) {
        var rest = object.deepCopy();
        rest.remove("type");
        return record(rest, known, place);
      }
    }
    return fault(
        at(place, "type"),
        "not-one-of",
        Arrays.stream(type.getPermittedSubclasses())
            .map(Schemas::word)
            .collect(Collectors.joining(", ")));
  }
}
