package org.bandung.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.bandung.catalogue.EntryPage;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativePage;

/// Makes the documents of initiatives and of entries of the catalogue.
final class IndexedRecord {

  /// The kind of documents of initiatives; those of entries are of the kind of the entry.
  static final String INITIATIVE = "initiative";

  /// What the keys of entries begin with, whatever their kind.
  static final String ENTRY = "entry";

  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_COUNTRIES = 12;
  private static final int OFTEN = 4;
  private static final List<String> CODED = List.of("dac-sector", "sdg");

  private final Concepts concepts;
  private final Reference reference;

  IndexedRecord(Concepts concepts, Reference reference) {
    this.concepts = concepts;
    this.reference = reference;
  }

  /// What a document is made of.
  ///
  /// @param names what somebody may type who looks for it by name, beside title and countries
  private record Told(
      String key,
      String kind,
      LocalizedText title,
      LocalizedText text,
      List<InitiativePage.CountryRole> countries,
      String names,
      Set<String> tags,
      Set<String> organisations,
      int day,
      String owner,
      String audience) {}

  Document document(InitiativePage.Entry entry) {
    var summary = entry.summary();
    return document(
        new Told(
            summary.id(),
            INITIATIVE,
            summary.title(),
            entry.text(),
            summary.countries(),
            summary.originalId(),
            entry.tags(),
            entry.organisations(),
            entry.sortDay(),
            entry.owner(),
            entry.audience()));
  }

  Document document(EntryPage.Indexed entry) {
    var summary = entry.summary();
    var document =
        document(
            new Told(
                IndexedNames.key(ENTRY, summary.id()),
                summary.kind().code(),
                summary.title(),
                entry.text(),
                summary.countries(),
                "",
                entry.tags(),
                entry.organisations(),
                entry.sortDay(),
                entry.owner(),
                entry.audience()));
    document.add(new IntPoint(Fields.VALID, entry.validFrom(), entry.validUntil()));
    return document;
  }

  private Document document(Told told) {
    var document = new Document();
    document.add(new StringField(Fields.ID, told.key(), Field.Store.YES));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(told.key())));
    document.add(new StringField(Fields.KIND, told.kind(), Field.Store.NO));
    document.add(new StringField(Fields.OWNER, told.owner(), Field.Store.NO));
    document.add(new StringField(Fields.AUDIENCE, told.audience(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.DAY, told.day()));
    for (var tag : told.tags()) {
      document.add(new StringField(Fields.TAG, tag, Field.Store.NO));
      document.add(new SortedSetDocValuesField(Fields.TAGS, new BytesRef(tag)));
    }
    for (var organisation : told.organisations()) {
      document.add(new StringField(Fields.ORGANISATION, organisation, Field.Store.NO));
    }
    var title = spoken(told.title());
    var text = spoken(told.text());
    title.forEach(part -> speak(document, Fields.title(part.language()), part.text()));
    text.forEach(part -> speak(document, Fields.text(part.language()), part.text()));
    Stream.concat(title.stream(), text.stream())
        .map(LocalizedText.Spoken::language)
        .distinct()
        .forEach(l -> document.add(new StringField(Fields.TAG, Fields.SPOKEN + l, Field.Store.NO)));
    document.add(new TextField(Fields.WORDS, words(told), Field.Store.NO));
    topics(document, told.tags(), List.of(title, text));
    return document;
  }

  private static void speak(Document document, String field, String text) {
    document.add(new TextField(field, text, Field.Store.NO));
    document.add(new StoredField(field, text));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /// What somebody may type who looks for it by name: titles, places, original ids.
  private String words(Told told) {
    var words = new StringJoiner("\n");
    told.title().byLanguage().values().forEach(words::add);
    words.add(told.names());
    told.text().byLanguage().values().forEach(t -> words.add(cut(t)));
    told.countries().stream()
        .map(InitiativePage.CountryRole::country)
        .distinct()
        .limit(MOST_COUNTRIES)
        .forEach(country ->
            Concepts.languages().forEach(l -> words.add(reference.countryName(country, l))));
    return words.toString();
  }

  private void topics(
      Document document, Set<String> tags, List<List<LocalizedText.Spoken>> spoken) {
    var named = new java.util.LinkedHashMap<String, Integer>();
    spoken.forEach(said -> tag(said, named));
    name(document, named);
    var coded = coded(tags);
    coded.addAll(concepts.above(coded));
    add(document, Fields.CODED, once(coded));
  }

  /// Adds the topics a text names, and those above them.
  void name(Document document, Map<String, Integer> named) {
    add(document, Fields.TOPIC, named);
    add(document, Fields.ABOVE, once(concepts.above(named.keySet())));
  }

  private void tag(List<LocalizedText.Spoken> said, Map<String, Integer> named) {
    for (var part : said) {
      concepts
          .tag(part.text(), part.language())
          .counts()
          .forEach((id, n) -> named.merge(id, n, Math::max));
    }
  }

  /// What is said, by language. A language the source does not name is told from the text, which
  /// may hold several; one that is none of the seven stays what it is.
  private List<LocalizedText.Spoken> spoken(LocalizedText said) {
    var spoken = new ArrayList<LocalizedText.Spoken>();
    said.byLanguage()
        .forEach((given, text) -> {
          if (given.equals(LocalizedText.UNDETERMINED)) {
            concepts
                .parts(cut(text), "en")
                .forEach((language, part) -> spoken.add(new LocalizedText.Spoken(language, part)));
          } else {
            spoken.add(new LocalizedText.Spoken(given, cut(text)));
          }
        });
    return spoken;
  }

  private Set<String> coded(Set<String> tags) {
    var coded = new LinkedHashSet<String>();
    for (var scheme : CODED) {
      Facet.codes(scheme, tags).forEach(code -> coded.addAll(concepts.ofCode(scheme, code)));
    }
    return coded;
  }

  private static Map<String, Integer> once(Set<String> ids) {
    var counts = new java.util.LinkedHashMap<String, Integer>();
    ids.forEach(id -> counts.put(id, 1));
    return counts;
  }

  private static void add(Document document, String field, Map<String, Integer> counts) {
    var terms = new ArrayList<String>();
    counts.forEach((id, n) -> {
      for (int i = 0; i < Math.min(n, OFTEN); i++) {
        terms.add(id);
      }
    });
    if (!terms.isEmpty()) {
      document.add(new TextField(field, String.join(" ", terms), Field.Store.NO));
    }
  }
}
