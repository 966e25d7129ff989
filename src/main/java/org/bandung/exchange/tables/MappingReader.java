package org.bandung.exchange.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bandung.catalogue.EntryKind;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.rows.TableFormat;
import org.bandung.exchange.tables.TableMapping.Rule;
import org.bandung.exchange.tables.TableMapping.Source;
import org.bandung.kernel.Closest;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.StableId;
import org.bandung.registry.said.Role;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads a mapping file (YAML): plain data only, within limits; what is not known is a fault with
/// the closest known word.
public final class MappingReader {

  private static final int MOST_BYTES = 256 << 10;
  private static final int MOST_FAULTS = 20;
  private static final Set<@Nullable Tag> KNOWN_TAGS =
      new HashSet<>(Arrays.asList(null, Tag.NULL, Tag.STR, Tag.SEQ, Tag.MAP));
  private static final Set<String> NO_DELIMITERS = Set.of("\"", "#", "\r", "\n", "\0");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /// A mapping, or all that is wrong with it.
  public sealed interface Reading {
    /// The mapping is understood.
    record Read(TableMapping mapping) implements Reading {}

    /// It is not; every fault is told.
    record Faulty(List<MappingFault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  private final List<MappingFault> faults = new ArrayList<>();

  private MappingReader() {}

  /// Reads a mapping from its text.
  public static Reading read(String name, InputStream in) throws IOException {
    return new MappingReader().parsed(name, in.readNBytes(MOST_BYTES + 1));
  }

  private Reading parsed(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      fault("mapping-too-large", String.valueOf(MOST_BYTES >> 10));
      return new Reading.Faulty(faults);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var root = loaded(text);
      if (root instanceof Map<?, ?> map) {
        var mapping = mapping(name, strings(map, "mapping"));
        if (faults.isEmpty()) {
          return new Reading.Read(mapping);
        }
      } else {
        fault("mapping-not-read", "-");
      }
    } catch (YAMLException | CharacterCodingException e) {
      fault(
          "mapping-not-read",
          Printable.of(String.valueOf(e.getMessage()).lines().findFirst().orElse("-"), 200));
    }
    return new Reading.Faulty(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
  }

  /// The library meets broken text with many kinds of exceptions.
  private static @Nullable Object loaded(String text) {
    try {
      return yaml().load(text);
    } catch (YAMLException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new YAMLException(e);
    }
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_BYTES);
    options.setNestingDepthLimit(12);
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    var representer = new Representer(new DumperOptions());
    return new Yaml(
        new PlainData(options), representer, new DumperOptions(), options, new WordsOnly());
  }

  /// What stands there is what is meant: a column may be called No, a constant be a date.
  private static final class WordsOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  /// Texts, lists and maps, and no tag that asks for anything else.
  private static final class PlainData extends SafeConstructor {
    PlainData(LoaderOptions options) {
      super(options);
      yamlConstructors.keySet().retainAll(KNOWN_TAGS);
    }
  }

  private void fault(String code, String... arguments) {
    faults.add(new MappingFault(code, List.of(arguments)));
  }

  private TableMapping mapping(String name, Map<String, Object> root) {
    keys(
        "mapping",
        root,
        "mapping",
        "makes",
        "revision",
        "source",
        "format",
        "identity",
        "constants",
        "columns",
        "ignored");
    var own = text(root.get("mapping"));
    var makes = makes(text(root.get("makes")));
    var rules = new ArrayList<Rule>();
    for (var constant : list(root.get("constants"))) {
      rule("", constant, makes).ifPresent(rules::add);
    }
    map(root, "columns")
        .forEach((column, rule) -> {
          for (var each : list(rule)) {
            rule(column, each, makes).ifPresent(rules::add);
          }
        });
    var identity = list(root.get("identity")).stream().map(MappingReader::text).toList();
    if (identity.isEmpty() || identity.stream().anyMatch(String::isBlank)) {
      fault("mapping-lacks", "identity");
    }
    if (rules.isEmpty()) {
      fault("mapping-lacks", "columns");
    }
    requireConsent(makes, rules);
    var ignored = texts(map(root, "ignored"));
    for (var rule : rules) {
      if (ignored.containsKey(rule.column())) {
        fault("mapping-column-both", rule.column());
      }
    }
    return new TableMapping(
        own.isEmpty() ? name : own,
        source(map(root, "source")),
        format(map(root, "format")),
        makes,
        identity,
        rules,
        ignored,
        StableId.of(String.valueOf(root)));
  }

  private Optional<EntryKind> makes(String given) {
    if (given.isEmpty() || given.equals("initiative")) {
      return Optional.empty();
    }
    var known = new ArrayList<>(EntryKind.codes());
    known.add("initiative");
    return Optional.ofNullable(oneOf("makes", given, known)).flatMap(EntryKind::ofCode);
  }

  /// Nobody stands in a roster without a consent, so a mapping that reads none is none.
  private void requireConsent(Optional<EntryKind> makes, List<Rule> rules) {
    if (makes.equals(Optional.of(EntryKind.EXPERT))) {
      for (var field : List.of(TableField.CONSENT_DATE, TableField.CONSENT_HOW)) {
        if (rules.stream().noneMatch(r -> r.to() == field)) {
          fault("mapping-lacks", field.code());
        }
      }
    }
  }

  private Source source(Map<String, Object> source) {
    keys(
        "source",
        source,
        "channel",
        "publisher",
        "name",
        "speaker",
        "publisher-column",
        "name-column");
    var channel = text(source.getOrDefault("channel", "table"));
    var publisher = text(source.get("publisher"));
    var column = optional(source.get("publisher-column"));
    if (publisher.isEmpty() && column == null) {
      fault("mapping-lacks", "source: publisher");
    }
    if (!publisher.isEmpty() && !KEY.matcher(publisher).matches()) {
      fault("mapping-bad-value", "source: publisher", Printable.of(publisher, 80), "a-z 0-9 . _ -");
    }
    if (!channel.matches("[a-z][a-z-]{0,30}")
        || channel.equals("iati")
        || channel.equals("starter")) {
      fault("mapping-bad-value", "source: channel", Printable.of(channel, 80), "table");
      channel = "table";
    }
    var speaker =
        oneOf(
            "source: speaker",
            text(source.getOrDefault("speaker", "")),
            List.of("party", "publisher", "compilation"));
    return new Source(
        channel,
        publisher,
        localized(source.get("name")),
        speaker == null
            ? Statement.Speaker.COMPILATION
            : Statement.Speaker.valueOf(speaker.toUpperCase(Locale.ROOT)),
        column,
        optional(source.get("name-column")));
  }

  private static LocalizedText localized(@Nullable Object name) {
    if (name instanceof Map<?, ?> map) {
      var texts = new LinkedHashMap<String, String>();
      map.forEach((k, v) -> texts.put(text(k), text(v)));
      return new LocalizedText(texts);
    }
    var text = text(name);
    return text.isEmpty() ? LocalizedText.EMPTY : LocalizedText.of("und", text);
  }

  private TableFormat format(Map<String, Object> format) {
    keys("format", format, "delimiter", "encoding", "sheet", "header-row");
    var delimiter = format.get("delimiter") == null ? "" : String.valueOf(format.get("delimiter"));
    if (delimiter.length() > 1 || NO_DELIMITERS.contains(delimiter)) {
      fault("mapping-bad-value", "format: delimiter", Printable.of(delimiter, 20), ", ; |");
    }
    Optional<Charset> encoding = Optional.empty();
    var named = text(format.get("encoding"));
    try {
      encoding = named.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(named));
    } catch (IllegalArgumentException e) {
      fault(
          "mapping-bad-value", "format: encoding", Printable.of(named, 40), "UTF-8, windows-1252");
    }
    int row = 1;
    var headerRow = text(format.get("header-row"));
    if (headerRow.matches("[1-9][0-9]{0,2}")) {
      row = Integer.parseInt(headerRow);
    } else if (!headerRow.isEmpty()) {
      fault("mapping-bad-value", "format: header-row", Printable.of(headerRow, 20), "1, 2, 3");
    }
    return new TableFormat(
        Optional.of(delimiter).filter(d -> d.length() == 1).map(d -> d.charAt(0)),
        encoding,
        Optional.of(text(format.get("sheet"))).filter(s -> !s.isEmpty()),
        row);
  }

  private Optional<Rule> rule(String column, Object given, Optional<EntryKind> makes) {
    var place = column.isEmpty() ? "constants" : Printable.of(column, 80);
    if (!(given instanceof Map<?, ?> map)) {
      fault("mapping-bad-value", place, Printable.of(text(given), 40), "{to: ...}");
      return Optional.empty();
    }
    var rule = strings(map, place);
    var to = oneOf(place + ": to", text(rule.get("to")), TableField.codes());
    if (to == null) {
      return Optional.empty();
    }
    var field = TableField.of(to).orElseThrow();
    if (!field.belongsTo(makes)) {
      fault("mapping-field-elsewhere", place, to, makes.map(EntryKind::code).orElse("initiative"));
      return Optional.empty();
    }
    keys(place, rule, field.settings().toArray(new String[0]));
    var with = texts(map(rule, "with"));
    keys(place + ": with", with, field.companions().toArray(new String[0]));
    var settings = new LinkedHashMap<String, String>();
    rule.forEach((key, value) -> {
      if (!(value instanceof Map) && !(value instanceof Collection)) {
        // A separator may be a blank, so nothing is stripped here.
        settings.put(key, value == null ? "" : String.valueOf(value));
      }
    });
    if (field == TableField.COUNTRY) {
      makes.ifPresent(kind -> settings.putIfAbsent("role", kind.usualRole().code()));
    }
    if (field == TableField.ORGANISATION && makes.isPresent()) {
      settings.putIfAbsent("role", Role.ACCOUNTABLE.code());
    }
    check(place, field, settings, column);
    return Optional.of(
        new Rule(
            field,
            column,
            settings,
            texts(map(rule, "values")),
            texts(map(rule, "kinds")),
            with,
            texts(map(rule, "prefixes")),
            list(rule.get("open-end")).stream().map(MappingReader::text).toList()));
  }

  private void check(String place, TableField field, Map<String, String> settings, String column) {
    var role = settings.get("role");
    if (role != null) {
      oneOf(place + ": role", role, List.of(Role.values()).stream().map(Role::code).toList());
    } else if (field == TableField.COUNTRY) {
      fault("mapping-lacks", place + ": role");
    }
    if (field == TableField.QUANTITY && settings.get("unit") == null && column.isEmpty()) {
      fault("mapping-lacks", place + ": unit");
    }
    if (column.isEmpty() && settings.getOrDefault("value", "").isEmpty()) {
      fault("mapping-lacks", place + ": value");
    }
    allowed(place, settings, "order", "ymd", "dmy", "mdy");
    allowed(place, settings, "other", "keep", "note");
    allowed(place, settings, "decimal", "point", "comma");
    allowed(place, settings, "estimate", "true", "false");
    var longest = settings.getOrDefault("longest", "1");
    if (!longest.matches("[1-9][0-9]{0,6}")) {
      fault("mapping-bad-value", place + ": longest", Printable.of(longest, 20), "200");
    }
  }

  private void allowed(String place, Map<String, String> settings, String name, String... words) {
    var given = settings.get(name);
    if (given != null) {
      oneOf(place + ": " + name, given, List.of(words));
    }
  }

  private @Nullable String oneOf(String place, String given, List<String> known) {
    if (known.contains(given)) {
      return given;
    }
    if (given.isEmpty()) {
      fault("mapping-lacks", place);
    } else {
      var closest = Closest.to(given, known).orElse(String.join(", ", known));
      fault("mapping-bad-value", place, Printable.of(given, 80), closest);
    }
    return null;
  }

  private void keys(String place, Map<String, ?> given, String... known) {
    var all = List.of(known);
    for (var key : given.keySet()) {
      if (!all.contains(key)) {
        var sorted = all.stream().sorted().toList();
        var closest = Closest.to(key, all).orElse(String.join(", ", sorted));
        fault(
            "mapping-unknown-key", place, Printable.of(key, 80), closest.isEmpty() ? "-" : closest);
      }
    }
  }

  private Map<String, Object> map(Map<String, Object> parent, String key) {
    var child = parent.get(key);
    if (child == null || child.equals("")) {
      return Map.of();
    }
    if (child instanceof Map<?, ?> map) {
      return strings(map, key);
    }
    fault("mapping-bad-value", key, Printable.of(text(child), 40), "{...}");
    return Map.of();
  }

  private Map<String, Object> strings(Map<?, ?> map, String place) {
    var strings = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> {
      if (key == null) {
        fault("mapping-unknown-key", place, "-", "-");
      } else {
        strings.put(String.valueOf(key), value == null ? "" : value);
      }
    });
    return strings;
  }

  private static Map<String, String> texts(Map<String, Object> map) {
    var texts = new LinkedHashMap<String, String>();
    map.forEach((key, value) -> texts.put(key, text(value)));
    return texts;
  }

  private static List<Object> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof Collection<?> many ? new ArrayList<>(many) : List.of(value);
  }

  private static @Nullable String optional(@Nullable Object value) {
    var text = text(value);
    return text.isEmpty() ? null : text;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value).strip();
  }

  static Set<String> faultCodes() {
    return Set.of(
        "mapping-too-large",
        "mapping-not-read",
        "mapping-lacks",
        "mapping-column-both",
        "mapping-bad-value",
        "mapping-unknown-key",
        "mapping-field-elsewhere",
        "mapping-no-such");
  }
}
