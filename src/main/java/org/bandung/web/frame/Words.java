package org.bandung.web.frame;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.exchange.Imports;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.Note;
import org.bandung.kernel.PartialDate;
import org.bandung.kernel.Period;
import org.bandung.kernel.Quantity;
import org.bandung.kernel.ReportedAmount;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.said.Role;
import org.jspecify.annotations.Nullable;

/// How the pages speak in one language: messages, names, numbers, dates, order of names.
///
/// One per language for the whole life of the site; safe for all threads. Its methods are public
/// because templates call them.
public final class Words {

  private static final int MEASURED = 3;

  private final String language;
  private final Messages messages;
  private final Messages notes;
  private final Reference reference;
  private final SiteSettings site;
  private final LocalizedNumberFormatter numbers;
  private final LocalizedNumberFormatter shares;
  private final LocalizedNumberFormatter briefly;
  private final Map<String, DateFormat> dates = new HashMap<>();
  private final Collator collator;
  private final LocaleDisplayNames languages;

  Words(
      String language, Messages messages, Messages notes, Reference reference, SiteSettings site) {
    this.language = language;
    this.messages = messages;
    this.notes = notes;
    this.reference = reference;
    this.site = site;
    var locale = ULocale.forLanguageTag(language);
    this.numbers = NumberFormatter.withLocale(locale).precision(Precision.unlimited());
    this.briefly =
        numbers
            .notation(Notation.compactShort())
            .precision(Precision.maxSignificantDigits(MEASURED));
    this.shares =
        NumberFormatter.withLocale(locale)
            .unit(MeasureUnit.PERCENT)
            .scale(Scale.powerOfTen(2))
            .precision(Precision.fixedFraction(1));
    this.collator = collator(locale);
    this.languages =
        LocaleDisplayNames.getInstance(locale, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
    var international = language.equals("en") ? ULocale.forLanguageTag("en-001") : locale;
    for (var skeleton : List.of("y", "yMMM", "yMMMd", "yMMMdHm")) {
      var format = DateFormat.getInstanceForSkeleton(skeleton, international);
      format.setTimeZone(TimeZone.GMT_ZONE);
      dates.put(skeleton, format);
    }
  }

  /// A text from a source, with the language it is in when that is not the page's.
  public record Phrase(String text, @Nullable String lang) {}

  public String language() {
    return language;
  }

  public String dir() {
    return dir(language);
  }

  static String dir(String language) {
    return language.equals("ar") ? "rtl" : "ltr";
  }

  /// Names in the order of the language, numbers in them by their value: goal 2 before goal 10.
  private static Collator collator(ULocale locale) {
    var collator = Collator.getInstance(locale);
    if (collator instanceof RuleBasedCollator rules) {
      rules.setNumericCollation(true);
    }
    return collator.freeze();
  }

  public Collator collator() {
    return collator;
  }

  public String text(String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }

  public boolean has(String key) {
    return messages.has(key);
  }

  /// The message under the key and code, or the code itself where nobody wrote one.
  public String word(String key, String code) {
    var whole = key + "." + code;
    return messages.has(whole) ? messages.text(language, whole) : code;
  }

  /// What a classification is called: by our own message, else as the reference data name it. Of a
  /// family such as `iati-sector-vocabulary/99`, the member's name.
  public String scheme(String scheme) {
    var own = "scheme." + scheme;
    if (messages.has(own)) {
      return messages.text(language, own);
    }
    int slash = scheme.indexOf('/');
    if (slash > 0) {
      return label(scheme.substring(0, slash), scheme.substring(slash + 1));
    }
    return reference
        .findScheme(scheme)
        .flatMap(s -> s.name().in(language))
        .map(LocalizedText.Spoken::text)
        .orElse(scheme);
  }

  /// The name of a classification of countries by development.
  public String statusScheme(String code) {
    return reference.statusSchemes().stream()
        .filter(s -> s.code().equals(code))
        .flatMap(s -> s.name().in(language).stream())
        .map(LocalizedText.Spoken::text)
        .findFirst()
        .orElse(code);
  }

  /// A message that names the form of cooperation this node calls triangular or trilateral.
  public String cooperation(String key) {
    return messages.text(language, key, site.triangularWord());
  }

  public String number(long value) {
    return numbers.format(value).toString();
  }

  /// A number in few signs: 20K, 1.24M.
  public String brief(double value) {
    return briefly.format(value).toString();
  }

  /// A share, with one digit behind the point: 34.5 %.
  public String percent(double share) {
    return shares.format(share).toString();
  }

  /// A share as a scale has it: 20 %.
  public String tick(double share) {
    return shares.precision(Precision.maxFraction(1)).format(share).toString();
  }

  /// A measure without unit, with three digits behind the point at most.
  public String measure(double value) {
    return numbers.precision(Precision.maxFraction(MEASURED)).format(value).toString();
  }

  /// A number with as many digits behind the point as it has.
  public String decimal(BigDecimal value) {
    return exactly(value);
  }

  private String exactly(BigDecimal value) {
    return numbers.format(value.stripTrailingZeros()).toString();
  }

  public String date(PartialDate date) {
    var skeleton = date.month() == 0 ? "y" : date.day() == 0 ? "yMMM" : "yMMMd";
    return format(skeleton, date.earliest().atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  public String day(LocalDate day) {
    return date(PartialDate.of(day));
  }

  public String day(Instant instant) {
    return format("yMMMd", instant);
  }

  /// Date and time in Coordinated Universal Time.
  public String moment(Instant instant) {
    return text("moment.utc", format("yMMMdHm", instant));
  }

  private String format(String skeleton, Instant instant) {
    var format = dates.get(skeleton);
    if (format == null) {
      throw new IllegalArgumentException(skeleton);
    }
    return ((DateFormat) format.clone()).format(Date.from(instant));
  }

  public String period(Period period) {
    var start = period.start();
    var end = period.end();
    if (start != null && end != null) {
      return start.equals(end) ? date(start) : text("period.both", date(start), date(end));
    }
    if (start != null) {
      return text(period.ongoing() ? "period.ongoing" : "period.from", date(start));
    }
    return end != null ? text("period.until", date(end)) : text("not-reported");
  }

  /// The time of something that may have happened on one day, where a missing end means just that.
  public String when(Period period) {
    var start = period.start();
    return start != null && period.end() == null && !period.ongoing()
        ? date(start)
        : period(period);
  }

  public String amount(ReportedAmount amount) {
    var currency = amount.currency();
    return exactly(amount.value())
        + '\u00a0'
        + (currency == null ? text("amount.no-currency") : currency);
  }

  /// The name of a currency; the code itself where nobody knows one.
  public String currency(String code) {
    return code.matches("[A-Z]{3}")
        ? Currency.getInstance(code)
            .getName(ULocale.forLanguageTag(language), Currency.LONG_NAME, null)
        : code;
  }

  /// A number as it is, without its currency.
  public String figure(BigDecimal value) {
    return exactly(value);
  }

  /// Money with every digit that its currency has.
  public String money(BigDecimal amount, String currency) {
    return numbers.precision(Precision.fixedFraction(amount.scale())).format(amount).toString()
        + '\u00a0'
        + currency;
  }

  /// A number of something. Units have no plural in the lists, and each language has rules of its
  /// own for one, so it is told as a product: `40 × person-day`.
  public String quantity(Quantity quantity) {
    var unit = reference.label("unit-of-quantity", quantity.unit(), language);
    return exactly(quantity.number())
        + "\u00a0×\u00a0"
        + unit.substring(0, 1).toLowerCase(Locale.forLanguageTag(language))
        + unit.substring(1);
  }

  public String country(CountryCode code) {
    return reference.countryName(code, language);
  }

  public String country(String code) {
    return CountryCode.isWellFormed(code) ? country(new CountryCode(code)) : code;
  }

  public String label(String scheme, String code) {
    var name = reference.label(scheme, code, language);
    int dot = code.indexOf('.');
    // Targets have names of ours in English only; elsewhere the name of their goal says more.
    return scheme.equals("sdg")
            && dot > 0
            && !language.equals("en")
            && name.equals(reference.label(scheme, code, "en"))
        ? reference.label(scheme, code.substring(0, dot), language)
        : name;
  }

  /// A product by its code and, where it is known, its name: that of a list the node has brought
  /// along, else of a product of the Harmonized System that of its chapter.
  public String product(String nomenclature, String code) {
    var own = reference.productName(nomenclature, code, language);
    if (own.isPresent()) {
      return code + " · " + own.get();
    }
    if (!nomenclature.toUpperCase(Locale.ROOT).startsWith("HS") || !code.matches("[0-9]{2,6}")) {
      return code;
    }
    var chapter = code.substring(0, 2);
    var name = label("hs-chapter", chapter);
    return name.equals(chapter) ? code : code + " · " + name;
  }

  public String role(Role role) {
    return label("participant-role", role.code());
  }

  public String modality(String code) {
    return code.equals("triangular") && site.triangularWord().equals("trilateral")
        ? text("modality.trilateral")
        : label("modality", code);
  }

  public String sector(String code) {
    if (code.equals(Facet.NOT_REPORTED)) {
      return text("not-reported");
    }
    var name = label("dac-sector", code);
    return name.equals(code) ? label("dac-sector-group", code) : name;
  }

  /// What a code of a facet is called.
  public String code(Facet facet, String code) {
    return switch (facet) {
      case MODALITY -> modality(code);
      case SECTOR -> sector(code);
      case SDG -> goal(code);
      case COUNTRY -> country(code);
      case REGION -> region(code);
      case YEAR, SOURCE, ORGANISATION, ALONGSIDE -> code;
      case SCOPE, FORM, DOMAIN, ROLE, SIGNAL -> label(facet.schemes().getFirst(), code);
    };
  }

  /// Number and name: goals are known by both.
  private String goal(String code) {
    var name = label("sdg", code);
    return name.equals(code) ? code : code + ". " + name;
  }

  /// The name of a grouping with its acronym, or of a category of countries; else the code.
  public String grouping(String code) {
    return reference
        .findGrouping(code)
        .flatMap(g -> g.name().in(language).map(s -> s.text() + " (" + g.acronym() + ")"))
        .orElseGet(() -> word("category", code));
  }

  /// What a language is called, or its code where it has no name.
  public String languageName(String code) {
    return languages.languageDisplayName(code);
  }

  /// A name as it stands inside a sentence.
  public String small(String name) {
    return name.toLowerCase(Locale.forLanguageTag(language));
  }

  public String region(String m49) {
    return reference
        .findRegion(m49)
        .flatMap(r -> r.name().in(language))
        .map(LocalizedText.Spoken::text)
        .orElse(m49);
  }

  public @Nullable Phrase phrase(LocalizedText text) {
    return text.in(language)
        .filter(s -> !s.text().isBlank())
        .map(s -> new Phrase(s.text(), s.language().equals(language) ? null : s.language()))
        .orElse(null);
  }

  /// What a note means; an official rule brings its own sentence.
  public String explain(Note note) {
    return explain(note.code(), note.arguments());
  }

  public String explain(String code, List<String> arguments) {
    var key = "note." + code;
    if (notes.has(key)) {
      return notes.text(language, key, arguments.toArray());
    }
    return arguments.isEmpty() ? "" : arguments.getFirst();
  }

  /// Why a column of a table is thought to mean something.
  public String reason(String reason, List<String> arguments) {
    return notes.text(language, "reason." + reason, arguments.toArray());
  }

  /// What to do about a note, or nothing where nobody wrote it.
  public String advise(String code) {
    return Imports.whatToDo(code).map(key -> notes.text(language, key)).orElse("");
  }
}
