package org.bandung.finder;

import java.util.List;

/// A term of the score: why a country is proposed.
public enum Term {
  /// How closely the nearest record of its own fits what is asked.
  CLOSENESS,
  /// How closely, how often and how lately it has worked on the topic as a provider.
  EVIDENCE,
  /// Has taken part in work on the topic in other roles: it knows the other side.
  PARTICIPATION,
  /// With how many different countries it has worked on the topic.
  BREADTH,
  /// Has worked on the topic with countries in the asking country's situation.
  SITUATION,
  /// Shares an official language with the asking country.
  LANGUAGE,
  /// Has worked in the language of what is asked, more than most have.
  TONGUE,
  /// Lies in the asking country's region.
  REGION,
  /// Has worked with the asking country before.
  TIES,
  /// How much it has provided at all.
  EXPERIENCE,
  /// Offers it today, in the catalogue.
  OFFER,
  /// Has a solution, an expert or an institution for it in the catalogue.
  DOCUMENTED,
  /// Needs what the asking side can give.
  MUTUAL;

  /// The terms that history can tell the weight of; the catalogue is of today.
  private static final List<Term> FITTED = List.of(values()).subList(0, OFFER.ordinal());

  /// How many terms are fitted: the first ones.
  static List<Term> fitted() {
    return FITTED;
  }

  /// The term of that name.
  static java.util.Optional<Term> ofCode(String code) {
    return java.util.Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
  }

  /// The name in data files and interfaces, such as `evidence`.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
