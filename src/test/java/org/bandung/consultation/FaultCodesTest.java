package org.bandung.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bandung.kernel.ShippedTable;
import org.junit.jupiter.api.Test;

/// Doors find every code of a fault, and no other, in one file.
class FaultCodesTest {

  private static final Pattern CODE = Pattern.compile("\"(bandung\\.[a-z0-9-]+)\"");
  private static final Path SOURCES = Path.of("src/main/java/org/bandung/consultation");

  @Test
  void theFileListsEveryCode() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.list(SOURCES)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
      }
    }

    var listed =
        ShippedTable.read("consultation/faults.csv").stream()
            .map(row -> row.getField("code"))
            .toList();
    assertThat(listed).containsExactlyElementsOf(used);
  }
}
