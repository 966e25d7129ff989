package org.bandung.finder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.kernel.CountryCode;

/// What somebody looks for help with.
///
/// @param text in the asking side's own words and language; may be empty if topics are given
/// @param language of whoever asks, one of the seven; the text's own is told from it
/// @param asking the country that asks, or the countries of a grouping that ask together
/// @param topics ids of topics beside those in the text
/// @param sectors DAC codes or sector groups
/// @param sdgs goals or targets
/// @param limits what evidence and partners are looked for at all
/// @param must what a partner must have
/// @param without countries that are not to be proposed
/// @param hidden ids of records that are not to count
/// @param inReturn what the asking side can give, in its own words; where it is empty, its open
///   offers in the catalogue say so
/// @param weights factors on the terms of the score, by their code; 1 where none is given
/// @param limit how many partners, from 1 to 100
public record Wish(
    String text,
    String language,
    Set<CountryCode> asking,
    Set<String> topics,
    Set<String> sectors,
    Set<String> sdgs,
    Limits limits,
    Set<Must> must,
    Set<CountryCode> without,
    Set<String> hidden,
    String inReturn,
    Map<String, Double> weights,
    int limit) {

  /// The most partners one answer proposes.
  public static final int MOST = 100;

  /// The longest text that is read.
  public static final int LONGEST = 2_000;

  /// Whether a text could be somebody's words: not too long, and no control characters but those
  /// that a text of several lines has.
  public static boolean isText(String text) {
    return text.length() <= LONGEST
        && text.chars()
            .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  /// What evidence and partners are looked for at all; empty parts limit nothing.
  ///
  /// @param languages a partner has one of these among its official languages
  /// @param forms only records of one of these forms of cooperation
  /// @param since only records of this year or later; what reports no year is left out
  public record Limits(Set<String> languages, Set<String> forms, Optional<Integer> since) {

    /// The years that make sense: a limit outside of them is the nearest one.
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2100;

    /// No limits.
    public static final Limits NONE = new Limits(Set.of(), Set.of(), Optional.empty());

    public Limits {
      languages = Set.copyOf(languages);
      forms = Set.copyOf(forms);
      since = since.map(year -> Math.clamp(year, FIRST_YEAR, LAST_YEAR));
    }
  }

  /// What a partner must have; it filters and never scores.
  public enum Must {
    /// Has worked with a least developed country.
    LDC_EXPERIENCE,
    /// Shares an official language with the asking country.
    SAME_LANGUAGE,
    /// Lies in the same region as the asking country.
    SAME_REGION;

    /// The word for it in interfaces, such as `same-region`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The one of that word.
    public static Optional<Must> ofCode(String code) {
      return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }
  }

  public Wish {
    asking = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(asking));
    topics = Set.copyOf(topics);
    sectors = Set.copyOf(sectors);
    sdgs = Set.copyOf(sdgs);
    must = Set.copyOf(must);
    without = Set.copyOf(without);
    hidden = Set.copyOf(hidden);
    weights = Map.copyOf(weights);
    limit = Math.clamp(limit, 1, MOST);
  }

  /// A wish with nothing but a text and who asks.
  public static Wish of(String text, String language, Set<CountryCode> asking) {
    return new Wish(
        text,
        language,
        asking,
        Set.of(),
        Set.of(),
        Set.of(),
        Limits.NONE,
        Set.of(),
        Set.of(),
        Set.of(),
        "",
        Map.of(),
        10);
  }

  /// The same without some records.
  public Wish hiding(Set<String> ids) {
    return new Wish(
        text, language, asking, topics, sectors, sdgs, limits, must, without, ids, inReturn,
        weights, limit);
  }
}
