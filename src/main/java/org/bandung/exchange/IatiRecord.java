package org.bandung.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.CountryResolution;
import org.bandung.registry.said.Content.Classification;
import org.bandung.registry.said.Participant.OrganisationMention;
import org.jspecify.annotations.Nullable;

/// What all parts of the mapping need of the record at hand, and the readings they share.
///
/// @param currency the currency of amounts that name none
record IatiRecord(
    IatiElement element,
    @Nullable String currency,
    IatiTables tables,
    Countries countries,
    IatiNotes notes) {

  /// What the mapping needs of the reference data.
  interface Countries {
    CountryResolution resolve(String codeOrName);

    /// Changes when the answers may change.
    String fingerprint();
  }

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]{1,40}\\.?[0-9]{0,40}|\\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,2})?");
  private static final int MOST_DIGITS = 40;

  @Nullable PartialDate date(@Nullable IatiElement holder, String attribute, String path) {
    var text = holder == null ? null : holder.attribute(attribute);
    if (holder == null || text == null) {
      return null;
    }
    var date = PartialDate.parse(text);
    if (date.isEmpty()) {
      notes.add("bandung.date-not-a-date", path + "/@" + attribute, holder.line(), text);
    }
    return date.orElse(null);
  }

  /// From the children `period-start` and `period-end`.
  Period period(IatiElement holder, String path) {
    var start = date(holder.child("period-start"), "iso-date", path + "/period-start");
    var end = date(holder.child("period-end"), "iso-date", path + "/period-end");
    return start == null && end == null ? Period.UNKNOWN : new Period(start, end, false);
  }

  /// The amount in a child `value`; IATI lets its currency fall back to the activity's default.
  @Nullable ReportedAmount amount(IatiElement holder, String path) {
    var value = holder.child("value");
    if (value == null) {
      return null;
    }
    var text = value.text();
    var number = decimal(text);
    if (number == null) {
      notes.add("bandung.amount-not-a-number", path + "/value", value.line(), text);
      return null;
    }
    var own = value.attribute("currency");
    var given = own != null ? own : currency;
    if (given == null) {
      notes.add("bandung.currency-missing", path + "/value/@currency", value.line(), text);
      return new ReportedAmount(number, null);
    }
    return new ReportedAmount(number, given.toUpperCase(Locale.ROOT));
  }

  @Nullable PartialDate valueDate(IatiElement holder, String path) {
    return date(holder.child("value"), "value-date", path + "/value");
  }

  /// Null if it is no number, or one that only a hostile file would hold.
  static @Nullable BigDecimal decimal(String text) {
    if (text.length() > 2 * MOST_DIGITS || !DECIMAL.matcher(text).matches()) {
      return null;
    }
    var number = new BigDecimal(text);
    boolean reasonable =
        number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    return reasonable ? number : null;
  }

  /// An organisation as mentioned; null if nothing is said of it.
  static @Nullable OrganisationMention mention(@Nullable IatiElement element, String activityId) {
    if (element == null) {
      return null;
    }
    var name = element.narratives();
    var mention =
        new OrganisationMention(
            element.attribute("ref"),
            name,
            element.attribute("type"),
            element.attribute(activityId));
    boolean empty = mention.reference() == null && name.isEmpty() && mention.activityId() == null;
    return empty ? null : mention;
  }

  /// The only country that a `recipient-country` means, if it is one.
  @Nullable CountryCode country(@Nullable IatiElement element) {
    return element != null && resolve(element) instanceof CountryResolution.Found(var country)
        ? country
        : null;
  }

  /// What a `recipient-country` means: by its code, else by its name.
  CountryResolution resolve(IatiElement element) {
    var code = element.attribute("code");
    if (code != null) {
      return countries.resolve(code);
    }
    return element
        .narratives()
        .in("en")
        .map(name -> countries.resolve(name.text()))
        .orElse(new CountryResolution.Unknown(""));
  }

  /// An element with `@code` and `@vocabulary` such as `sector`.
  void classify(IatiElement element, String kind, List<Classification> into) {
    var code = element.attribute("code");
    if (code != null) {
      var scheme = tables.scheme(kind, element.attribute("vocabulary"));
      into.add(new Classification(scheme, code, element.attribute("percentage"), names(element)));
    }
  }

  /// An element whose `@code` stands in a list of its own.
  void plainCode(IatiElement element, String scheme, List<Classification> into) {
    var code = element.attribute("code");
    if (code != null) {
      into.add(new Classification(scheme, code, null, LocalizedText.EMPTY));
    }
  }

  private static LocalizedText names(IatiElement element) {
    return element.node().hasChildNodes() ? element.narratives() : LocalizedText.EMPTY;
  }
}
