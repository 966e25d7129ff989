package org.bandung.exchange.iati;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.jspecify.annotations.Nullable;

/// The words of the house as elements of our namespace, and back: a record becomes an element, a
/// component that is one word an attribute, a text in several languages a child for each, a list a
/// child for each item. What is not reported is not written. So a field that is new in the house
/// travels without a line here.
final class RecordXml {

  private static final String TEXT = "text";
  private static final String LANGUAGE = "language";
  private static final String ONGOING = "..";

  private RecordXml() {}

  /// The record as an element of that name.
  static Xml write(String name, Record record) {
    var element = Xml.own(name);
    for (var component : record.getClass().getRecordComponents()) {
      write(element, word(component.getName()), value(record, component));
    }
    return element;
  }

  private static void write(Xml into, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case LocalizedText text -> into.add(texts(name, text));
      case Period period -> {
        if (!period.equals(Period.UNKNOWN)) {
          into.with(name, written(period));
        }
      }
      case Collection<?> list -> list.forEach(item -> item(into, name, item));
      case Boolean flag -> {
        if (flag) {
          into.with(name, "true");
        } else if (into.local.equals("links")) {
          into.with(name, "false"); // nobody said is something else than no
        }
      }
      case Enum<?> word -> into.with(name, word.name().toLowerCase(Locale.ROOT));
      case BigDecimal number -> into.with(name, number.toString());
      case CountryCode code -> into.with(name, code.alpha3());
      case PartialDate date -> into.with(name, date.toString());
      case Record record -> into.add(write(name, record));
      default -> into.with(name, value);
    }
  }

  private static void item(Xml into, String name, Object item) {
    if (item instanceof Record record) {
      into.add(write(name, record));
    } else {
      into.add(Xml.own(name).text(item.toString()));
    }
  }

  private static List<Xml> texts(String name, LocalizedText text) {
    var all = new ArrayList<Xml>();
    text.byLanguage()
        .forEach((language, words) -> all.add(Xml.own(name).with(LANGUAGE, language).text(words)));
    return all;
  }

  /// `2019/2021-05`, `2019/..` where ongoing, `/2021` where the start is not known.
  private static String written(Period period) {
    var end = period.end() != null ? period.end().toString() : period.ongoing() ? ONGOING : "";
    return (period.start() == null ? "" : period.start()) + "/" + end;
  }

  /// The record that an element is.
  ///
  /// @throws IllegalArgumentException if it is none
  static <T extends Record> T read(Class<T> type, Xml element) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      var component = components[i];
      values[i] = read(component.getGenericType(), element, word(component.getName()));
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(type.getSimpleName() + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be built", e);
    }
  }

  private static @Nullable Object read(Type type, Xml element, String name) {
    if (type instanceof ParameterizedType list) {
      return items((Class<?>) list.getActualTypeArguments()[0], element, name);
    }
    var plain = (Class<?>) type;
    if (plain == LocalizedText.class) {
      return text(element, name);
    }
    if (plain.isRecord() && !isWord(plain)) {
      return element.elements().stream()
          .filter(e -> e.is(Ours.NAMESPACE, name))
          .findFirst()
          .map(e -> read(plain.asSubclass(Record.class), e))
          .orElse(null);
    }
    return word(plain, given(element, name));
  }

  private static boolean isWord(Class<?> type) {
    return type == Period.class || type == PartialDate.class || type == CountryCode.class;
  }

  private static @Nullable String given(Xml element, String name) {
    return element.attributes.stream()
        .filter(a -> a.uri().isEmpty() && a.local().equals(name))
        .map(Xml.Attribute::value)
        .findFirst()
        .orElse(null);
  }

  private static List<Object> items(Class<?> type, Xml element, String name) {
    var items = new ArrayList<Object>();
    for (var child : element.elements()) {
      if (child.is(Ours.NAMESPACE, name)) {
        items.add(type.isRecord() ? read(type.asSubclass(Record.class), child) : words(child));
      }
    }
    return items;
  }

  static LocalizedText text(Xml element, String name) {
    var texts = new TreeMap<String, String>();
    for (var child : element.elements()) {
      if (child.is(Ours.NAMESPACE, name)) {
        texts.put(child.attribute(LANGUAGE), words(child));
      }
    }
    return texts.isEmpty() ? LocalizedText.EMPTY : new LocalizedText(texts);
  }

  static List<Xml> written(String name, LocalizedText text) {
    return texts(name, text);
  }

  private static String words(Xml element) {
    var text = new StringBuilder();
    element.children.forEach(c -> text.append(c instanceof String s ? s : ""));
    return text.toString();
  }

  private static @Nullable Object word(Class<?> type, @Nullable String given) {
    if (type == Period.class) {
      return given == null ? Period.UNKNOWN : period(given);
    }
    if (type == boolean.class) {
      return "true".equals(given);
    }
    if (given == null) {
      return type == int.class ? (Object) 0 : null;
    }
    return type == Boolean.class
        ? (Object) given.equals("true")
        : type == int.class
            ? (Object) Integer.valueOf(given)
            : type == BigDecimal.class
                ? decimal(given)
                : type == CountryCode.class
                    ? new CountryCode(given)
                    : type == PartialDate.class
                        ? PartialDate.parse(given).orElseThrow(() -> no(given))
                        : type.isEnum() ? constant(type, given) : given;
  }

  private static BigDecimal decimal(String given) {
    if (given.length() > 100) {
      throw no(given);
    }
    var number = new BigDecimal(given);
    if (Math.abs((long) number.scale()) > 100) {
      throw no("a number of more than a hundred digits");
    }
    return number;
  }

  private static Object constant(Class<?> type, String given) {
    for (var constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(given)) {
        return constant;
      }
    }
    throw no(given);
  }

  private static Period period(String given) {
    int slash = given.indexOf('/');
    if (slash < 0) {
      throw no(given);
    }
    var end = given.substring(slash + 1);
    return new Period(
        PartialDate.parse(given.substring(0, slash)).orElse(null),
        PartialDate.parse(end).orElse(null),
        end.equals(ONGOING));
  }

  private static IllegalArgumentException no(String given) {
    return new IllegalArgumentException("not understood: " + given);
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  /// `countryAsReported` is `country-as-reported`.
  private static String word(String component) {
    var word = new StringBuilder();
    for (char c : component.toCharArray()) {
      if (Character.isUpperCase(c)) {
        word.append('-').append(Character.toLowerCase(c));
      } else {
        word.append(c);
      }
    }
    // IATI's schema declares this attribute for everybody, and wants a whole day in it.
    return word.toString().equals("value-date") ? "valued-on" : word.toString();
  }
}
