package org.bandung.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.LocalizedText;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.InitiativePage;

/// Makes the document of an initiative.
final class IndexedInitiative {

  /// The kind of these documents.
  static final String KIND = "initiative";

  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_COUNTRIES = 12;
  private static final int OFTEN = 4;
  private static final List<String> CODED = List.of("dac-sector", "sdg");

  private final Concepts concepts;
  private final Reference reference;

  IndexedInitiative(Concepts concepts, Reference reference) {
    this.concepts = concepts;
    this.reference = reference;
  }

  Document document(InitiativePage.Entry entry) {
    var summary = entry.summary();
    var document = new Document();
    document.add(new StringField(Fields.ID, summary.id(), Field.Store.YES));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(summary.id())));
    document.add(new StringField(Fields.KIND, KIND, Field.Store.NO));
    document.add(new StringField(Fields.OWNER, entry.owner(), Field.Store.NO));
    document.add(new StringField(Fields.AUDIENCE, entry.audience(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.DAY, entry.sortDay()));
    for (var tag : entry.tags()) {
      document.add(new StringField(Fields.TAG, tag, Field.Store.NO));
      document.add(new SortedSetDocValuesField(Fields.TAGS, new BytesRef(tag)));
    }
    for (var organisation : entry.organisations()) {
      document.add(new StringField(Fields.ORGANISATION, organisation, Field.Store.NO));
    }
    speak(document, summary.title(), true);
    speak(document, entry.text(), false);
    document.add(new TextField(Fields.WORDS, words(entry), Field.Store.NO));
    topics(document, entry);
    return document;
  }

  private void speak(Document document, LocalizedText said, boolean title) {
    said.byLanguage()
        .forEach((given, text) -> {
          var language = Concepts.languages().contains(given) ? given : language(given, text);
          var field = title ? Fields.title(language) : Fields.text(language);
          var part = cut(text);
          document.add(new TextField(field, part, Field.Store.NO));
          document.add(new StoredField(field, part));
        });
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /// What somebody may type who looks for it by name: titles, places, original ids.
  private String words(InitiativePage.Entry entry) {
    var words = new StringJoiner("\n");
    var summary = entry.summary();
    summary.title().byLanguage().values().forEach(words::add);
    words.add(summary.originalId());
    entry.text().byLanguage().values().forEach(t -> words.add(cut(t)));
    summary.countries().stream()
        .map(InitiativePage.CountryRole::country)
        .distinct()
        .limit(MOST_COUNTRIES)
        .forEach(country ->
            Concepts.languages().forEach(l -> words.add(reference.countryName(country, l))));
    return words.toString();
  }

  private void topics(Document document, InitiativePage.Entry entry) {
    var named = new java.util.LinkedHashMap<String, Integer>();
    tag(entry.summary().title(), named);
    tag(entry.text(), named);
    name(document, named);
    var coded = coded(entry.tags());
    coded.addAll(concepts.above(coded));
    add(document, Fields.CODED, once(coded));
  }

  /// Adds the topics a text names, and those above them.
  void name(Document document, Map<String, Integer> named) {
    add(document, Fields.TOPIC, named);
    add(document, Fields.ABOVE, once(concepts.above(named.keySet())));
  }

  private void tag(LocalizedText said, Map<String, Integer> named) {
    said.byLanguage()
        .forEach((language, text) -> {
          var spoken =
              Concepts.languages().contains(language) ? language : language(language, text);
          concepts
              .tag(cut(text), spoken)
              .counts()
              .forEach((id, n) -> named.merge(id, n, Math::max));
        });
  }

  /// A language the source does not name is told from the text; one that is none of the seven stays
  /// what it is.
  private String language(String given, String text) {
    return given.equals(LocalizedText.UNDETERMINED) ? concepts.identify(text, "en") : given;
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
