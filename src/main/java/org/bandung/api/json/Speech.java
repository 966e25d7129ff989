package org.bandung.api.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.api.json.Shapes.Coded;
import org.bandung.api.json.Shapes.SpokenText;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.Reference;
import org.bandung.registry.Facets;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// Names and texts for a reader of one language.
public record Speech(Reference reference, String language) {

  Coded country(CountryCode code) {
    var name = reference.countryName(code, language);
    return new Coded(code.alpha3(), named(name, code.alpha3()));
  }

  @Nullable Coded country(Optional<CountryCode> code) {
    return code.map(this::country).orElse(null);
  }

  @Nullable Coded countryOrNull(@Nullable CountryCode code) {
    return code == null ? null : country(code);
  }

  List<Coded> countries(Collection<CountryCode> codes) {
    return codes.stream().map(this::country).toList();
  }

  Coded coded(String scheme, String code) {
    return new Coded(code, named(reference.label(scheme, code, language), code));
  }

  @Nullable Coded codedOrNull(String scheme, @Nullable String code) {
    return code == null ? null : coded(scheme, code);
  }

  Coded role(Role role) {
    return coded("participant-role", role.code());
  }

  /// A sector as filters and lists use it: a purpose or a group of purposes.
  Coded sector(String code) {
    var purpose = coded("dac-sector", code);
    return purpose.name() == null ? coded("dac-sector-group", code) : purpose;
  }

  Coded grouping(String code) {
    var name = reference.findGrouping(code).flatMap(g -> g.name().in(language));
    return new Coded(code, name.map(LocalizedText.Spoken::text).orElse(null));
  }

  @Nullable Coded region(Optional<String> m49) {
    return m49.map(code ->
            new Coded(
                code,
                reference
                    .findRegion(code)
                    .flatMap(r -> r.name().in(language))
                    .map(LocalizedText.Spoken::text)
                    .orElse(null)))
        .orElse(null);
  }

  @Nullable SpokenText text(LocalizedText text) {
    return text.in(language).map(s -> new SpokenText(s.language(), s.text())).orElse(null);
  }

  /// The whole text by language, or null when nothing was reported.
  static @Nullable Map<String, String> all(LocalizedText text) {
    return text.isEmpty() ? null : text.byLanguage();
  }

  List<Tally> tallies(String scheme, List<Facets.Count> counts) {
    return counts.stream().map(c -> new Tally(coded(scheme, c.code()), c.initiatives())).toList();
  }

  List<Tally> sectorTallies(List<Facets.Count> counts) {
    return counts.stream().map(c -> new Tally(sector(c.code()), c.initiatives())).toList();
  }

  private static @Nullable String named(String name, String code) {
    return name.equals(code) ? null : name;
  }

  /// How many initiatives carry a code.
  public record Tally(Coded of, long initiatives) {}
}
