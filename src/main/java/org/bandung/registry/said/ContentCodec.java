package org.bandung.registry.said;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The stored form of contents and notes: JSON without empty fields, deflated.
public final class ContentCodec {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          // An empty text is something a source wrote; only what it did not write is left out.
          .withConfigOverride(
              String.class,
              o ->
                  o.setInclude(
                      JsonInclude.Value.construct(
                          JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)))
          .withConfigOverride(
              List.class,
              o ->
                  o.setNullHandling(
                      com.fasterxml.jackson.annotation.JsonSetter.Value.forValueNulls(
                          Nulls.AS_EMPTY)))
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(kernelTypes())
          .build();

  private static final TypeReference<List<Note>> NOTES = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private ContentCodec() {}

  /// A content as it is stored.
  public static byte[] pack(Content content) {
    return deflate(JSON.writeValueAsBytes(content));
  }

  /// A stored content.
  public static Content unpackContent(byte[] packed) {
    return JSON.readValue(inflate(packed), Content.class);
  }

  /// Notes as they are stored.
  public static byte[] packNotes(List<Note> notes) {
    return notes.isEmpty() ? new byte[0] : deflate(JSON.writeValueAsBytes(notes));
  }

  /// Stored notes.
  public static List<Note> unpackNotes(byte[] packed) {
    return packed.length == 0 ? List.of() : JSON.readValue(inflate(packed), NOTES);
  }

  /// A text by language as JSON.
  public static String texts(LocalizedText text) {
    return JSON.writeValueAsString(text.byLanguage());
  }

  /// The text by language that the JSON is.
  public static LocalizedText texts(String json) {
    return new LocalizedText(JSON.readValue(json, TEXTS));
  }

  /// Any record of facts as JSON, without what is empty.
  public static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  /// What the JSON is.
  public static <T> T fromJson(String json, TypeReference<T> type) {
    return JSON.readValue(json, type);
  }

  /// The record of facts that the JSON is.
  public static <T> T fromJson(String json, Class<T> type) {
    return JSON.readValue(json, type);
  }

  /// A text, compressed.
  public static byte[] deflate(String text) {
    return deflate(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] deflate(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
      var buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /// Compressed bytes as they were.
  public static byte[] inflate(byte[] packed) {
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      var out = new ByteArrayOutputStream(packed.length * 4);
      var buffer = new byte[8192];
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer);
        if (n == 0 && inflater.needsInput()) {
          throw new IllegalStateException("a stored text is cut short");
        }
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored text is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private static SimpleModule kernelTypes() {
    return new SimpleModule("kernel")
        .addSerializer(CountryCode.class, new AsText<>())
        .addSerializer(PartialDate.class, new AsText<>())
        .addSerializer(Period.class, new PeriodWriter())
        .addSerializer(LocalizedText.class, new TextWriter())
        .addDeserializer(CountryCode.class, new CountryReader())
        .addDeserializer(PartialDate.class, new DateReader())
        .addDeserializer(Period.class, new PeriodReader())
        .addDeserializer(LocalizedText.class, new TextReader());
  }

  private static final class AsText<T> extends ValueSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString());
    }
  }

  /// `2019/2021-05`, `2019/..` where ongoing, `/2021` where the start is not known.
  private static final class PeriodWriter extends ValueSerializer<Period> {
    @Override
    public void serialize(Period value, JsonGenerator out, SerializationContext context) {
      var end = value.end() != null ? value.end().toString() : value.ongoing() ? ".." : "";
      out.writeString((value.start() == null ? "" : value.start()) + "/" + end);
    }

    @Override
    public boolean isEmpty(SerializationContext context, Period value) {
      return value.equals(Period.UNKNOWN);
    }
  }

  private static final class TextWriter extends ValueSerializer<LocalizedText> {
    @Override
    public void serialize(LocalizedText value, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      value.byLanguage().forEach((language, text) -> out.writeStringProperty(language, text));
      out.writeEndObject();
    }

    @Override
    public boolean isEmpty(SerializationContext context, LocalizedText value) {
      return value.isEmpty();
    }
  }

  private static final class CountryReader extends ValueDeserializer<CountryCode> {
    @Override
    public CountryCode deserialize(JsonParser in, DeserializationContext context) {
      return new CountryCode(in.getString());
    }
  }

  private static final class DateReader extends ValueDeserializer<PartialDate> {
    @Override
    public PartialDate deserialize(JsonParser in, DeserializationContext context) {
      return PartialDate.parse(in.getString()).orElseThrow();
    }
  }

  private static final class PeriodReader extends ValueDeserializer<Period> {
    @Override
    public Period deserialize(JsonParser in, DeserializationContext context) {
      var text = in.getString();
      int slash = text.indexOf('/');
      var end = text.substring(slash + 1);
      return new Period(
          PartialDate.parse(text.substring(0, slash)).orElse(null),
          PartialDate.parse(end).orElse(null),
          end.equals(".."));
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Period.UNKNOWN;
    }
  }

  private static final class TextReader extends ValueDeserializer<LocalizedText> {
    @Override
    public LocalizedText deserialize(JsonParser in, DeserializationContext context) {
      var map = new TreeMap<String, String>();
      while (in.nextName() != null) {
        var language = in.currentName();
        in.nextToken();
        map.put(language, in.getString());
      }
      return new LocalizedText(map);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return LocalizedText.EMPTY;
    }
  }
}
