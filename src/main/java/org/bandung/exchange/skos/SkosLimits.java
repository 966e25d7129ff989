package org.bandung.exchange.skos;

/// How much a vocabulary may hold; a test makes it smaller.
///
/// @param characters of the file
/// @param charactersOfJson JSON-LD is read as a whole, so less of it
/// @param stretch characters without any statement: one statement that is too long, or none
/// @param concepts things that bear labels or links
/// @param labels of one concept, in all languages that are kept
/// @param label characters of a label
/// @param links of one concept
/// @param labelsInAll labels of the whole vocabulary
record SkosLimits(
    long characters,
    long charactersOfJson,
    long stretch,
    int concepts,
    int labels,
    int label,
    int links,
    int labelsInAll) {

  static final SkosLimits USUAL =
      new SkosLimits(2L << 30, 16L << 20, 16L << 20, 200_000, 300, 200, 1_000, 1_000_000);

  SkosLimits withConcepts(int most) {
    return new SkosLimits(
        characters, charactersOfJson, stretch, most, labels, label, links, labelsInAll);
  }

  SkosLimits withCharacters(long most) {
    return new SkosLimits(most, most, stretch, concepts, labels, label, links, labelsInAll);
  }

  SkosLimits withStretch(long most) {
    return new SkosLimits(
        characters, charactersOfJson, most, concepts, labels, label, links, labelsInAll);
  }
}
