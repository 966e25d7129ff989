package org.bandung.web.talks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.access.Body;
import org.bandung.access.Mandates;
import org.bandung.consultation.Party;
import org.bandung.consultation.PartyList;
import org.bandung.kernel.Reader;
import org.bandung.parties.Parties;
import org.bandung.reference.Reference;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Dictionary.Choice;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// What can be chosen from in the form of a proposal.
@Component
final class TalkChoices {

  private static final int FOUND = 20;

  private final Dictionary dictionary;
  private final Mandates mandates;
  private final PartyList parties;
  private final Parties directory;
  private final Reference reference;

  TalkChoices(
      Dictionary dictionary,
      Mandates mandates,
      PartyList parties,
      Parties directory,
      Reference reference) {
    this.dictionary = dictionary;
    this.mandates = mandates;
    this.parties = parties;
    this.directory = directory;
    this.reference = reference;
  }

  /// Those who can be invited, in groups with a heading each.
  Map<String, List<Choice>> parties(Words w, TalkForm form) {
    var groups = new LinkedHashMap<String, List<Choice>>();
    var countries =
        dictionary.countries(w).stream().map(c -> new Choice(c.code(), c.name())).toList();
    var bodies =
        mandates.admitted().stream()
            .filter(b -> b.kind() != Body.Kind.AUTHORITY)
            .map(b -> new Choice(b.id(), b.name()))
            .toList();
    var known = new ArrayList<String>();
    bodies.forEach(b -> known.add(b.code()));
    countries.forEach(c -> known.add(c.code()));
    var others = new ArrayList<>(found(w, form.get("seek")));
    others.forEach(o -> known.add(o.code()));
    for (int row : form.rows("party")) {
      var id = form.get("party." + row + ".id");
      if (!id.isEmpty() && !known.contains(id)) {
        name(w, id).ifPresent(name -> others.add(new Choice(id, name)));
      }
    }
    if (!others.isEmpty()) {
      groups.put("talk.choose.found", others);
    }
    if (!bodies.isEmpty()) {
      groups.put("talk.choose.bodies", bodies);
    }
    groups.put("talk.choose.countries", countries);
    return groups;
  }

  private List<Choice> found(Words w, String words) {
    if (words.isBlank() || words.length() > 200) {
      return List.of();
    }
    var filter =
        new Parties.OrganisationFilter(Optional.empty(), Optional.empty(), Optional.of(words));
    return directory.list(Reader.PUBLIC, filter, Optional.empty(), FOUND).items().stream()
        .flatMap(o -> name(w, o.id()).map(name -> new Choice(o.id(), name)).stream())
        .toList();
  }

  Optional<String> name(Words w, String party) {
    return parties.find(party, Party.Role.REQUESTING).map(p -> new TalkWords(w).name(p).text());
  }

  /// The parties chosen so far, to say who gives what.
  List<Choice> chosen(Words w, TalkForm form) {
    var chosen = new ArrayList<Choice>();
    for (int row : form.rows("party")) {
      var id = form.get("party." + row + ".id");
      if (!id.isEmpty() && chosen.stream().noneMatch(c -> c.code().equals(id))) {
        chosen.add(new Choice(id, name(w, id).orElse(id)));
      }
    }
    return chosen;
  }

  List<Choice> units(Words w) {
    return reference
        .findScheme("unit-of-quantity")
        .map(s ->
            s.categories().keySet().stream()
                .map(c -> new Choice(c, w.label("unit-of-quantity", c)))
                .toList())
        .orElse(List.of());
  }

  /// Languages, those that the form uses already among them.
  List<Choice> languages(Words w, TalkForm form) {
    var languages = new ArrayList<>(dictionary.languages(w));
    for (int row : form.rows("lang")) {
      var tag = form.tag(row);
      if (!tag.isEmpty() && languages.stream().noneMatch(l -> l.code().equals(tag))) {
        languages.add(new Choice(tag, w.languageName(tag)));
      }
    }
    return languages;
  }
}
