package org.bandung.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.InitiativePage.CountryRole;

/// One page of a list of entries.
///
/// @param next the cursor of the page after this one
public record EntryPage(List<Summary> items, Optional<String> next) {

  public EntryPage {
    items = List.copyOf(items);
  }

  /// An entry as a list shows it.
  ///
  /// @param period the time for which it holds; of an event, when it takes place
  /// @param languages in which it can be had
  /// @param confirmed the day on which its source last said it or said that it still holds
  public record Summary(
      String id,
      EntryKind kind,
      LocalizedText title,
      Period period,
      List<CountryRole> countries,
      List<String> sectors,
      List<String> languages,
      String source,
      LocalDate confirmed) {

    public Summary {
      countries = List.copyOf(countries);
      sectors = List.copyOf(sectors);
      languages = List.copyOf(languages);
    }

    /// Whether nobody has confirmed it for so long that it may not hold any more.
    public boolean stale(LocalDate today) {
      return Freshness.stale(confirmed, today);
    }
  }

  /// An entry as an index keeps it.
  ///
  /// @param text what it says beside the title
  /// @param validFrom days since 1970 of the first day on which it holds
  /// @param validUntil of the last
  public record Indexed(
      Summary summary,
      LocalizedText text,
      Set<String> tags,
      Set<String> organisations,
      int validFrom,
      int validUntil,
      int sortDay,
      String owner,
      String audience) {

    public Indexed {
      tags = Set.copyOf(tags);
      organisations = Set.copyOf(organisations);
    }
  }
}
