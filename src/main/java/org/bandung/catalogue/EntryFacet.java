package org.bandung.catalogue;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bandung.registry.Facet;
import org.jspecify.annotations.Nullable;

/// What a list of entries is counted over and can be narrowed by, one code each. What initiatives
/// have too is tagged in the same words.
public enum EntryFacet {
  KIND("kind", null, code -> "kind:" + code),
  COUNTRY("country", Facet.COUNTRY, Facet.COUNTRY::tag),
  REGION("region", Facet.REGION, Facet.REGION::tag),
  FORM("form", Facet.FORM, Facet.FORM::tag),
  DOMAIN("domain", Facet.DOMAIN, Facet.DOMAIN::tag),
  SECTOR("sector", Facet.SECTOR, Facet.SECTOR::tag),
  SDG("sdg", Facet.SDG, Facet.SDG::tag),
  /// A language in which the thing can be had or the person be asked.
  LANGUAGE("language", null, code -> "k:language:" + code),
  /// An organisation by its id; held apart from the tags and not counted.
  ORGANISATION("organisation", Facet.ORGANISATION, Facet.ORGANISATION::tag),
  YEAR("year", Facet.YEAR, Facet.YEAR::tag),
  SOURCE("source", Facet.SOURCE, Facet.SOURCE::tag);

  private final String word;
  private final @Nullable Facet shared;
  private final UnaryOperator<String> tag;

  EntryFacet(String word, @Nullable Facet shared, UnaryOperator<String> tag) {
    this.word = word;
    this.shared = shared;
    this.tag = tag;
  }

  /// The name of the parameter in every door.
  public String word() {
    return word;
  }

  /// The facet of initiatives that means the same, if there is one.
  public Optional<Facet> shared() {
    return Optional.ofNullable(shared);
  }

  /// The tag of an entry that carries the code.
  String tag(String code) {
    return tag.apply(code);
  }

  /// The code that a tag counts for in this facet.
  public Optional<String> counted(String tagged) {
    if (shared != null) {
      return shared.counted(tagged);
    }
    var before = tag.apply("");
    return tagged.startsWith(before)
        ? Optional.of(tagged.substring(before.length()))
        : Optional.empty();
  }
}
