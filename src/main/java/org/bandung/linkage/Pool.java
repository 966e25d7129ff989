package org.bandung.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Records to be linked, with how rare their words, topics, titles and sets of countries are.
final class Pool {

  private static final double MOST_BITS = 8;

  /// An equal weak identifier, such as the address of a page: sixteen times likelier of a match.
  private static final double IDENTIFIER_BITS = 4;

  private final Traits[] records;
  private final float[] titleRarity;
  private final float[] topicRarity;
  private final float[] wordRarity;
  private final float[] titleSums;
  private final float[] topicSums;
  private final float[] wordSums;
  private final int[] titles;
  private final int[] countrySets;
  private final int[] countrySetOf;
  private final double evenTitle;
  private final double evenCountries;

  Pool(List<Traits> traits, Names names) {
    this.records = traits.toArray(Traits[]::new);
    for (var one : records) {
      names.titleWords.count(one.title());
      names.topics.count(one.topics());
      names.words.count(one.words());
      names.titles.count(one.titleKey());
    }
    this.titleRarity = names.titleWords.rarity(records.length);
    this.topicRarity = names.topics.rarity(records.length);
    this.wordRarity = names.words.rarity(records.length);
    this.titleSums = new float[records.length];
    this.topicSums = new float[records.length];
    this.wordSums = new float[records.length];
    this.titles = new int[names.titles.size()];
    this.countrySetOf = new int[records.length];
    Map<Integer, Integer> sets = new HashMap<>();
    var held = new int[records.length];
    for (int r = 0; r < records.length; r++) {
      var one = records[r];
      titleSums[r] = sum(one.title(), titleRarity);
      topicSums[r] = sum(one.topics(), topicRarity);
      wordSums[r] = sum(one.words(), wordRarity);
      titles[one.titleKey()]++;
      countrySetOf[r] = sets.computeIfAbsent(Arrays.hashCode(one.countries()), s -> sets.size());
      held[countrySetOf[r]]++;
    }
    this.countrySets = Arrays.copyOf(held, sets.size());
    this.evenTitle = even(titles, records.length);
    this.evenCountries = even(countrySets, records.length);
  }

  /// The words of all records of a pool, by kind.
  static final class Names {
    final Lexicon titleWords = new Lexicon();
    final Lexicon titles = new Lexicon();
    final Lexicon topics = new Lexicon();
    final Lexicon words = new Lexicon();
    final Lexicon countries = new Lexicon();
    final Lexicon currencies = new Lexicon();
    final Lexicon organisations = new Lexicon();
    final Lexicon sectors = new Lexicon();
    final Lexicon sources = new Lexicon();
    final Lexicon identifiers = new Lexicon();
  }

  private static float sum(int[] some, float[] weights) {
    float sum = 0;
    for (int one : some) {
      sum += weights[one];
    }
    return sum;
  }

  /// The probability that two records drawn at random have the same value.
  private static double even(int[] counts, int all) {
    double squares = 0;
    for (int count : counts) {
      squares += (double) count * count;
    }
    return all == 0 ? 1 : squares / ((double) all * all);
  }

  int size() {
    return records.length;
  }

  Traits get(int record) {
    return records[record];
  }

  float titleRarity(int word) {
    return titleRarity[word];
  }

  float topicRarity(int topic) {
    return topicRarity[topic];
  }

  /// How many records have this title.
  int titled(int record) {
    return titles[records[record].titleKey()];
  }

  int countrySet(int record) {
    return countrySetOf[record];
  }

  /// `2 × shared / (all of a + all of b)`, by rarity: between 0 and 1.
  float titleLikeness(int a, int b) {
    float all = titleSums[a] + titleSums[b];
    return all == 0
        ? 0
        : 2 * Traits.shared(records[a].title(), records[b].title(), titleRarity) / all;
  }

  float topicLikeness(int a, int b) {
    float all = topicSums[a] + topicSums[b];
    return all == 0
        ? 0
        : 2 * Traits.shared(records[a].topics(), records[b].topics(), topicRarity) / all;
  }

  float wordLikeness(int a, int b) {
    float all = wordSums[a] + wordSums[b];
    return all == 0
        ? 0
        : 2 * Traits.shared(records[a].words(), records[b].words(), wordRarity) / all;
  }

  /// What is added to the weight of a pattern for these two records.
  double bits(int a, int b, int pattern) {
    return frequencyBits(a, b, pattern) + (sharesIdentifier(a, b) ? IDENTIFIER_BITS : 0);
  }

  boolean sharesIdentifier(int a, int b) {
    return Traits.shared(records[a].identifiers(), records[b].identifiers()) > 0;
  }

  /// What the weight of a pattern gains or loses because this very title, or set of countries, is
  /// rarer or commoner than others on which two records agree: `log2(Σ p² / p)` in bits (Winkler's
  /// adjustment for frequencies).
  private double frequencyBits(int a, int b, int pattern) {
    double bits = 0;
    if (Field.TITLE.level(pattern) == Field.TITLE.most()) {
      bits += Math.log(evenTitle * records.length / Math.max(2, titled(a)) * 2);
    }
    if (Field.COUNTRIES.level(pattern) == Field.COUNTRIES.most()) {
      bits += Math.log(evenCountries * records.length / countrySets[countrySetOf[a]]);
    }
    return Math.clamp(bits / Math.log(2), -MOST_BITS, MOST_BITS);
  }
}
