package org.bandung.catalogue.drafts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be done with a draft. Whoever decides on a version names it, so that nobody clears or
/// releases what she has not seen.
public sealed interface DraftDeed {

  /// The word under which it is written down.
  default String code() {
    return switch (this) {
      case Submit submit -> "submitted";
      case Recall recall -> "recalled";
      case Return returned -> "returned";
      case Clear clear -> "cleared";
      case Release release -> "released";
      case TakeBack takeBack -> "taken-back";
      case Close close -> "closed";
      case Confirm confirm -> "confirmed";
    };
  }

  /// Why it is done; empty where nobody asks.
  default String reason() {
    return switch (this) {
      case Return(int version, var reason) -> reason;
      case TakeBack(var reason) -> reason;
      case Close(var why, var reason) -> reason;
      case Submit submit -> "";
      case Recall recall -> "";
      case Clear clear -> "";
      case Release release -> "";
      case Confirm confirm -> "";
    };
  }

  /// Puts what is written before the country.
  ///
  /// @param revision the saving that she saw
  record Submit(int revision) implements DraftDeed {}

  /// The body takes its submission back before it is released.
  record Recall() implements DraftDeed {}

  /// The authority sends a submission back.
  record Return(int version, String reason) implements DraftDeed {}

  /// The authority clears a submission.
  record Clear(int version) implements DraftDeed {}

  /// Makes a submission public.
  record Release(int version) implements DraftDeed {}

  /// Ends that it is public.
  record TakeBack(String reason) implements DraftDeed {}

  /// Ends it for good.
  record Close(Why why, String reason) implements DraftDeed {}

  /// The body says that it still holds.
  record Confirm() implements DraftDeed {}

  /// Why something is done with.
  enum Why {
    FULFILLED,
    NO_LONGER,
    OTHER;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Why> ofCode(String code) {
      return Arrays.stream(values()).filter(w -> w.code().equals(code)).findFirst();
    }
  }
}
