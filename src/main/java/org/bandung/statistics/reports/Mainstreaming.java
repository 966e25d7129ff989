package org.bandung.statistics.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bandung.kernel.PartialDate;
import org.bandung.reference.money.Conversion;
import org.bandung.reference.money.ConversionResult.Converted;
import org.bandung.registry.joint.Resource;

/// What facilitators and United Nations bodies put into South-South cooperation: people, time and
/// money by body and year, each as its body states it and lets everybody read.
///
/// Units are not converted; amounts are, at the mean rate of their year. What cannot be converted
/// is told and not in the sum.
public record Mainstreaming(List<Line> lines) {

  public Mainstreaming {
    lines = List.copyOf(lines);
  }

  /// One sum.
  ///
  /// @param body what the body is called
  /// @param unit of quantity, or the currency
  /// @param sum empty if nothing of it could be converted
  /// @param entries how many statements are in the sum
  /// @param notConverted how many are not
  public record Line(
      Place place, String body, Optional<BigDecimal> sum, int entries, int notConverted) {}

  /// Where a sum stands.
  ///
  /// @param body its id
  public record Place(String body, int year, Resource.Kind kind, String unit)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingInt((Place p) -> -p.year)
            .thenComparing(Place::kind)
            .thenComparing(Place::unit);

    @Override
    public int compareTo(Place other) {
      int byBody = body.compareTo(other.body);
      return byBody != 0 ? byBody : ORDER.compare(this, other);
    }
  }

  private record Part(String body, Optional<BigDecimal> amount) {}

  /// @param currency in which money is told
  public static Mainstreaming of(
      List<Resource.Published> published, String currency, Conversion conversion) {
    Map<Place, List<Part>> parts = new TreeMap<>();
    for (var one : published) {
      var said = one.held().said();
      var quantity = said.figure().quantity();
      if (quantity != null) {
        put(parts, one, quantity.unit(), Optional.of(quantity.number()));
      }
      var amount = said.figure().amount();
      if (amount != null) {
        var converted =
            conversion.convert(amount, PartialDate.ofYear(said.year()), currency)
                    instanceof Converted c
                ? Optional.of(c.amount())
                : currency.equals(amount.currency())
                    ? Optional.of(amount.value())
                    : Optional.<BigDecimal>empty();
        put(parts, one, currency, converted);
      }
    }
    return new Mainstreaming(
        parts.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList());
  }

  private static void put(
      Map<Place, List<Part>> parts,
      Resource.Published one,
      String unit,
      Optional<BigDecimal> amount) {
    var said = one.held().said();
    parts
        .computeIfAbsent(
            new Place(one.held().body(), said.year(), said.kind(), unit), k -> new ArrayList<>())
        .add(new Part(one.body(), amount));
  }

  private static Line line(Place place, List<Part> parts) {
    var told = parts.stream().flatMap(p -> p.amount().stream()).toList();
    return new Line(
        place,
        parts.getFirst().body(),
        told.stream().reduce(BigDecimal::add),
        told.size(),
        parts.size() - told.size());
  }
}
