package org.bandung.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bandung.api.frame.BadQuery;
import org.bandung.api.json.Speech;
import org.bandung.kernel.Messages;
import org.bandung.reference.Reference;
import org.springframework.stereotype.Component;

/// Reads what every request says: its parameters and its language.
@Component
final class Requests {

  private static final String UNREADABLE = Requests.class.getName() + ".unreadable";
  private static final int LONGEST_QUERY = 8_000;

  private final Reference reference;

  Requests(Reference reference) {
    this.reference = reference;
  }

  /// The judged parameters of a request and the reader's language.
  record Asked(Query query, Speech speech) {}

  /// Reads the parameters of a route. Faults wait in the query until the door has read its own.
  ///
  /// @throws TooLong if the query could not be of anybody who means well
  Asked read(HttpServletRequest request, Route route) {
    var text = request.getQueryString();
    if (text != null && text.length() > LONGEST_QUERY) {
      throw new TooLong(LONGEST_QUERY);
    }
    if (!readable(request)) {
      throw new BadQuery(List.of(new BadQuery.Fault("?", "not-text")));
    }
    var query = new Query(request.getParameterMap(), route.parameters(), reference);
    query
        .text(Parameter.LANG)
        .filter(tag -> !Messages.LANGUAGES.contains(tag))
        .ifPresent(tag ->
            query.fault(Parameter.LANG, "not-one-of", String.join(", ", Messages.LANGUAGES)));
    return new Asked(query, new Speech(reference, language(request)));
  }

  /// Whether the server can decode the query: not `?words=%`. It says so only the first time, and
  /// then shows no parameters at all, so the answer is kept with the request.
  private static boolean readable(HttpServletRequest request) {
    if (request.getAttribute(UNREADABLE) != null) {
      return false;
    }
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException e) {
      request.setAttribute(UNREADABLE, true);
      return false; // what the servlet specification throws for parameters that cannot be decoded
    }
  }

  /// The language asked for by `?lang=`, else by the header, else English.
  static String language(HttpServletRequest request) {
    Map<String, String[]> parameters = readable(request) ? request.getParameterMap() : Map.of();
    var asked = parameters.get(Parameter.LANG.word());
    if (asked != null && asked.length == 1 && Messages.LANGUAGES.contains(asked[0])) {
      return asked[0];
    }
    var header = request.getHeader("Accept-Language");
    if (header == null || header.length() > Parameter.LONGEST) {
      return "en";
    }
    try {
      var ranges = Locale.LanguageRange.parse(header);
      var best = Locale.lookup(ranges, locales());
      return best == null ? "en" : best.getLanguage();
    } catch (IllegalArgumentException e) {
      return "en"; // a header that cannot be read says nothing
    }
  }

  private static List<Locale> locales() {
    return Messages.LANGUAGES.stream().map(Locale::forLanguageTag).toList();
  }

  /// A query longer than any that means something.
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int longest;

    TooLong(int longest) {
      super("query longer than " + longest);
      this.longest = longest;
    }

    int longest() {
      return longest;
    }
  }
}
