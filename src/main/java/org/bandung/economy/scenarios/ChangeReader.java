package org.bandung.economy.scenarios;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bandung.economy.preferences.Change;
import org.bandung.economy.preferences.Change.Cut;
import org.bandung.economy.preferences.Change.External;
import org.bandung.economy.preferences.Rate;

/// Reads what is to change.
final class ChangeReader {

  static final String RATES = "rates";
  static final String PREFERENCE = "preference";
  static final String GENERALISED = "generalised";
  static final String AREA = "free-trade-area";
  static final String UNION = "customs-union";
  static final String SIMPLE = "simple-mean";
  static final String WEIGHTED = "weighted-mean";

  /// All kinds, in the order of forms.
  static final List<String> KINDS = List.of(RATES, PREFERENCE, GENERALISED, AREA, UNION);

  private ChangeReader() {}

  static Optional<Change> change(Place place) {
    if (!place.there()) {
      place.fault("missing");
      return Optional.empty();
    }
    if (!place.node().isObject()) {
      place.fault("not-object");
      return Optional.empty();
    }
    if (!place.at("kind").there()) {
      place.at("kind").fault("missing");
    }
    return place.at("kind").word(KINDS).map(kind -> of(kind, place));
  }

  private static Change of(String kind, Place place) {
    return switch (kind) {
      case RATES -> {
        place.object("kind", "rates");
        if (!place.at("rates").there()) {
          place.at("rates").fault("missing");
        }
        yield new Change.Stated(ScenarioReader.rates(place.at("rates")));
      }
      case PREFERENCE -> {
        place.object("kind", "importers", "partners", "products", "margin", "to");
        yield new Change.Preference(importers(place), partners(place), products(place), cut(place));
      }
      case GENERALISED -> {
        place.object("kind", "importers", "partners", "products", "margin", "to");
        yield new Change.Generalised(
            importers(place), partners(place), products(place), cut(place));
      }
      case AREA -> {
        place.object("kind", "members", "products");
        yield new Change.FreeTradeArea(members(place), products(place));
      }
      default -> {
        place.object("kind", "members", "products", "external");
        yield new Change.CustomsUnion(members(place), products(place), external(place));
      }
    };
  }

  private static Set<String> importers(Place place) {
    return place.at("importers").codes(ScenarioText::isRegion, false);
  }

  private static Set<String> partners(Place place) {
    return place.at("partners").codes(ScenarioText::isRegion, true);
  }

  private static Set<String> products(Place place) {
    return place.at("products").codes(ScenarioText::isProduct, false);
  }

  private static Set<String> members(Place place) {
    var members = place.at("members").codes(ScenarioText::isRegion, true);
    if (members.size() == 1) {
      place.at("members").fault("one-member");
    }
    return members;
  }

  private static Cut cut(Place place) {
    var margin = place.at("margin").number(0, 100);
    var to = place.at("to").number(0, Rate.LARGEST);
    if (place.at("margin").there() == place.at("to").there()) {
      place.fault("margin-or-to");
    }
    return margin.isPresent() ? new Cut.Margin(margin.getAsDouble()) : new Cut.To(to.orElse(0));
  }

  private static External external(Place place) {
    var external = place.at("external");
    if (!external.there()) {
      external.fault("missing");
    }
    if (external.node().isNumber()) {
      return new External.Given(external.number(0, Rate.LARGEST).orElse(0));
    }
    return external
        .word(List.of(SIMPLE, WEIGHTED))
        .<External>map(
            w -> w.equals(SIMPLE) ? new External.SimpleMean() : new External.WeightedMean())
        .orElseGet(External.SimpleMean::new);
  }
}
