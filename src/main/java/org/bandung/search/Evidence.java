package org.bandung.search;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bandung.registry.InitiativePage;

/// What has been done on a topic, with how closely it fits.
///
/// @param hits the closest first
/// @param ready whether the index holds everything
public record Evidence(List<Hit> hits, boolean ready) {

  public Evidence {
    hits = List.copyOf(hits);
  }

  /// An initiative and how closely it fits.
  ///
  /// @param relevance between 0 and 1, without unit: the share of what was asked, by rarity, that
  ///   it speaks of
  /// @param countries who takes part, in which role
  /// @param day days since 1970 of its beginning
  public record Hit(
      String id, double relevance, List<InitiativePage.CountryRole> countries, int day) {

    public Hit {
      countries = List.copyOf(countries);
    }
  }

  /// What evidence is asked for.
  ///
  /// @param text in the language given
  /// @param topics ids; of very many the first count
  /// @param byWords whether words count
  /// @param byTopics whether topics count
  /// @param hidden ids of initiatives to leave out
  public record Asked(
      String text,
      String language,
      Set<String> topics,
      boolean byWords,
      boolean byTopics,
      InitiativePage.Narrowing narrowing,
      Set<String> hidden,
      int limit) {

    public Asked {
      topics = Collections.unmodifiableSet(new LinkedHashSet<>(topics));
      hidden = Set.copyOf(hidden);
    }
  }
}
