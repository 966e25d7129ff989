package org.bandung.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bandung.store.pictures.SamplePictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pictures in the store: only what is a picture and nothing else is known as one.
@Tag("external-db")
class KeptPicturesTest {

  private static TestDatabase store;
  private static Files files;

  @BeforeAll
  static void open() {
    store = TestDatabase.create();
    files = new Files(store.database());
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static byte[] noted(int seed) {
    return SamplePictures.withSegment(
        SamplePictures.jpeg(900, 900, seed), 0xfe, "Ana".getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sent(Files.Picture picture) throws IOException {
    var out = new ByteArrayOutputStream();
    files.send(picture, out);
    return out.toByteArray();
  }

  @Test
  void aPictureIsSentPieceByPieceAsItIsKept() throws IOException {
    for (var bytes : new byte[][] {SamplePictures.png(1200, 900, 7), noted(1)}) {
      var kept = ((KeepOutcome.Kept) files.keepPicture("a b.png", bytes)).file();
      var picture = files.picture(kept.sha256()).orElseThrow();
      assertThat(picture.size()).isEqualTo(files.read(kept.sha256()).length);
      assertThat(sent(picture)).isEqualTo(files.read(kept.sha256()));
      assertThat(new String(sent(picture), StandardCharsets.ISO_8859_1)).doesNotContain("Ana");
    }
  }

  @Test
  void whatWasKeptBeforeIsNoPictureUntilItIsCleaned() {
    var old = ((KeepOutcome.Kept) files.keep("old.jpg", noted(2))).file();
    assertThat(files.picture(old.sha256())).isEmpty();
    var clean = files.cleaned(old.sha256()).orElseThrow();
    assertThat(clean.sha256()).isNotEqualTo(old.sha256());
    assertThat(files.picture(old.sha256())).isEmpty();
    assertThat(files.cleaned(clean.sha256())).contains(clean);
    var text =
        ((KeepOutcome.Kept) files.keep("t.txt", "text".getBytes(StandardCharsets.UTF_8))).file();
    assertThat(files.cleaned(text.sha256())).isEmpty();
    assertThat(files.cleaned("0".repeat(64))).isEmpty();
  }
}
