package org.bandung.collection;

/// What an institution answers to one initiative on its list.
///
/// The words of the cases are shown in every door: `confirmed`, `corrected`, `refused`.
public sealed interface Answer {

  /// The item as it was read.
  RoundItem item();

  /// Its word in every door.
  String word();

  /// It is as it stands there.
  record Confirmed(RoundItem item) implements Answer {
    @Override
    public String word() {
      return "confirmed";
    }
  }

  /// It is, but for this.
  record Corrected(RoundItem item, Correction correction) implements Answer {
    @Override
    public String word() {
      return "corrected";
    }
  }

  /// It has nothing to do with it.
  record Refused(RoundItem item, String reason) implements Answer {
    @Override
    public String word() {
      return "refused";
    }
  }
}
