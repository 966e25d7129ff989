package org.bandung.concepts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bandung.kernel.Once;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/// The thesaurus of cooperation topics: finds topics by id, by code, and in the words of any text.
///
/// Beside our own topics stand those of vocabularies that this node has plugged in. What is the
/// same as a topic of ours counts as ours; of a label that both have, ours keeps it.
@Service
public final class Concepts {

  private final PluggedFiles plugged;
  private final Once<List<Concept>> ours;
  private final Once<Thesaurus> thesaurus;
  private final Once<LanguageGuess> guess;
  private final Map<String, Tagger> taggers = new ConcurrentHashMap<>();

  /// Our own topics only.
  public Concepts() {
    this(new ConceptSettings(Optional.empty()));
  }

  /// The files are read when somebody first asks: a server shows its first page before.
  @Autowired
  public Concepts(ConceptSettings settings) {
    this.plugged = new PluggedFiles(settings.plugged());
    this.ours = Once.of(ThesaurusFiles::concepts);
    this.thesaurus = Once.of(() -> new Thesaurus(oursAndPlugged()));
    this.guess = Once.of(() -> new LanguageGuess(ThesaurusFiles.functionWords()));
  }

  private List<Concept> oursAndPlugged() {
    var all = new ArrayList<>(ours.get());
    all.addAll(plugged.concepts());
    return all;
  }

  /// The languages topics have labels in.
  public static List<String> languages() {
    return ThesaurusFiles.LANGUAGES;
  }

  /// Whether a vocabulary may be called so: small letters, digits and hyphens, 30 at most, and not
  /// as a scheme of codes is.
  public static boolean isKey(String key) {
    return PluggedFiles.isKey(key);
  }

  /// Every topic, ours first, in the order of the files.
  public Collection<Concept> all() {
    return thesaurus.get().byId().values();
  }

  /// The topics that come with the program.
  public List<Concept> ours() {
    return ours.get();
  }

  /// The keys of the vocabularies that stand beside ours.
  public List<String> plugged() {
    return plugged.keys();
  }

  /// Plugs a vocabulary in, in the place of an earlier one with its key. Whoever holds topics
  /// already, this instance included, goes on with those until the next start.
  ///
  /// @param concepts their ids begin with the key and a colon
  /// @return the folder with its files, for a person to review
  public Path plug(String key, List<Concept> concepts) {
    return plugged.write(key, concepts);
  }

  /// A topic by its id.
  public Optional<Concept> find(String id) {
    return Optional.ofNullable(thesaurus.get().byId().get(id));
  }

  /// The topics that a code of a scheme corresponds to.
  public List<String> ofCode(String scheme, String code) {
    return thesaurus.get().ofCode(scheme, code);
  }

  /// The topics directly below one.
  public List<String> narrower(String id) {
    return thesaurus.get().narrower(id);
  }

  /// The topics a topic is a part of, however far up, each with its distance; the nearest first.
  public Map<String, Integer> above(String id) {
    return thesaurus.get().above(id);
  }

  /// All the topics above several.
  public Set<String> above(Collection<String> ids) {
    var above = new LinkedHashSet<String>();
    ids.forEach(id -> above.addAll(above(id).keySet()));
    return above;
  }

  /// A word for the thesaurus as it is: equal words, equal topics and labels.
  public String fingerprint() {
    return Integer.toHexString(List.copyOf(all()).hashCode());
  }

  /// The language of a text among the seven. Two words may be of several: then the one in which
  /// more of their letters belong to known topics, then the reader's own.
  ///
  /// @param reader the language of whoever wrote or reads it
  public String identify(String text, String reader) {
    var guessed = guess.get().guess(text);
    if (guessed.language().isPresent()) {
      return guessed.language().get();
    }
    var covered = new HashMap<String, Integer>();
    guessed.undecided().forEach(l -> covered.put(l, covered(tagger(l).tag(text))));
    int most = covered.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (guessed.undecided().contains(reader) && covered.getOrDefault(reader, 0) == most) {
      return reader;
    }
    return guessed.undecided().stream()
        .filter(l -> covered.getOrDefault(l, 0) == most)
        .findFirst()
        .orElse("en");
  }

  /// The parts of a text by language, in the order in which the languages begin: a source may hold
  /// a text and its translations in one field. The language of a part may be none of the seven.
  ///
  /// @param reader the language of whoever wrote or reads it
  public Map<String, String> parts(String text, String reader) {
    return guess.get().parts(text, identify(text, reader));
  }

  private static int covered(List<Tagging.Tag> tags) {
    return tags.stream().mapToInt(t -> t.end() - t.start()).sum();
  }

  /// The topics a text speaks of.
  ///
  /// @param language one of the seven; text of any other has no topics
  public Tagging tag(String text, String language) {
    return new Tagging(
        language,
        ThesaurusFiles.LANGUAGES.contains(language) ? tagger(language).tag(text) : List.of());
  }

  private Tagger tagger(String language) {
    return taggers.computeIfAbsent(
        language, l -> new Tagger(Analyzers.of(l), l, thesaurus.get().byId().values()));
  }
}
