package org.bandung.exchange.skos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.SKOSXL;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/// Keeps of a stream of statements what makes a thesaurus, within limits.
final class SkosCollector extends AbstractRDFHandler {

  private static final Set<IRI> NO_CONCEPTS =
      Set.of(SKOS.CONCEPT_SCHEME, SKOS.COLLECTION, SKOS.ORDERED_COLLECTION, SKOSXL.LABEL);

  private static final String NOTATION = "[\\p{L}\\p{N}\\p{P}\\p{S}&&[^|]]{1,60}";

  /// A label that is a thing of its own, as SKOS-XL has it, and the concept that bears it.
  private record Borne(String label, SkosDraft by, int kind) {}

  private final SkosLimits limits;
  private final SkosNotes notes;
  private final Runnable understood;
  private final Map<String, SkosDraft> drafts = new LinkedHashMap<>();
  private final Map<String, Literal> forms = new HashMap<>();
  private final List<Borne> borne = new ArrayList<>();
  private final Map<String, String> titles = new TreeMap<>();
  private final Map<String, Map<String, String>> titlesOfAll = new HashMap<>();
  private String scheme = "";
  private int labels;

  SkosCollector(SkosLimits limits, SkosNotes notes, Runnable understood) {
    this.limits = limits;
    this.notes = notes;
    this.understood = understood;
  }

  @Override
  public void handleStatement(Statement statement) {
    understood.run();
    var subject = statement.getSubject();
    var property = statement.getPredicate();
    var value = statement.getObject();
    if (property.equals(SKOSXL.LITERAL_FORM)) {
      form(subject, value);
    } else if (property.equals(DCTERMS.TITLE)) {
      title(subject, value);
    } else if (property.equals(RDF.TYPE)) {
      type(subject, value);
    } else if (property.getNamespace().equals(SKOS.NAMESPACE)) {
      skos(subject, property, value);
    } else if (property.equals(SKOSXL.PREF_LABEL)) {
      bears(subject, value, 0);
    } else if (property.equals(SKOSXL.ALT_LABEL)) {
      bears(subject, value, SkosDraft.ALTERNATIVE);
    } else if (property.equals(SKOSXL.HIDDEN_LABEL)) {
      bears(subject, value, SkosDraft.HIDDEN);
    } else if (property.stringValue().startsWith(SkosWords.CODE)) {
      code(subject, property.stringValue().substring(SkosWords.CODE.length()), value);
    } else if (property.equals(OWL.DEPRECATED) && value.stringValue().equals("true")) {
      with(subject, draft -> draft.deprecated = true);
    }
  }

  private void type(Resource subject, Value value) {
    if (value.equals(SKOS.CONCEPT)) {
      with(subject, draft -> draft.concept = true);
      return;
    }
    if (value.equals(SKOS.CONCEPT_SCHEME) && subject instanceof IRI && scheme.isEmpty()) {
      scheme = subject.stringValue();
    }
    if (value instanceof IRI type && NO_CONCEPTS.contains(type)) {
      var known = drafts.get(key(subject));
      if (known != null || !type.equals(SKOSXL.LABEL)) {
        with(subject, draft -> draft.somethingElse = true);
      }
    }
  }

  private void skos(Resource subject, IRI property, Value value) {
    switch (property.getLocalName()) {
      case "prefLabel" -> label(subject, value, 0);
      case "altLabel" -> label(subject, value, SkosDraft.ALTERNATIVE);
      case "hiddenLabel" -> label(subject, value, SkosDraft.HIDDEN);
      case "notation" -> notation(subject, value);
      case "broader" -> link(subject, value, SkosDraft::broader);
      case "narrower" -> {
        if (value instanceof Resource narrower) {
          link(narrower, subject, SkosDraft::below);
        }
      }
      case "related" -> link(subject, value, SkosDraft::related);
      case "exactMatch" -> link(subject, value, SkosDraft::exact);
      case "closeMatch" -> link(subject, value, SkosDraft::close);
      default -> {
        // definitions, notes, members of collections: nothing that finds a topic
      }
    }
  }

  private interface Change {
    void on(SkosDraft draft);
  }

  private interface Link {
    void add(SkosDraft draft, String other);
  }

  private static String key(Resource resource) {
    return resource instanceof BNode blank ? "_:" + blank.getID() : resource.stringValue();
  }

  private void with(Resource subject, Change change) {
    var key = key(subject);
    var draft = drafts.get(key);
    if (draft == null) {
      if (drafts.size() >= limits.concepts()) {
        notes.add("skos-too-many", key, limits.concepts());
        return;
      }
      draft = new SkosDraft(key);
      drafts.put(key, draft);
    }
    change.on(draft);
  }

  private void link(Resource subject, Value value, Link link) {
    if (!(value instanceof Resource other) || value.equals(subject)) {
      return;
    }
    with(
        subject,
        draft -> {
          if (draft.links() >= limits.links()) {
            notes.add("skos-too-many-links", draft.address, limits.links());
          } else {
            var known = drafts.get(key(other));
            link.add(draft, known == null ? key(other) : known.address);
          }
        });
  }

  private void notation(Resource subject, Value value) {
    if (value instanceof Literal code && code.getLabel().matches(NOTATION)) {
      link(subject, value, code.getLabel());
    }
  }

  private void link(Resource subject, Value value, String code) {
    with(
        subject,
        draft -> {
          if (draft.links() < limits.links()) {
            draft.notation(code);
          }
        });
  }

  private void code(Resource subject, String of, Value value) {
    var code = value.stringValue();
    if (SkosWords.SCHEMES.contains(of) && code.matches("[A-Za-z0-9.-]{1,40}")) {
      with(subject, draft -> draft.code(of, code));
    }
  }

  private void title(Resource subject, Value value) {
    if (value instanceof Literal title && titlesOfAll.size() < limits.labels()) {
      var language = SkosLabels.language(title.getLanguage().orElse(""));
      language.ifPresent(l ->
          titlesOfAll
              .computeIfAbsent(key(subject), k -> new TreeMap<>())
              .putIfAbsent(l, SkosLabels.clean(title.getLabel())));
    }
  }

  private void form(Resource label, Value value) {
    if (value instanceof Literal text
        && text.getLanguage().flatMap(SkosLabels::language).isPresent()
        && forms.size() < limits.labelsInAll()) {
      forms.put(key(label), text);
    }
  }

  private void bears(Resource subject, Value value, int kind) {
    if (value instanceof Resource label) {
      with(
          subject,
          draft -> {
            draft.labelled = true;
            if (borne.size() < 3 * limits.labelsInAll()) {
              borne.add(new Borne(key(label), draft, kind));
            }
          });
    }
  }

  private void label(Resource subject, Value value, int kind) {
    with(
        subject,
        draft -> {
          draft.labelled = true;
          if (value instanceof Literal text) {
            label(draft, text, kind);
          }
        });
  }

  private void label(SkosDraft draft, Literal given, int kind) {
    var tag = given.getLanguage().orElse("");
    if (tag.isEmpty()) {
      notes.add("skos-label-untagged", draft.address, given.getLabel());
      return;
    }
    var language = SkosLabels.language(tag);
    if (language.isEmpty()) {
      return;
    }
    if (given.getLabel().length() > 4 * limits.label()) {
      notes.add("skos-label-too-long", draft.address, given.getLabel(), limits.label());
      return;
    }
    var text = SkosLabels.clean(given.getLabel());
    if (text.indexOf('\uFFFD') >= 0) {
      notes.add("skos-label-broken", draft.address, text);
    } else if (text.length() > limits.label()) {
      notes.add("skos-label-too-long", draft.address, text, limits.label());
    } else if (draft.labels() >= limits.labels()) {
      notes.add("skos-too-many-labels", draft.address, limits.labels());
    } else if (labels >= limits.labelsInAll()) {
      notes.add("skos-too-many-labels", draft.address, limits.labelsInAll());
    } else if (!text.isEmpty()) {
      keep(draft, new SkosDraft.Label(language.get(), kind + SkosLabels.rank(tag), text));
    }
  }

  private void keep(SkosDraft draft, SkosDraft.Label label) {
    if (draft.rivals(label)) {
      notes.add("skos-second-preferred", draft.address, label.text(), label.language());
      draft.add(new SkosDraft.Label(label.language(), SkosDraft.ALTERNATIVE, label.text()));
    } else {
      draft.add(label);
    }
    labels++;
  }

  /// All that was said, once nothing more is.
  SkosScheme finished() {
    notes.at(0);
    for (var one : borne) {
      var text = forms.get(one.label());
      if (text != null) {
        label(one.by(), text, one.kind());
      }
    }
    titles.putAll(titlesOfAll.getOrDefault(scheme, Map.of()));
    return new SkosScheme(scheme, titles, SkosLinks.finish(drafts.values(), notes));
  }
}
