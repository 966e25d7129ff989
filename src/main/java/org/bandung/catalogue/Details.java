package org.bandung.catalogue;

import java.time.LocalDate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/// What an entry says beyond what every record of cooperation says.
public sealed interface Details {

  /// The kind of entry that has such details.
  EntryKind kind();

  /// Of something sought.
  ///
  /// @param plan the national plan or strategy that it serves
  record Need(LocalizedText plan) implements Details {
    @Override
    public EntryKind kind() {
      return EntryKind.NEED;
    }
  }

  /// Of something offered.
  ///
  /// @param terms who bears which cost, and what else belongs to the offer
  record Offer(LocalizedText terms) implements Details {
    @Override
    public EntryKind kind() {
      return EntryKind.OFFER;
    }
  }

  /// Of something that worked.
  ///
  /// @param done what was done about the problem
  /// @param evidence how one knows of the result
  /// @param conditions what it needs to work elsewhere
  /// @param initiative the id of the initiative that it was made from
  record Solution(
      LocalizedText problem,
      LocalizedText done,
      LocalizedText result,
      LocalizedText evidence,
      LocalizedText conditions,
      @Nullable String initiative)
      implements Details {
    @Override
    public EntryKind kind() {
      return EntryKind.SOLUTION;
    }
  }

  /// Of a person.
  ///
  /// @param consentGiven the day on which she consented to be shown
  /// @param consentHow where the consent is kept, such as the number of a signed form
  record Expert(LocalDate consentGiven, String consentHow) implements Details {
    @Override
    public EntryKind kind() {
      return EntryKind.EXPERT;
    }
  }

  /// Of an institution; it has nothing that other records have not.
  record Institution() implements Details {
    @Override
    public EntryKind kind() {
      return EntryKind.INSTITUTION;
    }
  }

  /// Of an event.
  ///
  /// @param type code of the scheme `event-type`
  /// @param venue the place as people would name it
  /// @param applyBy the last day to apply
  record Event(
      @Nullable String type,
      LocalizedText venue,
      @Nullable Integer seats,
      @Nullable PartialDate applyBy)
      implements Details {
    @Override
    public EntryKind kind() {
      return EntryKind.EVENT;
    }
  }
}
