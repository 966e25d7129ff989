package org.bandung.parties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bandung.kernel.CountryCode;
import org.bandung.parties.Identity.Nature;
import org.bandung.reference.DataFiles;
import org.bandung.reference.DataTable.Row;
import org.bandung.reference.DataTable.Shape;
import org.bandung.reference.Reference;
import org.jspecify.annotations.Nullable;

/// The organisations that the data files list, and what a reference tells by its beginning.
final class Directory {

  private static final List<String> FILES =
      List.of(
          "organisations.csv",
          "organisation-prefixes.csv",
          "junk-references.csv",
          "organisation-natures.csv");

  static final List<String> MULTILATERAL_KINDS =
      List.of("un-body", "development-bank", "regional-secretariat", "multilateral-body");

  private static final Shape ORGANISATIONS =
      Shape.of(
          "id,kind,type,country,acronym,en,fr,es,pt,ar,zh,ru,iati_ids,from,to,website,source,note",
          "id",
          "id");
  private static final Shape PREFIXES =
      Shape.of("prefix,country,kind,source,note", "prefix", "prefix");
  private static final Shape JUNK = Shape.of("reference,source", "reference", "reference");
  private static final Shape NATURES = Shape.of("type,nature,source", "type", "type");

  private static final List<String> KINDS =
      List.of(
          "un-body",
          "coordinating-agency",
          "development-bank",
          "regional-secretariat",
          "multilateral-body",
          "agency");
  static final List<String> KINDS_AND_MENTIONED =
      Stream.concat(KINDS.stream(), Stream.of("mentioned")).toList();
  private static final Map<String, Nature> NATURE_WORDS =
      Map.of(
          "government", Nature.GOVERNMENT,
          "multilateral", Nature.MULTILATERAL,
          "other", Nature.OTHER,
          "any", Nature.UNKNOWN);

  private final Map<String, Organisation> byId = new LinkedHashMap<>();
  private final Map<String, Organisation> byReference = new HashMap<>();
  private final Map<String, Prefix> prefixes = new HashMap<>();
  private final Set<String> junk = new HashSet<>();
  private final Map<String, Nature> natures = new HashMap<>();

  private Directory(DataFiles files, Reference reference) {
    var countries = new HashMap<String, CountryCode>();
    reference.countries().forEach(c -> countries.put(c.code().alpha3(), c.code()));
    readNatures(files, reference);
    readJunk(files);
    readPrefixes(files, countries);
    for (var row : files.read("organisations.csv", ORGANISATIONS).rows()) {
      add(organisation(row, reference, countries), row);
    }
    files.refuseUnknownFiles();
    files.refuseFaults();
  }

  /// What references with this beginning have in common.
  ///
  /// @param nature unknown where any kind of organisation may have such a reference
  record Prefix(Optional<CountryCode> country, Nature nature) {}

  static Directory read(DataFiles files, Reference reference) {
    return new Directory(files, reference);
  }

  /// A reference as it is compared: in capitals, without space around it.
  static String normalised(String reference) {
    return reference.replace('\u00a0', ' ').strip().toUpperCase(Locale.ROOT);
  }

  private void readNatures(DataFiles files, Reference reference) {
    var types = reference.findScheme("organisation-type");
    for (var row : files.read("organisation-natures.csv", NATURES).rows()) {
      row.source();
      var type = row.required("type");
      natures.put(type, nature(row, "nature"));
      if (types.isPresent() && !types.get().categories().containsKey(type)) {
        row.fault("type '" + type + "' is no code of organisation-type");
      }
    }
  }

  private void readJunk(DataFiles files) {
    for (var row : files.read("junk-references.csv", JUNK).rows()) {
      row.source();
      junk.add(normalised(row.required("reference")));
    }
  }

  private void readPrefixes(DataFiles files, Map<String, CountryCode> countries) {
    for (var row : files.read("organisation-prefixes.csv", PREFIXES).rows()) {
      row.source();
      var country =
          row.text("country").isEmpty()
              ? Optional.<CountryCode>empty()
              : row.country("country", countries);
      prefixes.put(normalised(row.required("prefix")), new Prefix(country, nature(row, "kind")));
    }
  }

  private static Nature nature(Row row, String column) {
    var nature = NATURE_WORDS.get(row.oneOf(column, NATURE_WORDS.keySet()));
    return nature == null ? Nature.UNKNOWN : nature;
  }

  private Organisation organisation(
      Row row, Reference reference, Map<String, CountryCode> countries) {
    row.checkDates();
    var type = row.optional("type");
    if (type.isPresent() && !natures.containsKey(type.get())) {
      row.fault("type '" + type.get() + "' is not in organisation-natures.csv");
    }
    var grouping = row.optional("grouping");
    if (grouping.isPresent() && reference.findGrouping(grouping.get()).isEmpty()) {
      row.fault("grouping '" + grouping.get() + "' is no known grouping");
    }
    return new Organisation(
        row.required("id"),
        row.oneOf("kind", KINDS),
        type,
        row.text("country").isEmpty() ? Optional.empty() : row.country("country", countries),
        row.text("acronym"),
        row.name(""),
        row.list("iati_ids"),
        grouping,
        row.optional("website"),
        row.source());
  }

  private void add(Organisation organisation, Row row) {
    byId.put(organisation.id(), organisation);
    for (var reference : organisation.references()) {
      var other = byReference.putIfAbsent(normalised(reference), organisation);
      if (other != null) {
        row.fault("iati_ids " + reference + " belongs to " + other.id());
      }
    }
  }

  List<Organisation> all() {
    return new ArrayList<>(byId.values());
  }

  Optional<Organisation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Nullable Organisation byReference(String normalised) {
    return byReference.get(normalised);
  }

  Set<String> references() {
    return byReference.keySet();
  }

  boolean isJunk(String normalised) {
    return junk.contains(normalised);
  }

  @Nullable Prefix prefix(String beginning) {
    return prefixes.get(beginning);
  }

  Nature nature(@Nullable String type) {
    var nature = type == null ? null : natures.get(type);
    return nature == null ? Nature.UNKNOWN : nature;
  }

  static String fingerprint(DataFiles files) {
    return files.fingerprint(FILES);
  }
}
