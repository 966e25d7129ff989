package org.bandung.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Quantity;
import org.bandung.registry.said.ContentCodec;
import org.jspecify.annotations.Nullable;

/// What an entry says beyond what every record of cooperation says.
public sealed interface Details {

  /// The kind of entry that has such details.
  EntryKind kind();

  /// The details of a kind as they were stored; what was not stored then is missing.
  static Details read(EntryKind kind, String json) {
    return switch (kind) {
      case NEED -> ContentCodec.fromJson(json, Need.class);
      case OFFER -> ContentCodec.fromJson(json, Offer.class);
      case SOLUTION -> ContentCodec.fromJson(json, Solution.class);
      case EXPERT -> ContentCodec.fromJson(json, Expert.class);
      case INSTITUTION -> new Institution();
      case EVENT -> ContentCodec.fromJson(json, Event.class);
    };
  }

  /// How much is sought or can be had, where that is told.
  default Optional<Quantity> howMuch() {
    return switch (this) {
      case Need need -> Optional.ofNullable(need.quantity());
      case Offer offer -> Optional.ofNullable(offer.quantity());
      case Solution solution -> Optional.empty();
      case Expert expert -> Optional.empty();
      case Institution institution -> Optional.empty();
      case Event event -> Optional.empty();
    };
  }

  /// Of something sought.
  ///
  /// @param plan the national plan or strategy that it serves
  /// @param planLink where that plan can be read
  /// @param quantity how much is sought; several may cover it in parts
  record Need(LocalizedText plan, @Nullable String planLink, @Nullable Quantity quantity)
      implements Details {
    /// One of which only the plan is told.
    public static Need of(LocalizedText plan) {
      return new Need(plan, null, null);
    }

    @Override
    public EntryKind kind() {
      return EntryKind.NEED;
    }
  }

  /// Of something offered.
  ///
  /// @param terms who bears which cost, and what else belongs to the offer
  /// @param quantity how much can be had
  record Offer(LocalizedText terms, @Nullable Quantity quantity) implements Details {
    /// One of which only the terms are told.
    public static Offer of(LocalizedText terms) {
      return new Offer(terms, null);
    }

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
