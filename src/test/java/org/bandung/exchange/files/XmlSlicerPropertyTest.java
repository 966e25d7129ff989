package org.bandung.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class XmlSlicerPropertyTest {

  @Property(tries = 300)
  void slicingGivesBackExactlyTheRecordsWhateverTheChunks(
      @ForAll("documents") List<List<String>> parts, @ForAll long seed) throws IOException {
    var text = new StringBuilder("<root>");
    parts.forEach(p -> text.append(p.get(0)).append(p.get(1)));
    var bytes = text.append("</root>").toString().getBytes(StandardCharsets.UTF_8);

    var file = SlicedFile.of(new Chunks(bytes, seed));

    assertThat(file.records).isEqualTo(parts.stream().map(p -> p.get(1)).toList());
    assertThat(file.refusals).isEmpty();
    assertThat(file.remarks).isEmpty();
  }

  @Provide
  Arbitrary<List<List<String>>> documents() {
    var between = Arbitraries.of("", " ", "\n", "\r\n", "<!-- <r> -->", "<!----->", "<?pi <r>?>");
    var inside =
        Arbitraries.of(
                "text",
                "é中\uD83C\uDF0D",
                "<a b='>'/>",
                "<c d=\"'\">x</c>",
                "<!-- </r> -->",
                "<![CDATA[</r>]]]]>",
                "&amp;",
                "\r",
                "<rr>y</rr>",
                "x".repeat(70_000))
            .list()
            .ofMaxSize(6)
            .map(pieces -> String.join("", pieces));
    var record = inside.map(content -> content.isEmpty() ? "<r/>" : "<r>" + content + "</r>");
    return Combinators.combine(between, record).as((b, r) -> List.of(b, r)).list().ofMaxSize(20);
  }

  /// Hands its bytes out in pieces of random length.
  private static final class Chunks extends FilterInputStream {
    private final Random random;

    Chunks(byte[] bytes, long seed) {
      super(new ByteArrayInputStream(bytes));
      this.random = new Random(seed);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int most = random.nextBoolean() ? 7 : 9000;
      return in.read(into, from, Math.min(length, 1 + random.nextInt(most)));
    }
  }
}
