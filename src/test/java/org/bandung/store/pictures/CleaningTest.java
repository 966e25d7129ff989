package org.bandung.store.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bandung.store.pictures.SamplePictures.chunk;
import static org.bandung.store.pictures.SamplePictures.claiming;
import static org.bandung.store.pictures.SamplePictures.decoded;
import static org.bandung.store.pictures.SamplePictures.exif;
import static org.bandung.store.pictures.SamplePictures.joined;
import static org.bandung.store.pictures.SamplePictures.jpeg;
import static org.bandung.store.pictures.SamplePictures.png;
import static org.bandung.store.pictures.SamplePictures.progressive;
import static org.bandung.store.pictures.SamplePictures.withChunk;
import static org.bandung.store.pictures.SamplePictures.withSegment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.bandung.store.pictures.Cleaning.Cleaned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes out of a picture: its points, and nothing else.
class CleaningTest {

  private static final byte[] SECRET =
      "GPS 12.5 S <script>alert(1)</script> Ana".getBytes(StandardCharsets.US_ASCII);

  private static Cleaned.Picture picture(byte[] bytes) {
    return (Cleaned.Picture) Cleaning.clean(bytes);
  }

  private static String refused(byte[] bytes) {
    return Cleaning.clean(bytes) instanceof Cleaned.Refused(var why) ? why : "taken";
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void sameToTheEye(byte[] before, byte[] after) {
    var a = decoded(before);
    var b = decoded(after);
    assertThat(b.getWidth()).isEqualTo(a.getWidth());
    assertThat(b.getHeight()).isEqualTo(a.getHeight());
    for (int x = 0; x < a.getWidth(); x++) {
      for (int y = 0; y < a.getHeight(); y++) {
        assertThat(b.getRGB(x, y)).isEqualTo(a.getRGB(x, y));
      }
    }
  }

  @Test
  void aPictureStaysWhatItShows() {
    for (var bytes : List.of(jpeg(40, 30, 1), progressive(70, 50), png(40, 30, 1), png(1, 1, 1))) {
      var clean = picture(bytes);
      sameToTheEye(bytes, clean.bytes().copy());
      assertThat(List.of(clean.width(), clean.height()))
          .isEqualTo(List.of(decoded(bytes).getWidth(), decoded(bytes).getHeight()));
    }
  }

  /// Exif, XMP and ICC lie in 0xe1 and 0xe2, IPTC in 0xed, comments in 0xfe.
  @ParameterizedTest
  @ValueSource(ints = {0xe0, 0xe1, 0xe2, 0xe3, 0xec, 0xed, 0xee, 0xef, 0xfe})
  void nothingThatAJpegTellsBesideItIsLeft(int marker) {
    var plain = jpeg(20, 10, 1);
    var bytes =
        withSegment(plain, marker, joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), SECRET));
    assertThat(text(picture(bytes).bytes().copy())).doesNotContain("GPS", "script", "Ana", "Exif");
    sameToTheEye(plain, picture(bytes).bytes().copy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "prVt", "acTL", "fdAT"})
  void nothingThatAPngTellsBesideItIsLeft(String chunk) {
    var plain = png(20, 10, 1);
    var clean = picture(withChunk(plain, chunk, SECRET)).bytes().copy();
    assertThat(text(clean)).doesNotContain("GPS", "script", "Ana", chunk);
    sameToTheEye(plain, clean);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void howItIsTurnedIsKeptAndNothingElseOfExif(int orientation) {
    var bytes = withSegment(jpeg(40, 30, 1), 0xe1, exif(orientation, "Port Meridia"));
    var clean = picture(bytes);
    boolean sideways = orientation >= 5;
    assertThat(clean.width()).isEqualTo(sideways ? 30 : 40);
    assertThat(clean.height()).isEqualTo(sideways ? 40 : 30);
    var out = text(clean.bytes().copy());
    assertThat(out).doesNotContain("Port Meridia");
    assertThat(out.contains("Exif")).isEqualTo(orientation != 1);
    if (orientation != 1) {
      int at = out.indexOf("Exif");
      var tiff = Arrays.copyOfRange(clean.bytes().copy(), at + 6, at + 32);
      assertThat(Orientation.read(tiff)).isEqualTo(new Orientation(orientation));
    }
    var turned = withChunk(png(40, 30, 1), "eXIf", new Orientation(orientation).tiff());
    assertThat(picture(turned).width()).isEqualTo(sideways ? 30 : 40);
  }

  @Test
  void whatFollowsTheEndIsLeftOut() {
    for (var bytes : List.of(jpeg(20, 10, 1), progressive(20, 10), png(20, 10, 1))) {
      var longer =
          joined(bytes, "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), bytes);
      assertThat(text(picture(longer).bytes().copy())).doesNotContain("script");
      assertThat(picture(longer)).isEqualTo(picture(bytes));
    }
  }

  @Test
  void whatIsCleanedOnceStaysTheSame() {
    var twice =
        List.of(
            jpeg(40, 30, 1),
            progressive(40, 30),
            png(40, 30, 1),
            withSegment(jpeg(8, 8, 1), 0xe1, exif(6, "x")),
            withChunk(png(8, 8, 1), "eXIf", new Orientation(6).tiff()));
    for (var bytes : twice) {
      var once = picture(bytes);
      assertThat(picture(once.bytes().copy())).isEqualTo(once);
    }
  }

  @Test
  void whatIsNoPictureIsRefused() {
    Function<String, String> typed = s -> refused(s.getBytes(StandardCharsets.UTF_8));
    assertThat(typed.apply("")).isEqualTo("no-picture");
    assertThat(typed.apply("<svg onload=alert(1)>")).isEqualTo("no-picture");
    assertThat(typed.apply("GIF89a")).isEqualTo("no-picture");
    assertThat(refused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9}))
        .isEqualTo("broken-picture");
  }

  @Test
  void whatIsCutShortIsRefused() {
    for (var bytes : List.of(jpeg(40, 30, 1), progressive(40, 30), png(40, 30, 1))) {
      for (int length = 0; length < bytes.length; length++) {
        assertThat(refused(Arrays.copyOf(bytes, length))).isIn("no-picture", "broken-picture");
      }
    }
  }

  @Test
  void whatClaimsAHugePictureIsRefusedWithoutMakingRoomForIt() {
    assertThat(refused(claiming(jpeg(8, 8, 1), 65_535, 65_535))).isEqualTo("large-picture");
    assertThat(refused(claiming(jpeg(8, 8, 1), 16_000, 16_000))).isEqualTo("large-picture");
    assertThat(refused(claiming(jpeg(8, 8, 1), 0, 8))).isEqualTo("broken-picture");
    assertThat(refused(claiming(Integer.MAX_VALUE, Integer.MAX_VALUE, 100)))
        .isEqualTo("large-picture");
    assertThat(refused(claiming(-1, 8, 100))).isEqualTo("broken-picture");
  }

  @Test
  void whatUnpacksToMoreOrLessThanItsPictureIsRefused() {
    assertThat(refused(claiming(10, 10, 310))).isEqualTo("taken");
    assertThat(refused(claiming(10, 10, 309))).isEqualTo("broken-picture");
    assertThat(refused(claiming(10, 10, 311))).isEqualTo("broken-picture");
    // A hundred megabytes in a hundred kilobytes.
    assertThat(refused(claiming(10, 10, 100_000_000))).isEqualTo("broken-picture");
    var hidden =
        joined(Arrays.copyOf(png(8, 8, 1), 33), chunk("IDAT", SECRET), chunk("IEND", new byte[0]));
    assertThat(refused(hidden)).isEqualTo("broken-picture");
  }

  /// Whatever is changed in a picture, it is refused or comes out as one that stays the same.
  @Test
  void noBytesHarm() {
    var random = new Random(20261128);
    for (int n = 0; n < 4_000; n++) {
      var from = n % 3 == 0 ? png(9, 7, n) : n % 3 == 1 ? jpeg(9, 7, n) : progressive(9, 7);
      for (int change = 0; change <= random.nextInt(4); change++) {
        from[random.nextInt(from.length)] = (byte) random.nextInt(256);
      }
      if (Cleaning.clean(from) instanceof Cleaned.Picture once) {
        assertThat(Cleaning.clean(once.bytes().copy())).isEqualTo(once);
      }
    }
  }
}
