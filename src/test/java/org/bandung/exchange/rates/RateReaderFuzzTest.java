package org.bandung.exchange.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bandung.kernel.Note;
import org.bandung.reference.money.Quote;

/// Broken files of every format: whatever comes, it is told, and only rates above zero come
/// through.
class RateReaderFuzzTest {

  private static final List<String> FILES =
      List.of(
          "Date,USD,JPY,\n2026-11-27,1.1,170.5,\n2026-11-26,N/A,171,\n",
          "<a xmlns=\"b\"><Cube><Cube time=\"2026-11-27\"><Cube currency=\"USD\" rate=\"1.1\"/>"
              + "</Cube></Cube></a>",
          "<D><Series FREQ=\"M\" CURRENCY=\"USD\" CURRENCY_DENOM=\"EUR\" EXR_TYPE=\"SP00\">"
              + "<Obs TIME_PERIOD=\"2026-10\" OBS_VALUE=\"1.25\"/></Series></D>",
          "SDRs per Currency unit (2)\n\nCurrency\tAugust 28, 2024\nEuro\t0.8\nU.S. dollar\tNA\n",
          "COUNTRY,INDICATOR,TYPE_OF_TRANSFORMATION,TIME_PERIOD,OBS_VALUE\n"
              + "NPL,XDC_USD,PA_RT,2024-M01,133\n",
          "[{\"year\": 1994, \"month\": 1, \"currency_id\": \"ATS\", \"value\": 0.0594}]",
          "currency;month;rate;to\nQMD;2024-05;0.5;USD\n");

  private static final String SPICE = "\0<>&\"';,\t\n{}[]=%-+eE9.\uFEFF\u0660\uD800";

  @Property(tries = 3_000)
  void nothingBrokenComesThrough(
      @ForAll @IntRange(max = 6) int file,
      @ForAll long seed,
      @ForAll @IntRange(max = 8) int times) {
    var text = new StringBuilder(FILES.get(file));
    var random = new Random(seed);
    for (int i = 0; i < times && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
        default -> text.insert(at, text.substring(0, random.nextInt(text.length())));
      }
    }
    var quotes = new ArrayList<Quote>();
    var notes = new ArrayList<Note>();
    var sheet = new RateSheet("fuzz", quotes::add, notes::add);
    try {
      RateFileReader.read(
          new BufferedInputStream(
              new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))),
          Optional.empty(),
          sheet);
    } catch (IOException told) {
      assertThat(told).hasMessageNotContaining("\n");
    }

    assertThat(quotes)
        .allSatisfy(q -> assertThat(q.value()).isPositive())
        .allSatisfy(q -> assertThat(q.currency()).matches("[A-Z]{3}"));
    assertThat(sheet.read()).isGreaterThanOrEqualTo(quotes.size());
  }
}
