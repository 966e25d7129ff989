package org.bandung.search;

import java.util.Collection;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.bandung.concepts.Concepts;
import org.bandung.kernel.Audience;
import org.bandung.kernel.Reader;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.reference.Country;
import org.bandung.reference.Reference;

/// Makes the documents of what is found by its name: organisations that everybody may see, and
/// countries.
final class IndexedNames {

  static final String ORGANISATION = "organisation";
  static final String COUNTRY = "country";

  private static final int AT_ONCE = 500;

  private final Parties parties;
  private final Reference reference;

  IndexedNames(Parties parties, Reference reference) {
    this.parties = parties;
    this.reference = reference;
  }

  /// Writes all; says how many.
  long putAll(SearchIndex index) {
    long count = 0;
    for (var country : reference.countries()) {
      index.put(key(COUNTRY, country.code().alpha3()), document(country));
      count++;
    }
    Optional<String> cursor = Optional.empty();
    do {
      var page =
          parties.list(
              Reader.PUBLIC,
              new Parties.OrganisationFilter(Optional.empty(), Optional.empty(), Optional.empty()),
              cursor,
              AT_ONCE);
      page.items().forEach(o -> index.put(key(ORGANISATION, o.id()), document(o)));
      count += page.items().size();
      cursor = page.next();
    } while (cursor.isPresent());
    return count;
  }

  /// Writes those of the organisations that are there, and removes the others.
  void put(SearchIndex index, Collection<String> ids) {
    var there = parties.find(Reader.PUBLIC, ids);
    for (var id : ids) {
      var organisation = there.get(id);
      if (organisation == null) {
        index.remove(key(ORGANISATION, id));
      } else {
        index.put(key(ORGANISATION, id), document(organisation));
      }
    }
  }

  /// Ids of initiatives stand alone; those of other kinds carry the kind.
  static String key(String kind, String id) {
    return kind + ":" + id;
  }

  private Document document(Country country) {
    var document = of(COUNTRY, country.code().alpha3());
    for (var language : Concepts.languages()) {
      var name = reference.countryName(country.code(), language);
      document.add(new TextField(Fields.title(language), name, Field.Store.NO));
      document.add(new StoredField(Fields.title(language), name));
      document.add(new TextField(Fields.WORDS, name, Field.Store.NO));
    }
    document.add(new TextField(Fields.WORDS, country.code().alpha3(), Field.Store.NO));
    return document;
  }

  private static Document document(Organisation organisation) {
    var document = of(ORGANISATION, organisation.id());
    organisation
        .name()
        .byLanguage()
        .forEach((language, name) -> {
          document.add(new TextField(Fields.title(language), name, Field.Store.NO));
          document.add(new StoredField(Fields.title(language), name));
          document.add(new TextField(Fields.WORDS, name, Field.Store.NO));
        });
    document.add(new TextField(Fields.WORDS, organisation.acronym(), Field.Store.NO));
    organisation
        .references()
        .forEach(r -> document.add(new TextField(Fields.WORDS, r, Field.Store.NO)));
    return document;
  }

  private static Document of(String kind, String id) {
    var document = new Document();
    document.add(new StringField(Fields.ID, key(kind, id), Field.Store.YES));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(key(kind, id))));
    document.add(new StringField(Fields.KIND, kind, Field.Store.NO));
    document.add(new StringField(Fields.AUDIENCE, Audience.PUBLIC.word(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.DAY, 0));
    return document;
  }
}
