package org.bandung.web.frame;

import com.ibm.icu.text.Normalizer2;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.reference.Country;
import org.bandung.reference.Grouping;
import org.bandung.reference.Reference;
import org.bandung.reference.Region;
import org.bandung.registry.Facet;
import org.springframework.stereotype.Component;

/// The words of every language, and what is sorted once per language because sorting is slow.
@Component
public final class Dictionary {

  private static final String AMERICAS = "019";
  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFKDInstance();

  private final Reference reference;
  private final SiteSettings site;
  private final Messages messages = Messages.of("web");
  private final Messages notes = Messages.of("exchange");
  private final Map<String, Words> words = new ConcurrentHashMap<>();
  private final Map<String, List<CountryEntry>> countries = new ConcurrentHashMap<>();
  private final Map<String, List<Choice>> modalities = new ConcurrentHashMap<>();
  private final Map<String, List<Choice>> groupings = new ConcurrentHashMap<>();
  private final Map<String, List<Choice>> regions = new ConcurrentHashMap<>();
  private final Map<String, List<Choice>> sectors = new ConcurrentHashMap<>();

  Dictionary(Reference reference, SiteSettings site) {
    this.reference = reference;
    this.site = site;
  }

  /// One entry of a list to choose from.
  public record Choice(String code, String name) {}

  /// A country in the list of countries.
  ///
  /// @param folded its name as the filter box compares it
  public record CountryEntry(
      String code, String name, String folded, Country.Kind kind, String region) {}

  /// The words of a language, made when it is first asked for: date patterns are slow to find.
  public Words in(String language) {
    if (!Messages.LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return words.computeIfAbsent(language, l -> new Words(l, messages, notes, reference, site));
  }

  /// All countries and areas in the order of the language.
  public List<CountryEntry> countries(Words in) {
    return countries.computeIfAbsent(
        in.language(),
        language ->
            reference.countries().stream()
                .map(c -> entry(c, in))
                .sorted(Comparator.comparing(CountryEntry::name, in.collator()))
                .toList());
  }

  /// Without case and accents, as a reader types.
  public static String fold(String text) {
    return DECOMPOSED.normalize(text).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).strip();
  }

  private static CountryEntry entry(Country country, Words in) {
    var name = in.country(country.code());
    var region = country.subregion().or(country::region).map(in::region).orElse("");
    var english = country.name().in("en").map(LocalizedText.Spoken::text).orElse("");
    var folded =
        fold(name) + ' ' + fold(english) + ' ' + country.code().alpha3().toLowerCase(Locale.ROOT);
    return new CountryEntry(country.code().alpha3(), name, folded, country.kind(), region);
  }

  /// The modalities in the order of their scheme.
  public List<Choice> modalities(Words in) {
    return modalities.computeIfAbsent(
        in.language(),
        language -> codes("modality").stream().map(c -> new Choice(c, in.modality(c))).toList());
  }

  /// Regions of M49, by name.
  public List<Choice> regions(Words in) {
    return regions.computeIfAbsent(
        in.language(),
        language ->
            reference.regions().stream()
                .filter(r -> !r.level().equals("world"))
                .map(r -> new Choice(r.m49(), in.region(r.m49())))
                .sorted(Comparator.comparing(Choice::name, in.collator()))
                .toList());
  }

  /// The regions of the world as this field counts them: those of M49, but in place of the Americas
  /// its two parts, since Latin America and the Caribbean is one of the regions of the South.
  public Set<String> partsOfTheWorld() {
    return reference.regions().stream()
        .filter(r ->
            r.level().equals("region")
                ? !r.m49().equals(AMERICAS)
                : r.level().equals("subregion") && r.parent().equals(Optional.of(AMERICAS)))
        .map(Region::m49)
        .collect(Collectors.toSet());
  }

  /// Groups of sectors, by name.
  public List<Choice> sectors(Words in) {
    return sectors.computeIfAbsent(
        in.language(),
        language ->
            codes("dac-sector-group").stream()
                .map(c -> new Choice(c, in.sector(c)))
                .sorted(Comparator.comparing(Choice::name, in.collator()))
                .toList());
  }

  /// Groupings that exist today, and categories of countries, by name.
  public List<Choice> groupings(Words in) {
    return groupings.computeIfAbsent(
        in.language(),
        language ->
            reference.gatherings().stream()
                .filter(code -> reference.findGrouping(code).flatMap(Grouping::to).isEmpty())
                .map(code -> new Choice(code, in.grouping(code)))
                .sorted(Comparator.comparing(Choice::name, in.collator()))
                .toList());
  }

  /// Forms of cooperation, by name.
  public List<Choice> forms(Words in) {
    return named(in, "cooperation-form");
  }

  /// Units of what is no money, by name.
  public List<Choice> units(Words in) {
    return named(in, "unit-of-quantity");
  }

  /// The Sustainable Development Goals, in their order.
  public List<Choice> goals(Words in) {
    return codes("sdg").stream()
        .filter(c -> c.indexOf('.') < 0)
        .map(c -> new Choice(c, in.code(Facet.SDG, c)))
        .toList();
  }

  /// Official languages of countries of the South and North, by name.
  public List<Choice> languages(Words in) {
    return reference.countries().stream()
        .flatMap(c -> c.languages().stream())
        .distinct()
        .map(c -> new Choice(c, in.languageName(c)))
        .sorted(Comparator.comparing(Choice::name, in.collator()))
        .toList();
  }

  private List<Choice> named(Words in, String scheme) {
    return codes(scheme).stream()
        .map(c -> new Choice(c, in.label(scheme, c)))
        .sorted(Comparator.comparing(Choice::name, in.collator()))
        .toList();
  }

  private List<String> codes(String scheme) {
    return reference
        .findScheme(scheme)
        .map(s -> List.copyOf(s.categories().keySet()))
        .orElse(List.of());
  }
}
