package org.bandung.funds.rules;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bandung.funds.rules.Verdict.Outcome;

/// What rules, verdicts and faults say, in seven languages.
public final class RuleWords {

  private static final org.bandung.kernel.Messages WORDS = org.bandung.kernel.Messages.of("rules");
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final String language;
  private final ZoneId zone;

  private RuleWords(String language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  /// For a reader.
  ///
  /// @param zone in which moments are told
  public static RuleWords in(String language, ZoneId zone) {
    return new RuleWords(language, zone);
  }

  static boolean has(String key) {
    return key.matches("[a-z-]{1,60}") && WORDS.has(key + ".asks");
  }

  /// How many values the words show.
  static int arguments(String key) {
    return Math.max(
            highest(WORDS.pattern("en", key + ".asks")),
            highest(WORDS.pattern("en", key + ".found")))
        + 1;
  }

  static int highest(String text) {
    return PLACE
        .matcher(text)
        .results()
        .mapToInt(r -> Integer.parseInt(r.group(1)))
        .max()
        .orElse(-1);
  }

  /// What the rule asks.
  public String asks(Verdict verdict) {
    var words = verdict.rule().words();
    var shown = verdict.shown().stream().map(this::told).toArray();
    return words.key() == null
        ? filled(spoken(words.asks()), shown)
        : WORDS.text(language, words.key() + ".asks", shown);
  }

  /// Why it holds, does not hold, or cannot be told yet.
  public String reason(Verdict verdict) {
    if (verdict.outcome() == Outcome.NOT_APPLICABLE) {
      return WORDS.text(language, "not-applicable");
    }
    if (verdict.outcome() == Outcome.UNKNOWN) {
      return unknown(verdict);
    }
    var words = verdict.rule().words();
    var shown = verdict.shown().stream().map(this::told).toArray();
    if (words.key() != null) {
      return WORDS.text(language, words.key() + ".found", shown);
    }
    return words.found().isEmpty() ? asks(verdict) : filled(spoken(words.found()), shown);
  }

  /// `holds`, `fails`, `unknown`, `not applicable`.
  public String outcome(Outcome outcome) {
    return WORDS.text(
        language, "outcome." + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  /// How sure the rule is.
  public String standing(Standing standing) {
    return WORDS.text(language, "standing." + standing.code());
  }

  /// What is wrong with a rule, and what to do.
  public String fault(String code, Collection<String> arguments) {
    return WORDS.text(language, "fault." + code, arguments.toArray());
  }

  private String unknown(Verdict verdict) {
    if (!verdict.missing().isEmpty()) {
      var names = verdict.missing().stream().map(f -> WORDS.text(language, "fact." + f)).toList();
      return WORDS.text(language, "unknown", list(names));
    }
    var why = verdict.because().isEmpty() ? "not-found" : verdict.because().iterator().next();
    return WORDS.text(language, "because." + why);
  }

  private String told(Told told) {
    return switch (told) {
      case Told.Unknown u -> "–";
      case Told.Known(var value) -> shown(value);
    };
  }

  private String shown(Value value) {
    return switch (value) {
      case Value.Flag(var yes) -> WORDS.text(language, yes ? "yes" : "no");
      case Value.Numeral(var number) -> number(number);
      case Value.Text(var text) -> text;
      case Value.Codes(var codes) -> codes.isEmpty() ? WORDS.text(language, "none") : list(codes);
      case Value.Amount(var amount, var currency) -> currency + "\u00a0" + number(amount);
      case Value.Day(var day) -> day.toString();
      case Value.Moment(var at) -> at.atZone(zone).format(MOMENT) + " (" + zone.getId() + ")";
    };
  }

  private String number(BigDecimal number) {
    var format = NumberFormat.getInstance(ULocale.forLanguageTag(language));
    format.setMaximumFractionDigits(4);
    return format.format(number);
  }

  private String list(Collection<String> words) {
    return ListFormatter.getInstance(ULocale.forLanguageTag(language)).format(words);
  }

  private String spoken(org.bandung.kernel.LocalizedText text) {
    return text.in(language).map(org.bandung.kernel.LocalizedText.Spoken::text).orElse("");
  }

  /// Texts of funds know places for values and nothing else: a pattern language would be code.
  private static String filled(String text, Object[] shown) {
    return PLACE
        .matcher(text)
        .replaceAll(m -> {
          int place = Integer.parseInt(m.group(1));
          return Matcher.quoteReplacement(place < shown.length ? (String) shown[place] : m.group());
        });
  }
}
