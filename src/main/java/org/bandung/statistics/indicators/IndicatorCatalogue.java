package org.bandung.statistics.indicators;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bandung.kernel.LocalizedText;
import org.bandung.kernel.Messages;
import org.bandung.kernel.ShippedTable;
import org.bandung.statistics.counting.Dimension;
import org.bandung.statistics.indicators.Indicator.Certainty;
import org.bandung.statistics.indicators.Indicator.Source;
import org.bandung.statistics.indicators.Indicator.Unit;

/// The indicators of the file `statistics/indicators.csv`, in its order.
public final class IndicatorCatalogue {

  private final Map<String, Indicator> indicators = new LinkedHashMap<>();

  private IndicatorCatalogue(List<Indicator> all) {
    all.forEach(i -> {
      if (indicators.put(i.code(), i) != null) {
        throw new IllegalStateException("two indicators are called " + i.code());
      }
    });
  }

  /// The shipped indicators.
  public static IndicatorCatalogue shipped() {
    return new IndicatorCatalogue(
        ShippedTable.read("statistics/indicators.csv").stream()
            .map(IndicatorCatalogue::indicator)
            .toList());
  }

  private static Indicator indicator(NamedCsvRecord row) {
    return new Indicator(
        row.getField("code"),
        text(row, "name"),
        text(row, "definition"),
        row.getField("formula"),
        Unit.valueOf(row.getField("unit").toUpperCase(Locale.ROOT)),
        dimensions(row.getField("dimensions")),
        row.getField("rule"),
        new Source(
            Certainty.valueOf(row.getField("certainty").toUpperCase(Locale.ROOT)),
            row.getField("source"),
            row.getField("address")));
  }

  /// All but a partner, which needs one country named; or those listed.
  private static List<Dimension> dimensions(String listed) {
    return listed.equals("all")
        ? Stream.of(Dimension.values()).filter(d -> d != Dimension.PARTNER).toList()
        : Arrays.stream(listed.split(" "))
            .map(word -> Dimension.named(word).orElseThrow(() -> new IllegalStateException(word)))
            .toList();
  }

  private static LocalizedText text(NamedCsvRecord row, String what) {
    var texts = new TreeMap<String, String>();
    Messages.LANGUAGES.forEach(l -> texts.put(l, row.getField(what + "_" + l)));
    return new LocalizedText(texts);
  }

  /// All indicators.
  public List<Indicator> all() {
    return List.copyOf(indicators.values());
  }

  /// The indicator of that code.
  public Optional<Indicator> find(String code) {
    return Optional.ofNullable(indicators.get(code));
  }
}
