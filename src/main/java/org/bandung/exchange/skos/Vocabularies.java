package org.bandung.exchange.skos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.concepts.Concept;
import org.bandung.concepts.Concepts;
import org.bandung.exchange.files.InputFiles;
import org.bandung.exchange.files.InputSettings;
import org.bandung.kernel.Note;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Our thesaurus out as SKOS, and vocabularies of others plugged in beside it.
@Service
public class Vocabularies {

  private final Concepts concepts;
  private final InputSettings reach;

  public Vocabularies(Concepts concepts, InputSettings reach) {
    this.reach = reach;
    this.concepts = concepts;
  }

  /// What became of a vocabulary.
  ///
  /// @param labels language -> how many labels
  /// @param byMapping topics that say themselves which topic of ours they are
  /// @param byLabel topics that have a preferred label of a topic of ours
  /// @param notes the first few of each kind, with their place
  /// @param counts code of a note -> how many in all
  /// @param whole whether everything could be read
  /// @param folder where its files are now; empty if nothing was written
  public record Plugged(
      String name,
      int topics,
      Map<String, Integer> labels,
      int byMapping,
      int byLabel,
      List<Note> notes,
      Map<String, Integer> counts,
      boolean whole,
      Optional<Path> folder) {}

  /// Reads a vocabulary and plugs it in, in the place of an earlier one of this name.
  ///
  /// @param input a file, plain or packed
  /// @param name [Concepts#isKey]
  /// @param format if the file does not tell it
  /// @param trial whether to read and tell only
  public Plugged plug(String input, String name, Optional<SkosFormat> format, boolean trial)
      throws IOException {
    var opened = new Opened(format);
    new InputFiles(opened, InputFiles.Wanted.VOCABULARIES, reach).read(List.of(input));
    var reading = opened.reading();
    var crossed = SkosCrosswalk.plug(reading.scheme(), name, concepts.ours());
    boolean kept = !trial && !crossed.concepts().isEmpty();
    return new Plugged(
        name,
        crossed.concepts().size(),
        labels(crossed.concepts()),
        crossed.ties().byMapping(),
        crossed.ties().byLabel(),
        reading.notes().told(),
        reading.notes().counts(),
        reading.whole(),
        kept ? Optional.of(concepts.plug(name, crossed.concepts())) : Optional.empty());
  }

  /// Writes our thesaurus.
  ///
  /// @param titles language -> what to call it
  /// @return how many topics
  public int export(Map<String, String> titles, SkosFormat format, OutputStream out) {
    SkosWriter.render(SkosCrosswalk.ours(concepts.ours(), titles), out, format);
    return concepts.ours().size();
  }

  private static Map<String, Integer> labels(List<Concept> concepts) {
    var counts = new LinkedHashMap<String, Integer>();
    for (var language : Concepts.languages()) {
      int count = 0;
      for (var concept : concepts) {
        count += concept.labels().getOrDefault(language, List.of()).size();
      }
      if (count > 0) {
        counts.put(language, count);
      }
    }
    return counts;
  }

  /// The one vocabulary behind what an operator named.
  private static final class Opened implements InputFiles.Sink {

    private final Optional<SkosFormat> format;
    private final SkosNotes outside = new SkosNotes();
    private SkosReader.@Nullable Reading read;

    Opened(Optional<SkosFormat> format) {
      this.format = format;
    }

    @Override
    public boolean file(String name, InputStream bytes) throws IOException {
      var first = read;
      if (first == null) {
        read = SkosReader.read(bytes, name, format, SkosLimits.USUAL);
      } else {
        first.notes().add("skos-one-file", name, name);
      }
      return true;
    }

    @Override
    public void unreadable(String name, String code, List<String> arguments) {
      var notes = read == null ? outside : read.notes();
      notes.add(code.replaceFirst("^bandung\\.", ""), name, arguments.toArray());
    }

    SkosReader.Reading reading() {
      var done = read;
      return done != null
          ? done
          : new SkosReader.Reading(new SkosScheme("", Map.of(), List.of()), outside, false);
    }
  }
}
