package org.bandung.exchange.rates;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bandung.exchange.files.Printable;
import org.bandung.exchange.files.UnreadableInput;
import org.bandung.exchange.rates.RateSheet.Cell;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.RateMethod;
import org.jspecify.annotations.Nullable;

/// The European Central Bank's XML: `Cube` elements of the reference rates, or SDMX-ML of its data
/// set EXR, compact or generic. So many of a currency are one of the other.
///
/// A document type is never processed; nothing is resolved or expanded.
final class EcbXml {

  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    FACTORY.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing foreign is read");
    });
  }

  private final RateSheet sheet;
  private final Map<String, String> series = new HashMap<>();
  private Optional<PartialDate> day = Optional.empty();
  private String period = "";
  private boolean inKey;
  private boolean known;

  EcbXml(RateSheet sheet) {
    this.sheet = sheet;
  }

  void read(InputStream in) throws IOException {
    try {
      var xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new UnreadableInput("bandung.rates-doctype");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          start(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT
            && xml.getLocalName().equals("SeriesKey")) {
          inKey = false;
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException broken) {
        throw broken;
      }
      var reason = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
      throw new UnreadableInput("bandung.rates-xml-broken", Printable.of(reason, 120));
    }
    if (!known) {
      throw new UnreadableInput("bandung.rates-unknown", "xml");
    }
  }

  private void start(XMLStreamReader xml) throws IOException {
    switch (xml.getLocalName()) {
      case "Cube" -> cube(xml);
      case "Series" -> {
        series.clear();
        for (int i = 0; i < Math.min(xml.getAttributeCount(), 50); i++) {
          series.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
      }
      case "SeriesKey" -> inKey = true;
      case "Value" -> {
        var id = attribute(xml, "id");
        id = id.isEmpty() ? attribute(xml, "concept") : id;
        if (inKey && series.size() < 50) {
          series.put(id, attribute(xml, "value"));
        }
      }
      case "Obs" -> {
        period = attribute(xml, "TIME_PERIOD");
        if (!attribute(xml, "OBS_VALUE").isEmpty()) {
          observation(xml, attribute(xml, "OBS_VALUE"));
        }
      }
      case "ObsDimension" -> period = attribute(xml, "value");
      case "ObsValue" -> observation(xml, attribute(xml, "value"));
      default -> {
        // what describes the data
      }
    }
  }

  private void cube(XMLStreamReader xml) throws IOException {
    if (!attribute(xml, "time").isEmpty()) {
      day = PartialDate.parse(attribute(xml, "time")).filter(d -> d.day() != 0);
    }
    if (!attribute(xml, "currency").isEmpty()) {
      known = true;
      sheet.take(
          new Cell(
              line(xml),
              attribute(xml, "currency"),
              day,
              RateMethod.FIXING,
              "EUR",
              attribute(xml, "rate"),
              true));
    }
  }

  /// Only spot rates of days, months and years are exchange rates; the data set holds indices too.
  private void observation(XMLStreamReader xml, String value) throws IOException {
    var frequency = series.getOrDefault("FREQ", "");
    var other = series.getOrDefault("CURRENCY_DENOM", "");
    if (other.isEmpty() || !series.getOrDefault("EXR_TYPE", "SP00").equals("SP00")) {
      return;
    }
    known = true;
    var method = method(frequency, series.getOrDefault("EXR_SUFFIX", "A"));
    if (method == null || value.equals("NaN")) {
      return;
    }
    sheet.take(
        new Cell(
            line(xml),
            series.getOrDefault("CURRENCY", ""),
            RateSheet.period(period),
            method,
            other,
            value,
            true));
  }

  private static @Nullable RateMethod method(String frequency, String suffix) {
    return switch (frequency) {
      case "D" -> RateMethod.FIXING;
      case "M", "A" -> suffix.equals("E") ? RateMethod.END_OF_PERIOD : RateMethod.AVERAGE;
      default -> null;
    };
  }

  private static int line(XMLStreamReader xml) {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  private static String attribute(XMLStreamReader xml, String name) {
    var value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
