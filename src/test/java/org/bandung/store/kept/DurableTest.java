package org.bandung.store.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {

  @TempDir Path folder;

  @Test
  void aFileComesIntoFoldersThatWereNotThereAndIntoThePlaceOfAnother() throws IOException {
    var to = folder.resolve("a/b/c.txt");
    Durable.settle(Files.writeString(folder.resolve("one"), "1"), to);
    Durable.settle(Files.writeString(folder.resolve("two"), "2"), to);

    assertThat(to).hasContent("2");
    assertThat(folder.resolve("one")).doesNotExist();
    assertThatThrownBy(() -> Durable.settle(folder.resolve("none"), to))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(to).hasContent("2");
  }
}
