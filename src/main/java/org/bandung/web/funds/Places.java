package org.bandung.web.funds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// Countries and groupings as people write them, by name or code, and as they are kept.
@Component
final class Places {

  private static final String SEPARATORS = "[,;،؛、，；\\s]+";

  private final Dictionary dictionary;
  private final Map<String, Names> names = new ConcurrentHashMap<>();

  Places(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /// @param byCode in the language's words
  /// @param byName codes by name and by code, folded
  private record Names(Map<String, String> byCode, Map<String, String> byName) {}

  private Names names(Words words) {
    return names.computeIfAbsent(
        words.language(),
        language -> {
          var byCode = new HashMap<String, String>();
          dictionary.groupings(words).forEach(g -> byCode.put(g.code(), g.name()));
          dictionary.countries(words).forEach(c -> byCode.put(c.code(), c.name()));
          var byName = new HashMap<String, String>();
          byCode.forEach((code, name) -> byName.put(Dictionary.fold(name), code));
          byCode.keySet().forEach(code -> byName.put(Dictionary.fold(code), code));
          return new Names(Map.copyOf(byCode), Map.copyOf(byName));
        });
  }

  /// The codes of what was written, a name or several codes on a line.
  ///
  /// @param unknown takes what nobody knows
  Set<String> read(List<String> lines, Words words, Collection<String> unknown) {
    var known = names(words).byName();
    var codes = new LinkedHashSet<String>();
    for (var line : lines) {
      var whole = known.get(Dictionary.fold(line));
      if (whole != null) {
        codes.add(whole);
        continue;
      }
      var parts = List.of(line.split(SEPARATORS));
      var each = new ArrayList<String>();
      for (var part : parts) {
        var code = known.get(Dictionary.fold(part));
        if (code != null) {
          each.add(code);
        }
      }
      if (each.size() == parts.size()) {
        codes.addAll(each);
      } else {
        unknown.add(line);
      }
    }
    return codes;
  }

  String name(String code, Words words) {
    var name = names(words).byCode().get(code.toUpperCase(Locale.ROOT));
    return name == null ? words.grouping(code) : name;
  }

  /// Names in the order of the language.
  List<String> names(Collection<String> codes, Words words) {
    return codes.stream().map(c -> name(c, words)).sorted(words.collator()::compare).toList();
  }
}
