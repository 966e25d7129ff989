package org.bandung.registry.joint;

import java.math.BigDecimal;
import java.util.List;
import org.bandung.access.fields.Circle;
import org.bandung.access.fields.SensitiveField;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.registry.loans.Loan;
import org.jspecify.annotations.Nullable;

/// One thing that one party gave and another received, as one of the two states it.
///
/// @param giver the party that gives
/// @param receiver the party that receives; [#EVERYBODY] if it is for all others together
/// @param form code of the scheme `cooperation-form`
/// @param components what the amount is made of, where told
/// @param loan the terms, where it has to be paid back
/// @param circles for whom single fields are; null where nothing was chosen
public record Contribution(
    Kind kind,
    String giver,
    String receiver,
    LocalizedText what,
    @Nullable String form,
    Figure figure,
    List<Component> components,
    Valuation valuation,
    Period period,
    Visibility visibility,
    @Nullable Loan loan,
    @Nullable Circles circles) {

  /// All other parties together.
  public static final String EVERYBODY = "";

  public Contribution {
    components = List.copyOf(components);
    circles = Circles.USUAL.equals(circles) ? null : circles;
  }

  /// One of which no field was narrowed.
  public Contribution(
      Kind kind,
      String giver,
      String receiver,
      LocalizedText what,
      @Nullable String form,
      Figure figure,
      List<Component> components,
      Valuation valuation,
      Period period,
      Visibility visibility,
      @Nullable Loan loan) {
    this(
        kind,
        giver,
        receiver,
        what,
        form,
        figure,
        components,
        valuation,
        period,
        visibility,
        loan,
        null);
  }

  /// For whom single fields are, as their writer chose; null is for the usual.
  public record Circles(
      @Nullable Circle amount, @Nullable Circle quantity, @Nullable Circle components) {
    /// Nothing chosen.
    public static final Circles USUAL = new Circles(null, null, null);
  }

  /// For whom one of its fields is.
  public Circle circle(SensitiveField field) {
    var chosen = circles == null ? Circles.USUAL : circles;
    return field.circle(
        switch (field) {
          case CONTRIBUTION_AMOUNT -> chosen.amount();
          case CONTRIBUTION_QUANTITY -> chosen.quantity();
          case CONTRIBUTION_COMPONENTS -> chosen.components();
          default -> null;
        },
        visibility.circle());
  }

  /// As the other parties see it.
  Contribution forParties() {
    return circle(SensitiveField.CONTRIBUTION_COMPONENTS).reaches(Circle.PARTIES)
        ? this
        : new Contribution(
            kind,
            giver,
            receiver,
            what,
            form,
            figure,
            List.of(),
            valuation,
            period,
            visibility,
            loan,
            circles);
  }

  /// Whether money changed hands or something else did. The words are stored and never change.
  public enum Kind {
    MONEY,
    IN_KIND
  }

  /// Who may read it. The words are stored and never change.
  public enum Visibility {
    /// The parties of the initiative.
    PARTIES,
    /// Everybody, once it is released.
    PUBLIC;

    /// The circle it means.
    public Circle circle() {
      return this == PUBLIC ? Circle.PUBLIC : Circle.PARTIES;
    }
  }

  /// A part of the amount.
  ///
  /// @param kind code of the scheme `cost-component`
  public record Component(String kind, ReportedAmount amount) {}

  /// How the amount was arrived at.
  ///
  /// @param method code of the scheme `valuation-method`
  /// @param estimate whether whoever states it calls it an estimate
  public record Valuation(@Nullable String method, @Nullable Rate rate, boolean estimate) {
    /// Nothing is said of it.
    public static final Valuation NOT_REPORTED = new Valuation(null, null, false);
  }

  /// One unit of the amount's currency is this many of the other.
  ///
  /// @param source where the rate was read
  public record Rate(
      BigDecimal rate, String currency, @Nullable PartialDate date, @Nullable String source) {}

  /// Whether the other says the same in all but who may read it.
  public boolean sameClaim(Contribution other) {
    return with(Visibility.PARTIES).equals(other.with(Visibility.PARTIES));
  }

  private Contribution with(Visibility other) {
    return new Contribution(
        kind,
        giver,
        receiver,
        what,
        form,
        figure,
        components,
        valuation,
        period,
        other,
        loan,
        null);
  }

  /// The same with another figure; what it was made of does not add up any more.
  Contribution with(Figure other) {
    return new Contribution(
        kind,
        giver,
        receiver,
        what,
        form,
        other,
        List.of(),
        valuation,
        period,
        visibility,
        loan,
        circles);
  }
}
