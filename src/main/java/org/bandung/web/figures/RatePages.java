package org.bandung.web.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.Coverage;
import org.bandung.reference.money.Deflator;
import org.bandung.reference.money.RateFile;
import org.bandung.reference.money.RateMethod;
import org.bandung.reference.money.Rates;
import org.bandung.web.frame.Download;
import org.bandung.web.frame.Visit;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Exchange rates: which there are, from whom, what is missing, and a conversion to try.
@Controller
final class RatePages {

  private static final int MISSING_SHOWN = 6;
  private static final int FILES = 20;
  private static final int ROWS = 600;
  private static final String[] COLUMNS = {
    "currency",
    "currency_name",
    "pivot",
    "source",
    "method",
    "period",
    "from",
    "to",
    "rates",
    "missing",
    "missing_periods"
  };

  private final Rates rates;

  RatePages(Rates rates) {
    this.rates = rates;
  }

  /// What one source tells of one currency.
  ///
  /// @param missing the first periods that lack a rate
  /// @param more how many further ones lack it
  record Row(String name, Coverage told, List<String> missing, int more) {}

  /// A deflator and the years it has.
  record Index(String name, String currency, String source, int first, int last) {}

  @GetMapping("/rates")
  String show(
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String method,
      Visit visit,
      Model model) {
    var known = rates.now();
    var asked = new RateForm(amount, from, to, date, method);
    model.addAttribute("asked", asked);
    model.addAttribute("methods", RateMethod.values());
    model.addAttribute("told", asked.isEmpty() ? null : asked.told(known.rates(), visit.words()));
    var rows = rows(known, visit.words());
    model.addAttribute("rows", rows.subList(0, Math.min(ROWS, rows.size())));
    model.addAttribute("moreRows", Math.max(0, rows.size() - ROWS));
    model.addAttribute("currencies", currencies(known, visit.words()));
    model.addAttribute("total", known.rates().size());
    model.addAttribute("indices", known.deflators().all().stream().map(RatePages::index).toList());
    model.addAttribute("files", known.files().stream().limit(FILES).toList());
    model.addAttribute("moreFiles", Math.max(0, known.files().size() - FILES));
    model.addAttribute("empty", known.files().stream().allMatch(RateFile::deflator));
    return "rates";
  }

  /// Code -> name, of all that can be converted.
  private static Map<String, String> currencies(Rates.Loaded known, Words words) {
    var names = new TreeMap<String, String>();
    known.rates().currencies().forEach(code -> names.put(code, words.currency(code)));
    return names;
  }

  private static List<Row> rows(Rates.Loaded known, Words words) {
    return known.rates().coverage().stream()
        .map(c ->
            new Row(
                words.currency(c.currency()),
                c,
                c.missing().stream().limit(MISSING_SHOWN).map(words::date).toList(),
                Math.max(0, c.missing().size() - MISSING_SHOWN)))
        .sorted(Comparator.comparing(Row::name, words.collator()))
        .toList();
  }

  private static Index index(Deflator deflator) {
    return new Index(
        deflator.name(),
        deflator.currency(),
        deflator.source(),
        deflator.index().firstKey(),
        deflator.index().lastKey());
  }

  @GetMapping("/rates.csv")
  void download(Visit visit, HttpServletResponse response) throws IOException {
    var words = visit.words();
    try (var table = Download.table(response, "rates", COLUMNS)) {
      for (var c : rates.now().rates().coverage()) {
        table.row(
            c.currency(),
            words.currency(c.currency()),
            c.pivot(),
            c.source(),
            c.method().code(),
            c.unit().code(),
            c.first().toString(),
            c.last().toString(),
            c.count(),
            c.unit() == Coverage.Unit.DAY ? null : c.missing().size(),
            String.join(" ", c.missing().stream().map(PartialDate::toString).toList()));
      }
    }
  }
}
