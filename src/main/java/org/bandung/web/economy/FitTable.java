package org.bandung.web.economy;

import java.util.List;
import org.bandung.economy.Complementarities.Fits;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;

/// The Southern countries whose trade fits a country's own.
final class FitTable {

  private static final int SHOWN = 15;

  private FitTable() {}

  static Part of(Fits fits, EconomyForm form, EconomyWords words) {
    var told = fits.told();
    var table =
        new EconomyTable.Maker()
            .code("partner")
            .head("name", words.say("col.country"))
            .number("fit_of_exports", words.say("col.fit-of-exports"))
            .number("fit_of_imports", words.say("col.fit-of-imports"))
            .number("similarity", words.say("col.similarity"))
            .number("exports", words.say("col.exports"))
            .number("imports", words.say("col.imports"))
            .number("intensity_of_exports", words.say("col.intensity"));
    for (var fit : fits.partners()) {
      table.later(() ->
          List.of(
              Cell.of(fit.partner()),
              words.countryCell(
                  fit.partner(),
                  PairEconomy.address(fits.country(), fit.partner()) + form.common()),
              words.measureCell(fit.fitOfExports()).drawn(fit.fitOfExports(), "m3"),
              words.measureCell(fit.fitOfImports()).drawn(fit.fitOfImports(), "m3"),
              words.measureCell(fit.similarity()),
              words.valueCell(fit.exports(), told.unit()),
              words.valueCell(fit.imports(), told.unit()),
              words.measureCell(fit.intensityOfExports())));
    }
    boolean products = fits.partners().stream().anyMatch(f -> f.fitOfExports().isPresent());
    return new Part(
        "fits",
        words.say("part.fits"),
        words.say("part.fits.text"),
        null,
        table.show(SHOWN),
        products ? List.of() : List.of(words.say("part.fits.no-products")));
  }
}
