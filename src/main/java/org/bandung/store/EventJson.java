package org.bandung.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Events of append-only tables as JSON: numbers as text, so that none loses its scale; dates as
/// they are written; each case of a sealed type with the word it is stored under.
public final class EventJson {

  private final Map<String, Class<?>> words;
  private final Set<Class<?>> sealed;
  private final JsonMapper mapper;

  private EventJson(Map<String, Class<?>> words, Set<Class<?>> sealed) {
    this.words = Map.copyOf(words);
    this.sealed = Set.copyOf(sealed);
    this.mapper = mapper(words, sealed);
  }

  /// A codec for sealed types.
  ///
  /// @param words the word each case is stored under; they never change: a new case gets a new word
  public static EventJson of(Map<String, Class<?>> words, Class<?>... sealed) {
    return new EventJson(words, Set.of(sealed));
  }

  /// The same, which also knows cases of other sealed types.
  public EventJson with(Map<String, Class<?>> more, Class<?>... others) {
    var all = new HashMap<>(words);
    all.putAll(more);
    var types = new HashSet<>(sealed);
    types.addAll(Set.of(others));
    return new EventJson(all, types);
  }

  private static JsonMapper mapper(Map<String, Class<?>> words, Set<Class<?>> sealed) {
    var builder =
        JsonMapper.builder()
            .addModule(
                new SimpleModule("events")
                    .addSerializer(BigDecimal.class, ToStringSerializer.instance)
                    .addSerializer(PartialDate.class, ToStringSerializer.instance)
                    .addDeserializer(PartialDate.class, new DateReader()))
            .addMixIn(LocalizedText.class, ByLanguage.class)
            // What follows from the parts of a record (isReported, isEmpty) is not stored.
            .changeDefaultVisibility(v -> v.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    words.forEach((word, type) -> builder.registerSubtypes(new NamedType(type, word)));
    sealed.forEach(type -> builder.addMixIn(type, Typed.class));
    return builder.build();
  }

  /// The event as it is stored.
  public String write(Object event) {
    return mapper.writeValueAsString(event);
  }

  /// An event as it was stored.
  public <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  /// The value as maps, lists, texts and whole numbers.
  public Object tree(Object value) {
    return mapper.readValue(mapper.writeValueAsString(value), Object.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  private abstract static class ByLanguage {
    @SuppressWarnings("UnusedVariable") // Jackson reads the signature
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ByLanguage(Map<String, String> byLanguage) {}

    @JsonValue
    abstract Map<String, String> byLanguage();
  }

  private static final class DateReader extends ValueDeserializer<PartialDate> {
    @Override
    public PartialDate deserialize(JsonParser in, DeserializationContext context) {
      return PartialDate.parse(in.getString())
          .orElseThrow(() -> new IllegalStateException("a stored date is damaged"));
    }
  }
}
