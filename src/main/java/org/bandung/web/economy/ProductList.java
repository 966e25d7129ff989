package org.bandung.web.economy;

import java.util.List;
import java.util.Locale;
import org.bandung.economy.Producers;
import org.bandung.economy.Producers.Line;
import org.bandung.economy.Producers.Products;
import org.bandung.web.economy.EconomyPage.Field;
import org.bandung.web.economy.EconomyPage.Heading;
import org.bandung.web.economy.EconomyPage.Link;
import org.bandung.web.economy.EconomyPage.Part;
import org.bandung.web.economy.EconomyTable.Cell;
import org.bandung.web.frame.Dictionary;
import org.bandung.web.frame.Words;
import org.springframework.stereotype.Component;

/// Products that are traded, found by code or name.
@Component
final class ProductList {

  static final String ADDRESS = "/economy/products";

  private static final String TRADE = "products";
  private static final int SHOWN = 200;

  private final EconomyFrame frame;
  private final Producers producers;

  ProductList(EconomyFrame frame, Producers producers) {
    this.frame = frame;
    this.producers = producers;
  }

  EconomyPage of(EconomyForm form, Words in) {
    var words = frame.speaking(in);
    var wish = frame.wish(form, TRADE);
    var search = new Field("words", words.say("form.product"), form.get("words"), List.of());
    var fields = frame.form(form, words, TRADE, frame.years(TRADE, form.get("dataset")), search);
    var heading =
        new Heading(
            List.of(new Link("/economy", words.say("overview.name"))),
            words.say("products.name"),
            words.say("products.lead"));
    var found = producers.all(wish);
    return new EconomyPage(
        ADDRESS,
        form.query(),
        heading,
        fields,
        found.isPresent()
            ? null
            : frame.missing(words, TRADE, words.say("products.missing"), "baci"),
        List.of(),
        found.map(p -> List.of(part(p, form, words))).orElse(List.of()),
        found.map(p -> frame.facts(p.told(), words)).orElse(List.of()),
        frame.onward(words));
  }

  private static Part part(Products products, EconomyForm form, EconomyWords words) {
    var told = products.told();
    var table =
        new EconomyTable.Maker()
            .code("product")
            .head("name", words.say("col.product"))
            .number("exports", words.say("col.world"))
            .number("south_share", words.say("line.south"));
    var typed = Dictionary.fold(form.get("words"));
    int found = 0;
    for (var line : products.lines()) {
      var name = words.product(told.nomenclature(), line.product());
      if (fits(line, name, typed)) {
        found++;
        table.later(() ->
            List.of(
                Cell.of(line.product()),
                Cell.of(name).to(ProductEconomy.address(line.product()) + form.common()),
                words.valueCell(line.total(), told.unit()),
                words.shareCell(line.southShare()).drawn(line.southShare(), "m1")));
      }
    }
    return new Part(
        "products",
        words.say("products.found", found),
        words.say("products.text", Integer.toString(told.year())),
        table.show(SHOWN));
  }

  private static boolean fits(Line line, String name, String typed) {
    return typed.isEmpty()
        || line.product().toLowerCase(Locale.ROOT).startsWith(typed)
        || Dictionary.fold(name).contains(typed);
  }
}
