package org.bandung.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bandung.catalogue.EntryKind;
import org.bandung.kernel.CountryCode;
import org.bandung.kernel.Reader;
import org.bandung.parties.Organisation;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.registry.Facet;
import org.bandung.registry.Registry;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// What the parts of a list's address are called, and whether anybody knows their values.
@Component
final class ListNames {

  private final Registry registry;
  private final Parties parties;
  private final Reference reference;

  ListNames(Registry registry, Parties parties, Reference reference) {
    this.registry = registry;
    this.parties = parties;
    this.reference = reference;
  }

  /// A part of the filter that is in use, and the list without it.
  ///
  /// @param part the parameter
  record Used(String part, String name, String value, String href) {}

  /// Parts whose value nobody knows; a list narrowed by them is empty.
  List<String> unknown(ListAddress address, Visit visit) {
    return address.unknown((name, value) -> knows(visit, name, value));
  }

  /// The parts that a form does not ask for, to be sent along unchanged.
  Map<String, String> kept(ListAddress address, List<String> asked) {
    return sent(address, address.names().stream().filter(n -> !asked.contains(n)).toList());
  }

  /// Those of the parts that are in use, to be sent along unchanged.
  Map<String, String> sent(ListAddress address, List<String> parts) {
    var sent = new LinkedHashMap<String, String>();
    parts.forEach(name -> address.find(name).ifPresent(value -> sent.put(name, value)));
    return sent;
  }

  private boolean knows(Visit visit, String name, String value) {
    return switch (name) {
      case "country", "partner", "provider", "recipient" ->
          reference.findCountry(new CountryCode(value)).isPresent();
      case "grouping" -> reference.gatherings().contains(value);
      case "organisation", "alongside" -> parties.find(visit.reader(), value).isPresent();
      case "region" -> reference.findRegion(value).isPresent();
      case "source" -> registry.findSource(visit.reader(), value).isPresent();
      case "kind" -> EntryKind.ofCode(value).isPresent();
      case "sector" -> value.equals(Facet.NOT_REPORTED) || in(Facet.SECTOR.schemes(), value);
      default -> Facet.named(name).map(facet -> in(facet.schemes(), value)).orElse(true);
    };
  }

  /// Whether one of the schemes has the code, if there are any.
  private boolean in(List<String> schemes, String code) {
    return schemes.isEmpty()
        || schemes.stream()
            .flatMap(scheme -> reference.findScheme(scheme).stream())
            .anyMatch(scheme -> scheme.categories().containsKey(code));
  }

  /// The parts in use, each with the way back out of it.
  List<Used> used(ListAddress address, String path, Words words) {
    return address.names().stream()
        .map(name ->
            new Used(
                name,
                words.cooperation("filter." + name),
                shown(name, address.find(name).orElse(""), words),
                address.without(name).under(path)))
        .toList();
  }

  private String shown(String name, String value, Words words) {
    return switch (name) {
      case "organisation", "alongside" ->
          parties
              .find(Reader.PUBLIC, value)
              .map(Organisation::name)
              .map(words::phrase)
              .map(Words.Phrase::text)
              .orElse(value);
      case "partner", "provider", "recipient" -> words.country(value);
      case "grouping" -> words.grouping(value);
      case "kind" -> words.label("entry-kind", value);
      case "language" -> words.languageName(value);
      case "southSouth", "open" -> "";
      case "compilations" -> value.equals("only") ? words.text("filter.compilations.only") : "";
      default -> Facet.named(name).map(facet -> words.code(facet, value)).orElse(value);
    };
  }
}
