package org.bandung.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Period;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.Statement;
import org.jspecify.annotations.Nullable;

/// Composes one initiative from the statements about it, field by field: a participant's own
/// statement before the reporter's before a third party's compilation, then the newest, ties by
/// key.
final class Composition {

  private Composition() {}

  /// A statement as the composition sees it.
  ///
  /// @param rankDate when the source last changed it, in seconds; 0 when nobody said
  record Voice(String key, Statement.Speaker speaker, long rankDate, Content content) {}

  /// What the statements give together.
  ///
  /// @param provenance field of [Content] -> key of the statement it was taken from
  record Composed(Content content, Map<String, String> provenance) {}

  private static final Comparator<Voice> FIRST_WORD =
      Comparator.comparing(Voice::speaker)
          .thenComparing(Comparator.comparingLong(Voice::rankDate).reversed())
          .thenComparing(Voice::key);

  /// The voices in the order in which they are heard.
  static List<Voice> ordered(List<Voice> voices) {
    return voices.stream().sorted(FIRST_WORD).toList();
  }

  static Composed compose(List<Voice> voices) {
    var picker = new Picker(ordered(voices));
    var content =
        new Content(
            picker.value("kind", Content::kind),
            picker.text("title", Content::title),
            picker.text("description", Content::description),
            picker.value("status", Content::status),
            picker.period("planned", Content::planned),
            picker.period("actual", Content::actual),
            picker.peers("participants", Content::participants),
            picker.list("classifications", Content::classifications),
            picker.list("places", Content::places),
            picker.list("contributions", Content::contributions),
            picker.list("results", Content::results),
            picker.list("milestones", Content::milestones),
            picker.union("links", Content::links),
            picker.union("relations", Content::relations),
            picker.union("identifiers", Content::identifiers),
            picker.union("signals", Content::signals));
    return new Composed(content, picker.provenance);
  }

  /// Takes each field from the first voice that has it.
  private static final class Picker {
    private final List<Voice> voices;
    private final Map<String, String> provenance = new LinkedHashMap<>();

    Picker(List<Voice> voices) {
      this.voices = voices;
    }

    @Nullable String value(String field, Function<Content, @Nullable String> read) {
      for (var voice : voices) {
        var value = read.apply(voice.content());
        if (value != null) {
          provenance.put(field, voice.key());
          return value;
        }
      }
      return null;
    }

    Period period(String field, Function<Content, Period> read) {
      var known = Period.UNKNOWN;
      for (var voice : voices) {
        var said = read.apply(voice.content());
        if (!said.equals(Period.UNKNOWN)) {
          provenance.putIfAbsent(field, voice.key());
          known = filled(known, said);
          if (!voice.speaker().corrects(voice.content())) {
            return known;
          }
        }
      }
      return known;
    }

    /// Who corrects one end of a period leaves the other to those that are corrected, unless both
    /// would be no period.
    private static Period filled(Period known, Period said) {
      boolean open = known.end() == null && !known.ongoing();
      var start = known.start() == null ? said.start() : known.start();
      var end = open ? said.end() : known.end();
      return start != null && end != null && start.earliest().isAfter(end.latest())
          ? known
          : new Period(start, end, open ? said.ongoing() : known.ongoing());
    }

    <T> List<T> list(String field, Function<Content, List<T>> read) {
      return first(field, read, l -> !l.isEmpty(), List.<T>of());
    }

    /// Languages that the first voice lacks are filled from the later ones.
    LocalizedText text(String field, Function<Content, LocalizedText> read) {
      var texts = new TreeMap<String, String>();
      for (var voice : voices) {
        read.apply(voice.content())
            .byLanguage()
            .forEach((language, text) -> {
              if (texts.putIfAbsent(language, text) == null) {
                provenance.putIfAbsent(field, voice.key());
              }
            });
      }
      return new LocalizedText(texts);
    }

    /// Who takes part is whoever the voices of the first rank name together: of two participants
    /// that both speak, neither silences the other, and no compilation adds to their word.
    <T> List<T> peers(String field, Function<Content, List<T>> read) {
      var all = new LinkedHashSet<T>();
      Statement.@Nullable Speaker rank = null;
      for (var voice : voices) {
        var own = read.apply(voice.content());
        if (!own.isEmpty() && (rank == null || rank == voice.speaker())) {
          rank = voice.speaker();
          provenance.putIfAbsent(field, voice.key());
          all.addAll(own);
        }
      }
      return new ArrayList<>(all);
    }

    /// Links and ids are whatever any voice names.
    <T> List<T> union(String field, Function<Content, List<T>> read) {
      var all = new LinkedHashSet<T>();
      for (var voice : voices) {
        var own = read.apply(voice.content());
        if (!own.isEmpty()) {
          provenance.putIfAbsent(field, voice.key());
          all.addAll(own);
        }
      }
      return new ArrayList<>(all);
    }

    private <T> T first(String field, Function<Content, T> read, Predicate<T> has, T none) {
      for (var voice : voices) {
        var value = read.apply(voice.content());
        if (has.test(value)) {
          provenance.put(field, voice.key());
          return value;
        }
      }
      return none;
    }
  }
}
