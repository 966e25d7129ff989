package org.bandung.search;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

  /// An initiative or an entry of the catalogue, and how closely it fits.
  ///
  /// @param kind `initiative`, or the kind of the entry
  /// @param relevance between 0 and 1, without unit: the share of what was asked, by rarity, that
  ///   it speaks of
  /// @param countries who takes part, in which role
  /// @param day days since 1970 of its beginning
  public record Hit(
      String kind,
      String id,
      double relevance,
      List<InitiativePage.CountryRole> countries,
      int day) {

    public Hit {
      countries = List.copyOf(countries);
    }
  }

  /// The kind of evidence that an initiative is.
  public static final String INITIATIVE = IndexedRecord.INITIATIVE;

  /// What evidence is asked for.
  ///
  /// @param text in the language given
  /// @param topics ids; of very many the first count
  /// @param byWords whether words count
  /// @param byTopics whether topics count
  /// @param kinds `initiative`, kinds of entries, or both
  /// @param on a day on which entries must hold
  /// @param hidden ids of initiatives and entries to leave out
  public record Asked(
      String text,
      String language,
      Set<String> topics,
      boolean byWords,
      boolean byTopics,
      Set<String> kinds,
      Optional<LocalDate> on,
      InitiativePage.Narrowing narrowing,
      Set<String> hidden,
      int limit) {

    public Asked {
      topics = Collections.unmodifiableSet(new LinkedHashSet<>(topics));
      kinds = Set.copyOf(kinds);
      hidden = Set.copyOf(hidden);
    }
  }
}
