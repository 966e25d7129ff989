package org.bandung.catalogue.drafts;

import org.bandung.catalogue.Details;
import org.bandung.catalogue.EntryKind;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.said.Content;
import org.jspecify.annotations.Nullable;

/// What somebody has written of an entry.
///
/// Of needs and offers, the period of `content.planned()` is when it is needed or can be had, and
/// the end of `content.actual()` the last day on which the entry holds; of solutions and events,
/// `content.actual()` is when it was done or takes place. Who speaks is not written: it is the
/// body.
public record Wording(Content content, Details details, Confidential confidential) {

  public EntryKind kind() {
    return details.kind();
  }

  /// What is told only to those who take part in it later, and never published.
  ///
  /// @param budget what may be spent on it
  public record Confidential(
      String person, String email, String telephone, @Nullable ReportedAmount budget) {
    /// Nothing told.
    public static final Confidential NONE = new Confidential("", "", "", null);
  }

  /// The same without what is told to those who take part only.
  Wording published() {
    return new Wording(content, details, Confidential.NONE);
  }
}
