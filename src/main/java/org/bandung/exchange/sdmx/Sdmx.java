package org.bandung.exchange.sdmx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bandung.statistics.counting.Codes;
import org.bandung.statistics.counting.Dimension;

/// Names of SDMX: every question to the figures is a slice of one cube, whose dimensions are the
/// measure and all that figures can be broken down by.
final class Sdmx {

  static final String AGENCY = "BANDUNG";
  static final String VERSION = "1.0";

  /// The dataflow, as SDMX-CSV names it.
  static final String DATAFLOW = AGENCY + ":STATISTICS(" + VERSION + ")";

  /// Everything, each once: no code of the dimension was asked for.
  static final String TOTAL = "_T";

  /// Several codes were asked for together; which, SELECTION says.
  static final String SEVERAL = "_O";

  /// Nobody reported it.
  static final String NOT_REPORTED = "_N";

  /// An amount that cannot be split.
  static final String NOT_SPLIT = "_U";

  /// Does not apply.
  static final String NOT_APPLICABLE = "_Z";

  /// What a question asks for besides codes: two questions that differ in one of these are two
  /// observations. SELECTION tells the filters that the other dimensions do not tell.
  static final List<String> ASKED =
      List.of("UNIT_MEASURE", "PRICES", "RECORDS", "WITHOUT", "SELECTION");

  /// What stands beside an observation.
  static final List<String> ATTRIBUTES =
      List.of("OBS_STATUS", "INITIATIVES", "WITHOUT_FIGURE", "FILTER");

  /// All years that count.
  static final String ALL_YEARS = "1900-01-01/P301Y";

  /// Where the year is what nobody reported.
  static final String NO_YEAR = "0001";

  private Sdmx() {}

  /// The dimensions besides the measure and the time, in their order.
  static List<Dimension> dimensions() {
    return Stream.of(Dimension.values()).filter(d -> d != Dimension.YEAR).toList();
  }

  /// Whether all codes of a dimension are known beforehand; keys of sources and words of records
  /// are not.
  static boolean listed(Dimension dimension) {
    return switch (dimension.names()) {
      case COUNTRY, REGION, GROUPING, SCHEME -> true;
      case CATEGORY, SOURCE, WORD, NUMBER -> false;
    };
  }

  /// The id of a dimension: `RECIPIENT_REGION`.
  static String id(Dimension dimension) {
    return dimension.word().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /// A code as an id of SDMX can be written: letters, digits, `_`, `@`, `$`, `-`; any other sign as
  /// `$` and the hexadecimal number of its UTF-8 bytes, and so is `$` itself.
  static String code(String code) {
    if (code.isEmpty()) {
      return NOT_REPORTED;
    }
    if (code.equals(Codes.NOT_SPLIT)) {
      return NOT_SPLIT;
    }
    var written = new StringBuilder(code.length());
    for (var b : code.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || c == '_'
              || c == '@'
              || c == '-';
      if (plain) {
        written.append(c);
      } else {
        written.append('$').append(String.format(Locale.ROOT, "%02X", b & 0xff));
      }
    }
    return written.toString();
  }

  /// A code as time.
  static String year(String code) {
    return code.isEmpty() ? NO_YEAR : code;
  }

  /// The columns of SDMX-CSV.
  static List<String> columns() {
    var columns = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION", "MEASURE"));
    dimensions().forEach(d -> columns.add(id(d)));
    columns.addAll(ASKED);
    columns.addAll(List.of("TIME_PERIOD", "OBS_VALUE"));
    columns.addAll(ATTRIBUTES);
    return columns;
  }
}
