package org.bandung.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bandung.kernel.Note;
import org.bandung.registry.said.Content;
import org.bandung.registry.said.ContentCodec;
import org.bandung.registry.said.Statement;

/// What must hold of every statement a reader makes, whatever it was made of: it can be stored, is
/// read back as it was, and nothing in it is larger than the doors say.
public final class StatementOracle {

  private static final int LONGEST_IDENTIFIER = 500;
  private static final int MOST_DIGITS = 40;

  private StatementOracle() {}

  /// Judges a statement.
  public static void check(Statement statement) {
    assertThat(statement.originalId()).isNotBlank();
    assertThat(statement.originalId().length()).isLessThanOrEqualTo(LONGEST_IDENTIFIER);
    assertThat(statement.contentHash()).hasSize(64);
    var content = statement.content();
    assertThat(ContentCodec.unpackContent(ContentCodec.pack(content))).isEqualTo(content);
    storable(statement.originalId());
    storable(statement.source().key());
    statement.source().name().byLanguage().values().forEach(StatementOracle::storable);
    content.title().byLanguage().values().forEach(StatementOracle::storable);
    content.description().byLanguage().values().forEach(StatementOracle::storable);
    content.classifications().forEach(c -> storable(c.code()));
    content.contributions().stream()
        .map(Content.Contribution::amount)
        .filter(a -> a != null)
        .forEach(a -> {
          assertThat(a.value().precision()).isLessThanOrEqualTo(MOST_DIGITS);
          assertThat(Math.abs((long) a.value().scale())).isLessThanOrEqualTo(MOST_DIGITS);
        });
    notes(statement.notes());
  }

  /// Judges what is said of a record or a file.
  public static void notes(List<Note> notes) {
    assertThat(ContentCodec.unpackNotes(ContentCodec.packNotes(notes))).isEqualTo(notes);
    for (var note : notes) {
      assertThat(note.line()).isNotNegative();
      assertThat(note.code()).isNotBlank();
      storable(note.record());
      note.arguments().forEach(StatementOracle::storable);
    }
  }

  /// PostgreSQL keeps neither NUL nor half a character.
  private static void storable(String text) {
    assertThat(text.indexOf('\0')).as("NUL").isNegative();
    boolean whole =
        text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    assertThat(whole).as("half a character").isTrue();
  }
}
