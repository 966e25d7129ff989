package org.bandung.catalogue.drafts;

import org.bandung.access.fields.Circle;
import org.bandung.access.fields.SensitiveField;
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
  /// @param circles for whom it is; null where nothing was chosen
  public record Confidential(
      String person,
      String email,
      String telephone,
      @Nullable ReportedAmount budget,
      @Nullable Circles circles) {
    /// Nothing told.
    public static final Confidential NONE = new Confidential("", "", "", null, null);

    public Confidential {
      circles = Circles.USUAL.equals(circles) ? null : circles;
    }

    /// One of which nothing was chosen.
    public Confidential(
        String person, String email, String telephone, @Nullable ReportedAmount budget) {
      this(person, email, telephone, budget, null);
    }

    /// For whom one of its fields is.
    public Circle circle(SensitiveField field) {
      var chosen = circles == null ? Circles.USUAL : circles;
      return field.circle(
          switch (field) {
            case ENTRY_CONTACT -> chosen.contact();
            case ENTRY_BUDGET -> chosen.budget();
            default -> null;
          },
          field.widest());
    }

    /// As somebody sees it who stands in a circle.
    Confidential seenFrom(Circle reader) {
      boolean contact = circle(SensitiveField.ENTRY_CONTACT).reaches(reader);
      boolean spent = circle(SensitiveField.ENTRY_BUDGET).reaches(reader);
      return new Confidential(
          contact ? person : "",
          contact ? email : "",
          contact ? telephone : "",
          spent ? budget : null,
          contact || spent ? circles : null);
    }
  }

  /// For whom single fields are, as their writer chose; null is for the usual.
  public record Circles(@Nullable Circle contact, @Nullable Circle budget) {
    /// Nothing chosen.
    public static final Circles USUAL = new Circles(null, null);
  }

  /// The same with what is told to some only.
  Wording with(Confidential told) {
    return new Wording(content, details, told);
  }

  /// The same without what is told to those who take part only.
  Wording published() {
    return new Wording(content, details, Confidential.NONE);
  }
}
