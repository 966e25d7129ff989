package org.bandung.parties;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.LocalizedText.Spoken;
import org.bandung.reference.Folding;

/// How organisations are ordered and searched by name.
final class Names {

  private Names() {}

  /// The folded name by which a list is ordered; that of the reference if nobody named it.
  static String sortName(LocalizedText name, String otherwise) {
    return Folding.fold(name.in("en").map(Spoken::text).orElse(otherwise));
  }

  /// Everything by which an organisation may be looked for.
  static String words(LocalizedText name, Collection<String> more) {
    return Stream.concat(name.byLanguage().values().stream(), more.stream())
        .map(Folding::fold)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  static String words(Organisation organisation) {
    return words(
        organisation.name(),
        Stream.concat(Stream.of(organisation.acronym()), organisation.references().stream())
            .toList());
  }
}
