package org.bandung.consultation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
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

/// Events and state as JSON. The words of the types are stored and never change: a new kind of
/// event gets a new word.
public final class ConsultationCodec {

  private static final Map<String, Class<?>> WORDS =
      Map.ofEntries(
          Map.entry("opened", ConsultationEvent.Opened.class),
          Map.entry("proposed", ConsultationEvent.Proposed.class),
          Map.entry("position-taken", ConsultationEvent.PositionTaken.class),
          Map.entry("letter-entered", ConsultationEvent.LetterEntered.class),
          Map.entry("letter-confirmed", ConsultationEvent.LetterConfirmed.class),
          Map.entry("letter-disowned", ConsultationEvent.LetterDisowned.class),
          Map.entry("left", ConsultationEvent.Left.class),
          Map.entry("commented", ConsultationEvent.Commented.class),
          Map.entry("noted", ConsultationEvent.Noted.class),
          Map.entry("deadline-set", ConsultationEvent.DeadlineSet.class),
          Map.entry("deadline-lapsed", ConsultationEvent.DeadlineLapsed.class),
          Map.entry("concluded", ConsultationEvent.Concluded.class),
          Map.entry("accepts", Position.Accepts.class),
          Map.entry("objects", Position.Objects.class),
          Map.entry("abstains", Position.Abstains.class),
          Map.entry("own", Reply.Own.class),
          Map.entry("attested", Reply.Attested.class),
          Map.entry("confirmed", Reply.Confirmed.class),
          Map.entry("agreed", Conclusion.Agreed.class),
          Map.entry("joint-position", Conclusion.JointPosition.class),
          Map.entry("no-agreement", Conclusion.NoAgreement.class),
          Map.entry("makes-agreement", Effect.MakesAgreement.class),
          Map.entry("changes-agreement", Effect.ChangesAgreement.class),
          Map.entry("states-position", Effect.StatesPosition.class),
          Map.entry("ends-talks", Effect.EndsTalks.class),
          Map.entry("amend", Effect.Change.Amend.class),
          Map.entry("extend", Effect.Change.Extend.class),
          Map.entry("suspend", Effect.Change.Suspend.class),
          Map.entry("resume", Effect.Change.Resume.class),
          Map.entry("terminate", Effect.Change.Terminate.class));

  private static final JsonMapper JSON = mapper(Map.of());

  private ConsultationCodec() {}

  /// As it is stored.
  public static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  /// From how it is stored.
  public static <T> T read(String json, Class<T> type) {
    return JSON.readValue(json, type);
  }

  /// The value as maps, lists, texts and whole numbers.
  public static Object tree(Object value) {
    return JSON.readValue(JSON.writeValueAsString(value), Object.class);
  }

  /// A mapper that also knows other events by their words.
  ///
  /// @param sealed the types whose kinds they are
  public static JsonMapper mapper(Map<String, Class<?>> more, Class<?>... sealed) {
    var builder =
        JsonMapper.builder()
            .addModule(
                new SimpleModule("consultation")
                    // As text: a number in JSON may lose its scale on the way.
                    .addSerializer(BigDecimal.class, ToStringSerializer.instance)
                    .addSerializer(PartialDate.class, ToStringSerializer.instance)
                    .addDeserializer(PartialDate.class, new DateReader()))
            .addMixIn(LocalizedText.class, ByLanguage.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    WORDS.forEach((word, type) -> builder.registerSubtypes(new NamedType(type, word)));
    more.forEach((word, type) -> builder.registerSubtypes(new NamedType(type, word)));
    for (var type : sealed) {
      builder.addMixIn(type, Typed.class);
    }
    for (var known :
        new Class<?>[] {
          ConsultationEvent.class,
          Position.class,
          Reply.Voice.class,
          Conclusion.class,
          Effect.class,
          Effect.Change.class
        }) {
      builder.addMixIn(known, Typed.class);
    }
    return builder.build();
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
