package org.bandung.cli.talk;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// JSON on standard output: codes and dates as text, numbers of money as text, null for what was
/// not reported.
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(CountryCode.class, text())
                  .addSerializer(PartialDate.class, text())
                  .addSerializer(BigDecimal.class, text())
                  .addSerializer(Enum.class, new Words())
                  .addSerializer(LocalizedText.class, new Texts()))
          .build();

  private Json() {}

  /// One value on one line.
  public static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// All values as one array, each on its own line, written as they come.
  public static void array(Talk talk, Iterator<?> values) {
    talk.out().print("[");
    for (boolean first = true; values.hasNext() && !talk.out().checkError(); first = false) {
      talk.out().print((first ? "\n" : ",\n") + line(values.next()));
    }
    talk.out().println("\n]");
  }

  private static <T> ValueSerializer<T> text() {
    return new ValueSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializationContext context) {
        json.writeString(value.toString());
      }
    };
  }

  @SuppressWarnings("rawtypes")
  private static final class Words extends ValueSerializer<Enum> {
    @Override
    public void serialize(Enum value, JsonGenerator json, SerializationContext context) {
      json.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private static final class Texts extends ValueSerializer<LocalizedText> {
    @Override
    public void serialize(LocalizedText text, JsonGenerator json, SerializationContext context) {
      if (text.isEmpty()) {
        json.writeNull();
      } else {
        json.writePOJO(text.byLanguage());
      }
    }
  }
}
