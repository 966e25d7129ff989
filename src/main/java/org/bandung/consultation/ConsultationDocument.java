package org.bandung.consultation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bandung.consultation.ConsultationEvent.Recorded;
import org.bandung.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Consultations and proposals as JSON, for programs. Who in a party did something is told to
/// nobody here: parties speak, not persons.
public final class ConsultationDocument {

  private ConsultationDocument() {}

  /// How things stand, as maps, lists, texts and whole numbers.
  public static Object of(Consultation consultation) {
    return impersonal(ConsultationCodec.tree(consultation));
  }

  /// What happened.
  public static Object of(List<Recorded> history) {
    return impersonal(ConsultationCodec.tree(history));
  }

  /// The same without who in a party did something.
  public static Object impersonal(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, of) -> {
          if (!"person".equals(name)) {
            kept.put(String.valueOf(name), of == null ? null : impersonal(of));
          }
        });
        yield kept;
      }
      case List<?> list -> list.stream().map(ConsultationDocument::impersonal).toList();
      default -> value;
    };
  }

  /// A proposal that a program sent; what it leaves out of the terms is not said. Empty if it is
  /// none.
  public static Optional<Proposal> proposal(Map<String, ?> sent) {
    var nothing =
        new Proposal(
            new Effect.EndsTalks(),
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            null,
            Terms.NONE,
            List.of());
    if (!sent.containsKey("effect")) {
      return Optional.empty();
    }
    return read(merged((Map<?, ?>) ConsultationCodec.tree(nothing), sent), Proposal.class);
  }

  /// A position that a program sent; empty if it is none.
  public static Optional<Position> position(Map<String, ?> sent) {
    return read(sent, Position.class);
  }

  private static <T> Optional<T> read(Object tree, Class<T> type) {
    try {
      var value = ConsultationCodec.read(ConsultationCodec.json(tree), type);
      return complete(value) ? Optional.of(value) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /// What was sent, over what is not said; effects and texts are never mixed.
  private static Map<String, @Nullable Object> merged(Map<?, ?> under, Map<?, ?> over) {
    var all = new LinkedHashMap<String, @Nullable Object>();
    under.forEach((name, value) -> all.put(String.valueOf(name), value));
    over.forEach((name, value) -> {
      var word = String.valueOf(name);
      boolean whole = word.equals("effect") || word.equals("title") || word.equals("text");
      all.put(
          word,
          !whole && all.get(word) instanceof Map<?, ?> base && value instanceof Map<?, ?> sent
              ? merged(base, sent)
              : value);
    });
    return all;
  }

  /// Whether nothing is missing that a record needs: what is sent from outside may leave it out.
  private static boolean complete(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Record record -> {
        for (var component : record.getClass().getRecordComponents()) {
          try {
            component.getAccessor().setAccessible(true);
            var part = component.getAccessor().invoke(record);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (part == null ? !optional : !complete(part)) {
              yield false;
            }
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be read", e);
          }
        }
        yield true;
      }
      case Collection<?> all -> all.stream().allMatch(ConsultationDocument::complete);
      case Map<?, ?> map -> map.values().stream().allMatch(ConsultationDocument::complete);
      default -> true;
    };
  }
}
