package org.bandung.access.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of fields, and what follows from it.
class SensitiveFieldTest {

  @ParameterizedTest
  @EnumSource(SensitiveField.class)
  void theUsualCircleIsOneThatCanBeChosenAndNoneIsWiderThanTheWidest(SensitiveField field) {
    assertThat(field.circles()).contains(field.usual()).doesNotHaveDuplicates();
    assertThat(field.circles()).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(field.choosable()).isEqualTo(field.circles().size() > 1);
    assertThat(SensitiveField.of(field.kind())).containsEntry(field.field(), field);
  }

  @ParameterizedTest
  @EnumSource(SensitiveField.class)
  void nothingThatIsChosenWidensAFieldBeyondItsRecordOrTheTable(SensitiveField field) {
    var choices = new HashSet<@Nullable Circle>(java.util.List.of(Circle.values()));
    choices.add(null);
    for (var chosen : choices) {
      for (var record : Circle.values()) {
        var circle = field.circle(chosen, record);
        assertThat(circle).isLessThanOrEqualTo(record).isLessThanOrEqualTo(field.widest());
        if (chosen != null && field.circles().contains(chosen)) {
          assertThat(circle).isLessThanOrEqualTo(chosen);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SensitiveField.class)
  void whatAFormSendsIsNeverWiderThanTheTable(SensitiveField field) {
    for (var word : new String[] {"", "public", "parties", "country", "organisation", "x"}) {
      var picked = field.picked(word);
      assertThat(picked == null || field.circles().contains(picked)).isTrue();
      assertThat(picked).isNotEqualTo(field.usual());
    }
  }

  /// What the operator reads is what holds.
  @Test
  void theTableInTheDocumentsIsTheOneInTheCode() throws IOException {
    var lines =
        Files.readString(Path.of("docs/protection.md"))
            .lines()
            .filter(l -> l.matches("\\| [a-z]+\\.[a-z]+ \\|.*"))
            .toList();
    var table =
        Arrays.stream(SensitiveField.values())
            .map(f ->
                "| %s.%s | %s | %s |"
                    .formatted(
                        f.kind(),
                        f.field(),
                        f.circles().stream().map(Circle::code).collect(Collectors.joining(", ")),
                        f.usual().code()))
            .toList();
    assertThat(lines).isEqualTo(table);
  }

  @ParameterizedTest
  @EnumSource(Circle.class)
  void whoStandsCloserSeesMore(Circle circle) {
    for (var reader : Circle.values()) {
      assertThat(circle.reaches(reader)).isEqualTo(reader.ordinal() <= circle.ordinal());
    }
  }
}
