package org.bandung.registry;

import org.bandung.kernel.CountryCode;

/// The words under which the array `tags` holds what a list can be narrowed by: `prefix:value`.
final class Tags {

  static final String SOUTH_SOUTH = "ss:yes";
  static final String HEADLINE = "h:yes";

  private Tags() {}

  static String modality(String code) {
    return "m:" + code;
  }

  static String scope(String code) {
    return "scope:" + code;
  }

  static String country(CountryCode code) {
    return "c:" + code;
  }

  static String role(Role role) {
    return "r:" + role.code();
  }

  static String countryInRole(CountryCode code, Role role) {
    return "cr:" + code + ":" + role.code();
  }

  static String classification(String scheme, String code) {
    return "k:" + scheme + ":" + code;
  }

  static String year(int year) {
    return "y:" + year;
  }

  static String signal(String kind) {
    return "sig:" + kind;
  }

  static String source(String key) {
    return "src:" + key;
  }
}
