package org.bandung.registry.joint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
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

/// Events as JSON. The words of the types are stored and never change: a new kind of event gets a
/// new word.
final class JointCodec {

  private static final Map<String, Class<?>> WORDS =
      Map.ofEntries(
          Map.entry("began", JointEvent.Began.class),
          Map.entry("stated", JointEvent.Stated.class),
          Map.entry("unsaid", JointEvent.Unsaid.class),
          Map.entry("replied", JointEvent.Replied.class),
          Map.entry("figure-accepted", JointEvent.FigureAccepted.class),
          Map.entry("told", JointEvent.Told.class),
          Map.entry("plan-proposed", JointEvent.PlanProposed.class),
          Map.entry("plan-consented", JointEvent.PlanConsented.class),
          Map.entry("plan-declined", JointEvent.PlanDeclined.class),
          Map.entry("plan-holds", JointEvent.PlanHolds.class),
          Map.entry("report-written", JointEvent.ReportWritten.class),
          Map.entry("report-signed", JointEvent.ReportSigned.class),
          Map.entry("report-holds", JointEvent.ReportHolds.class),
          Map.entry("suspended", JointEvent.Suspended.class),
          Map.entry("resumption-agreed", JointEvent.ResumptionAgreed.class),
          Map.entry("resumed", JointEvent.Resumed.class),
          Map.entry("evaluated", JointEvent.Evaluated.class),
          Map.entry("closure-agreed", JointEvent.ClosureAgreed.class),
          Map.entry("closed", JointEvent.Closed.class),
          Map.entry("released", JointEvent.Released.class),
          Map.entry("taken-back", JointEvent.TakenBack.class),
          Map.entry("confirms", Reply.Confirms.class),
          Map.entry("disputes", Reply.Disputes.class),
          Map.entry("relief", Loan.Relief.class),
          Map.entry("rescheduling", Loan.Rescheduling.class));

  private static final JsonMapper JSON = mapper();

  private JointCodec() {}

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static JointEvent event(String json) {
    return JSON.readValue(json, JointEvent.class);
  }

  static Resource resource(String json) {
    return JSON.readValue(json, Resource.class);
  }

  private static JsonMapper mapper() {
    var builder =
        JsonMapper.builder()
            .addModule(
                new SimpleModule("joint")
                    // As text: a number in JSON may lose its scale on the way.
                    .addSerializer(BigDecimal.class, ToStringSerializer.instance)
                    .addSerializer(PartialDate.class, ToStringSerializer.instance)
                    .addDeserializer(PartialDate.class, new DateReader()))
            .addMixIn(LocalizedText.class, ByLanguage.class)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    WORDS.forEach((word, type) -> builder.registerSubtypes(new NamedType(type, word)));
    for (var sealed : new Class<?>[] {JointEvent.class, Reply.class, Loan.DebtEvent.class}) {
      builder.addMixIn(sealed, Typed.class);
    }
    // What follows from the parts is not stored beside them.
    builder.addMixIn(Figure.class, Derived.class).addMixIn(Telling.class, Derived.class);
    return builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  private interface Derived {
    @JsonIgnore
    boolean isReported();

    @JsonIgnore
    boolean isEmpty();
  }

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
