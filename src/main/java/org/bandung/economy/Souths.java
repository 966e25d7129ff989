package org.bandung.economy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.reference.Reference;
import org.bandung.reference.StatusScheme;
import org.springframework.stereotype.Component;

/// The definitions of the South that figures can be calculated with: each classification of
/// development status, and the Group of 77, which China is listed in.
@Component
public final class Souths {

  private static final String GROUP = "G77";

  private final Map<String, South> offered = new LinkedHashMap<>();
  private final String usual;

  public Souths(Reference reference) {
    usual = reference.defaultStatusScheme();
    offered.put(usual, South.scheme(reference, usual));
    reference.statusSchemes().stream()
        .map(StatusScheme::code)
        .sorted()
        .forEach(code -> offered.putIfAbsent(code, South.scheme(reference, code)));
    if (reference.findGrouping(GROUP).isPresent()) {
      offered.put(GROUP, South.grouping(reference, GROUP, usual));
    }
  }

  /// All of them, the usual one first.
  public List<South> all() {
    return List.copyOf(offered.values());
  }

  /// The one used when nobody names one.
  public South usual() {
    return offered.getOrDefault(usual, offered.values().iterator().next());
  }

  /// The first of the others, to show how a figure moves with the definition.
  public South other(South than) {
    return all().stream().filter(s -> !s.code().equals(than.code())).findFirst().orElse(than);
  }

  public Optional<South> find(String code) {
    return Optional.ofNullable(offered.get(code));
  }
}
