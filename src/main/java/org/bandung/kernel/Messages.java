package org.bandung.kernel;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The words of one module in the seven languages: UTF-8 property files
/// `messages/<module>_<language>.properties` on the class path, in ICU MessageFormat.
public final class Messages {

  /// The languages of every bundle, in the order in which a reader may choose.
  public static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "ar", "zh", "ru");

  private final Map<String, Map<String, String>> patterns = new HashMap<>();
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Messages(String module) {
    for (var language : LANGUAGES) {
      patterns.put(language, read("/messages/" + module + "_" + language + ".properties"));
    }
  }

  /// The bundle of a module.
  public static Messages of(String module) {
    return new Messages(module);
  }

  /// The message in the language, with numbered arguments (`{0}`) put in by that language's rules.
  public String text(String language, String key, Object... arguments) {
    var pattern = pattern(language, key);
    if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    var format =
        formats.computeIfAbsent(
            language + '\0' + key,
            k -> new MessageFormat(pattern, ULocale.forLanguageTag(language)));
    synchronized (format) {
      return format.format(arguments);
    }
  }

  /// Whether there is such a message.
  public boolean has(String key) {
    return patterns.getOrDefault("en", Map.of()).containsKey(key);
  }

  /// The keys of one language, for tests that hold the languages together.
  public Set<String> keys(String language) {
    return Set.copyOf(patterns.getOrDefault(language, Map.of()).keySet());
  }

  /// The pattern as written, for tests that hold the languages together.
  public String pattern(String language, String key) {
    var own = patterns.getOrDefault(language, Map.of()).get(key);
    if (own != null) {
      return own;
    }
    var english = patterns.getOrDefault("en", Map.of()).get(key);
    return english != null ? english : key;
  }

  private static Map<String, String> read(String path) {
    var properties = new Properties();
    try (InputStream stream = Messages.class.getResourceAsStream(path)) {
      if (stream == null) {
        return Map.of();
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    var map = new HashMap<String, String>();
    properties.forEach((key, value) -> map.put((String) key, (String) value));
    return map;
  }
}
