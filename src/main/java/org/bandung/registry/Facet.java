package org.bandung.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bandung.kernel.CountryCode;
import org.bandung.registry.said.Role;

/// What a list of initiatives is counted over and can be narrowed by, one code each; and the words
/// under which the array `tags` of an initiative holds them: `prefix:value`.
public enum Facet {
  MODALITY("modality", "m:", "modality"),
  SCOPE("scope", "scope:", "scope"),
  /// A form of cooperation: grant, training, equipment.
  FORM("form", "k:cooperation-form:", "cooperation-form"),
  /// A domain of the United Nations definition.
  DOMAIN("domain", "k:un-domain:", "un-domain"),
  /// A broad group of sectors, or a DAC code of three or five digits.
  SECTOR("sector", "k:dac-sector-group:", "dac-sector-group", "dac-sector"),
  /// A goal or a target; counted by goal.
  SDG("sdg", "k:sdg:", "sdg"),
  COUNTRY("country", "c:"),
  /// A region of M49 of any level but the world, by its number: that of a country that takes part.
  REGION("region", "reg:"),
  ROLE("role", "r:", "participant-role"),
  /// An organisation by its id; held apart from the tags and not counted: there are thousands.
  ORGANISATION("organisation", ""),
  /// A second organisation that takes part in the same, by its id.
  ALONGSIDE("alongside", ""),
  YEAR("year", "y:"),
  SOURCE("source", "src:"),
  /// What declares South-South cooperation in the source itself.
  SIGNAL("signal", "sig:", "signal");

  /// Carried by what is of the South-South family.
  static final String SOUTH_SOUTH = "ss:yes";

  /// Carried by what a party or publisher states.
  static final String HEADLINE = "h:yes";

  /// Carried by what only a third party's compilation states.
  static final String COMPILED = "h:no";

  /// The code of what reports no sector at all: not reported is not left out.
  public static final String NOT_REPORTED = "not-reported";

  static final String COUNTRY_ROLE = "cr:";

  private final String word;
  private final String prefix;
  private final List<String> schemes;

  Facet(String word, String prefix, String... schemes) {
    this.word = word;
    this.prefix = prefix;
    this.schemes = List.of(schemes);
  }

  /// The schemes whose codes it takes; none where its codes are no codes of a scheme.
  public List<String> schemes() {
    return schemes;
  }

  /// The name of the parameter in every door.
  public String word() {
    return word;
  }

  /// The facet of that name.
  public static Optional<Facet> named(String word) {
    for (var facet : values()) {
      if (facet.word.equals(word)) {
        return Optional.of(facet);
      }
    }
    return Optional.empty();
  }

  /// Whether its code is an organisation, held apart from the tags.
  boolean isOrganisation() {
    return this == ORGANISATION || this == ALONGSIDE;
  }

  /// The codes of a scheme among tags.
  public static List<String> codes(String scheme, Collection<String> tags) {
    var before = classification(scheme, "");
    return tags.stream()
        .filter(t -> t.startsWith(before))
        .map(t -> t.substring(before.length()))
        .toList();
  }

  /// The tag of an initiative that carries the code.
  public String tag(String code) {
    return this == SECTOR && isDacCode(code) ? "k:dac-sector:" + code : prefix + code;
  }

  /// The tag of a country in a role: `cr:KEN:provider`.
  static String countryInRole(String country, String role) {
    return COUNTRY_ROLE + country + ":" + role;
  }

  /// How an organisation in a role is held: `0123456789abcdef:provider`.
  static String organisationInRole(String organisation, String role) {
    return organisation + ":" + role;
  }

  /// The tags of a country on one side, alone or in a dual role.
  static String[] anyRole(CountryCode country, Role side) {
    return new String[] {
      countryInRole(country.alpha3(), side.code()),
      countryInRole(country.alpha3(), Role.DUAL.code())
    };
  }

  /// The tag of a code of any scheme, facet or not.
  static String classification(String scheme, String code) {
    return "k:" + scheme + ":" + code;
  }

  /// The code that a tag counts for in this facet.
  public Optional<String> counted(String tag) {
    if (isOrganisation() || !tag.startsWith(prefix)) {
      return Optional.empty();
    }
    var code = tag.substring(prefix.length());
    return this == SDG && code.indexOf('.') >= 0 ? Optional.empty() : Optional.of(code);
  }

  /// DAC codes are numbers of three or five digits; anything else is one of the broad groups.
  private static boolean isDacCode(String code) {
    return code.chars().allMatch(c -> c >= '0' && c <= '9')
        && (code.length() == 3 || code.length() == 5);
  }
}
