package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bandung.reference.CountryResolution;
import org.bandung.reference.Reference;
import org.bandung.web.frame.Refusal;
import org.jspecify.annotations.Nullable;

/// A report of one table.
///
/// @param address without an ending
/// @param notes how it is counted, what is missing
/// @param warning that its wording is not confirmed; null if it needs none
/// @param table null if something has to be chosen first
/// @param more a second table, of what stands behind the first; null if there is none
record PlainReport(
    String address,
    String name,
    Choice choice,
    List<String> notes,
    @Nullable String warning,
    @Nullable PlainTable table,
    @Nullable PlainTable more) {

  PlainReport {
    notes = List.copyOf(notes);
  }

  /// What the reader chose.
  ///
  /// @param country null if none is chosen, or none can be
  record Choice(@Nullable String country, int from, int to, String in) {

    private static final int MOST_YEARS = 80;

    /// @param usual how many years there are where nobody says
    static Choice of(HttpServletRequest request, Reference reference, int usual) {
      int to = year(request, "to", LocalDate.now(ZoneOffset.UTC).getYear() - 1);
      int from = year(request, "from", to - usual + 1);
      if (from > to || to - from >= MOST_YEARS) {
        throw new Refusal.BadParameter("from");
      }
      var in = text(request, "in");
      if (!in.isEmpty() && !in.matches("[A-Z]{3}")) {
        throw new Refusal.BadParameter("in");
      }
      return new Choice(country(request, reference), from, to, in.isEmpty() ? "USD" : in);
    }

    private static @Nullable String country(HttpServletRequest request, Reference reference) {
      var country = text(request, "country");
      if (country.isEmpty()) {
        return null;
      }
      if (reference.resolveCountry(country) instanceof CountryResolution.Found(var code)) {
        return code.alpha3();
      }
      throw new Refusal.BadParameter("country");
    }

    private static int year(HttpServletRequest request, String parameter, int usual) {
      var given = text(request, parameter);
      if (given.isEmpty()) {
        return usual;
      }
      if (!given.matches("(19|20|21)[0-9]{2}")) {
        throw new Refusal.BadParameter(parameter);
      }
      return Integer.parseInt(given);
    }

    private static String text(HttpServletRequest request, String parameter) {
      return Objects.requireNonNullElse(request.getParameter(parameter), "").strip();
    }

    Set<String> years() {
      var years = new TreeSet<String>();
      for (int year = from; year <= to; year++) {
        years.add(Integer.toString(year));
      }
      return years;
    }

    /// The parameters that choose it again.
    Map<String, String> parameters() {
      var parameters = new LinkedHashMap<String, String>();
      if (country != null) {
        parameters.put("country", country);
      }
      parameters.put("from", Integer.toString(from));
      parameters.put("to", Integer.toString(to));
      parameters.put("in", in);
      return parameters;
    }
  }
}
