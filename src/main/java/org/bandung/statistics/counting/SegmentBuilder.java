package org.bandung.statistics.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bandung.reference.Reference;
import org.bandung.statistics.facts.Fact;
import org.bandung.statistics.facts.Fact.Flow;
import org.bandung.statistics.facts.Fact.Share;
import org.jspecify.annotations.Nullable;

/// Turns facts into columns.
final class SegmentBuilder {

  private static final String SECTORS = "k:dac-sector-group:";
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

  private final Codes codes;
  private final Reference reference;
  private final CountryTraits traits;
  final List<String> ids = new ArrayList<>();
  final Map<Dimension, Column.Builder> records = new EnumMap<>(Dimension.class);
  final Map<Dimension, Column.Builder> flows = new EnumMap<>(Dimension.class);
  final Column.Builder pairs = new Column.Builder();
  final List<Boolean> southSouth = new ArrayList<>();
  final List<Boolean> compiled = new ArrayList<>();
  final List<Integer> delays = new ArrayList<>();
  final List<Integer> durations = new ArrayList<>();
  final List<Integer> flowsFrom = new ArrayList<>();
  final List<@Nullable BigDecimal> amounts = new ArrayList<>();
  final List<Integer> currencies = new ArrayList<>();
  final List<Integer> dates = new ArrayList<>();
  final List<Long> quantities = new ArrayList<>();
  final List<Integer> units = new ArrayList<>();
  final List<Integer> partsFrom = new ArrayList<>();
  final List<Integer> partsUpTo = new ArrayList<>();

  SegmentBuilder(Codes codes, Reference reference, CountryTraits traits) {
    this.codes = codes;
    this.reference = reference;
    this.traits = traits;
    for (var dimension : Dimension.values()) {
      if (dimension != Dimension.PARTNER) {
        records.put(dimension, new Column.Builder());
        if (dimension.of() == Dimension.Of.FLOW) {
          flows.put(dimension, new Column.Builder());
        }
      }
    }
    flowsFrom.add(0);
  }

  static Segment build(Codes codes, Reference reference, CountryTraits traits, List<Fact> facts) {
    var builder = new SegmentBuilder(codes, reference, traits);
    facts.forEach(builder::add);
    return new Segment(builder);
  }

  boolean[] flags(List<Boolean> list) {
    var flags = new boolean[list.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = list.get(i);
    }
    return flags;
  }

  private void add(Fact fact) {
    ids.add(fact.id());
    southSouth.add(fact.marks().southSouth());
    compiled.add(fact.marks().compiled());
    delays.add(fact.days().delay());
    durations.add(fact.days().duration());
    fact.sides().forEach(s -> pairs.add(codes.pairs().number(s.country() + ":" + s.role())));
    pairs.endRow();
    sides(fact);
    marks(fact);
    tags(fact);
    years(fact);
    records.values().forEach(Column.Builder::endRow);
    fact.flows().forEach(flow -> parts(fact, flow));
    flowsFrom.add(amounts.size());
  }

  private void put(Map<Dimension, Column.Builder> row, Dimension dimension, String code) {
    var column = Objects.requireNonNull(row.get(dimension));
    int number = codes.of(dimension).number(code);
    if (number != Codes.NOT_REPORTED && !column.has(number)) {
      column.add(number);
    }
  }

  private void sides(Fact fact) {
    for (var side : fact.sides()) {
      put(records, Dimension.COUNTRY, side.country());
      put(records, Dimension.ROLE, side.role());
      boolean dual = side.role().equals("dual");
      if (dual || side.role().equals("provider")) {
        put(records, Dimension.PROVIDER, side.country());
        regions(records, Dimension.PROVIDER_REGION, side.country());
      }
      if (dual || side.role().equals("recipient")) {
        put(records, Dimension.RECIPIENT, side.country());
        regions(records, Dimension.RECIPIENT_REGION, side.country());
        was(records, side.country(), fact.days().statusDay());
      }
      if (dual) {
        put(records, Dimension.DUAL, side.country());
      }
      if (side.role().equals("facilitator")) {
        put(records, Dimension.FACILITATOR, side.country());
      }
      places(records, side.country(), fact.days().statusDay());
    }
  }

  private void regions(Map<Dimension, Column.Builder> row, Dimension dimension, String country) {
    var regions = traits.of(country, Fact.UNKNOWN).regions();
    if (!regions.isEmpty()) {
      put(row, dimension, regions.getFirst());
    }
  }

  private void places(Map<Dimension, Column.Builder> row, String country, int day) {
    regions(row, Dimension.REGION, country);
    var regions = traits.of(country, Fact.UNKNOWN).regions();
    if (regions.size() > 1) {
      put(row, Dimension.SUBREGION, regions.get(1));
    }
    traits.of(country, day).groupings().forEach(g -> put(row, Dimension.GROUPING, g));
  }

  /// What a recipient was at the date.
  private void was(Map<Dimension, Column.Builder> row, String country, int day) {
    var was = traits.of(country, day);
    was.categories().forEach(c -> put(row, Dimension.CATEGORY, c));
    put(row, Dimension.DEVELOPMENT, was.development());
  }

  private void marks(Fact fact) {
    var marks = fact.marks();
    put(records, Dimension.MODALITY, marks.modality());
    put(records, Dimension.SCOPE, marks.scope());
    put(records, Dimension.KIND, marks.kind());
    put(records, Dimension.STATUS, marks.status());
    put(records, Dimension.CONFIRMATION, marks.standing());
    fact.reporters().forEach(r -> put(records, Dimension.REPORTER, r));
    fact.flows()
        .forEach(f -> {
          put(records, Dimension.CONTRIBUTION, f.kind());
          terms(records, f);
        });
  }

  private void tags(Fact fact) {
    for (var tag : fact.facets()) {
      if (tag.startsWith("k:")) {
        int end = tag.indexOf(':', 2);
        classified(fact, tag.substring(2, end), tag.substring(end + 1));
      }
    }
  }

  private void classified(Fact fact, String scheme, String code) {
    switch (scheme) {
      case "cooperation-form" -> form(records, code, untold(fact, code));
      case "dac-sector-group" -> put(records, Dimension.SECTOR, code);
      case "un-domain" -> put(records, Dimension.DOMAIN, code);
      case "segib-sector" -> segib(code);
      case "dac-sector" ->
          reference.crosswalk("dac-sector", code, "segib-sector").forEach(this::segib);
      case "sdg" -> put(records, Dimension.SDG, goal(code));
      default -> {
        // nothing that is counted by
      }
    }
  }

  private static String goal(String code) {
    int dot = code.indexOf('.');
    return dot < 0 ? code : code.substring(0, dot);
  }

  private void segib(String sector) {
    put(records, Dimension.SEGIB_SECTOR, sector);
    reference
        .crosswalk("segib-sector", sector, "segib-area")
        .forEach(area -> put(records, Dimension.SEGIB_AREA, area));
  }

  /// Whether a form stands for anything whose terms are not told: terms go before what a form leads
  /// to.
  private static boolean untold(Fact fact, String form) {
    var flows = fact.flows().stream().filter(f -> f.form().equals(form)).toList();
    return flows.isEmpty() || flows.stream().anyMatch(f -> f.terms().isEmpty());
  }

  private void terms(Map<Dimension, Column.Builder> row, Flow flow) {
    if (!flow.terms().isEmpty()) {
      put(row, Dimension.SDG_17_3_1, flow.terms());
    }
  }

  private void form(Map<Dimension, Column.Builder> row, String code, boolean untold) {
    put(row, Dimension.FORM, code);
    reference
        .crosswalk("cooperation-form", code, "unctad-group")
        .forEach(g -> put(row, Dimension.UNCTAD_GROUP, g));
    reference
        .crosswalk("cooperation-form", code, "tossd-modality")
        .forEach(m -> put(row, Dimension.TOSSD_MODALITY, m));
    if (untold) {
      reference
          .crosswalk("cooperation-form", code, "sdg-17-3-1")
          .forEach(letter -> put(row, Dimension.SDG_17_3_1, letter));
    }
  }

  private void years(Fact fact) {
    if (fact.days().firstYear() != Fact.UNKNOWN) {
      int last = Math.min(fact.days().lastYear(), fact.days().firstYear() + 120);
      for (int year = fact.days().firstYear(); year <= last; year++) {
        put(records, Dimension.YEAR, Integer.toString(year));
      }
    }
  }

  /// The sectors the contribution tells, else those of the initiative if it can be split.
  private void sectors(Fact fact, Flow flow) {
    var shares = flow.sectors().isEmpty() ? fact.sectors() : flow.sectors();
    shared(flows, Dimension.SECTOR, shares);
    if (shares.isEmpty() && fact.facets().stream().anyMatch(SegmentBuilder::namesSector)) {
      put(flows, Dimension.SECTOR, Codes.NOT_SPLIT);
    }
  }

  private static boolean namesSector(String facet) {
    return facet.startsWith(SECTORS) && !facet.endsWith(Codes.UNSAID);
  }

  private void shared(Map<Dimension, Column.Builder> row, Dimension dimension, List<Share> shares) {
    var column = Objects.requireNonNull(row.get(dimension));
    for (var share : shares) {
      column.add(codes.of(dimension).number(share.code()), share.upTo());
    }
  }

  private void parts(Fact fact, Flow flow) {
    for (var part : FlowParts.of(flow, fact.recipients())) {
      partsFrom.add(part.from());
      partsUpTo.add(part.upTo());
      flow(fact, part.flow());
    }
  }

  private void flow(Fact fact, Flow flow) {
    amounts.add(flow.amount() == null || tooLarge(flow.amount()) ? null : flow.amount());
    currencies.add(codes.currencies().number(flow.currency()));
    dates.add(flow.date());
    quantities.add(thousandths(flow.quantity()));
    units.add(flow.quantity() == null ? 0 : codes.units().number(flow.unit()));
    int day = flow.date() != Fact.UNKNOWN ? day(flow.date()) : fact.days().statusDay();
    put(flows, Dimension.CONTRIBUTION, flow.kind());
    if (flow.year() != Fact.UNKNOWN) {
      put(flows, Dimension.YEAR, Integer.toString(flow.year()));
    }
    form(flows, flow.form(), flow.terms().isEmpty());
    terms(flows, flow);
    sectors(fact, flow);
    giver(flow, day);
    receivers(fact, flow, day);
    flows.values().forEach(Column.Builder::endRow);
  }

  /// The first day that a date in one number can mean.
  private static int day(int date) {
    return (int) Segment.date(date).earliest().toEpochDay();
  }

  private void giver(Flow flow, int date) {
    if (!flow.giver().isEmpty()) {
      put(flows, Dimension.COUNTRY, flow.giver());
      put(flows, Dimension.PROVIDER, flow.giver());
      regions(flows, Dimension.PROVIDER_REGION, flow.giver());
      places(flows, flow.giver(), date);
    }
  }

  /// Who receives: the one country told; else, if the initiative has several and cannot be split,
  /// nobody that could be named.
  private void receivers(Fact fact, Flow flow, int date) {
    if (!flow.receiver().isEmpty()) {
      put(flows, Dimension.RECIPIENT, flow.receiver());
      put(flows, Dimension.COUNTRY, flow.receiver());
      regions(flows, Dimension.RECIPIENT_REGION, flow.receiver());
      was(flows, flow.receiver(), date);
      places(flows, flow.receiver(), date);
      return;
    }
    var all = receivers(fact);
    if (all.size() > 1) {
      put(flows, Dimension.RECIPIENT, Codes.NOT_SPLIT);
      // What all of them are, the amount is, whatever falls on each.
      put(flows, Dimension.RECIPIENT_REGION, common(all, this::region));
      put(flows, Dimension.DEVELOPMENT, common(all, c -> traits.of(c, date).development()));
    }
  }

  /// What all are; otherwise it cannot be split.
  private static String common(List<String> countries, UnaryOperator<String> of) {
    var codes = countries.stream().map(of).distinct().toList();
    return codes.size() == 1 ? codes.getFirst() : Codes.NOT_SPLIT;
  }

  private static List<String> receivers(Fact fact) {
    return fact.sides().stream()
        .filter(s -> s.role().equals("recipient") || s.role().equals("dual"))
        .map(Fact.Side::country)
        .distinct()
        .toList();
  }

  private String region(String country) {
    var regions = traits.of(country, Fact.UNKNOWN).regions();
    return regions.isEmpty() ? "" : regions.getFirst();
  }

  private static boolean tooLarge(BigDecimal amount) {
    return amount.precision() - amount.scale() > 15;
  }

  private static long thousandths(@Nullable BigDecimal quantity) {
    if (quantity == null) {
      return Segment.NONE;
    }
    var thousandths = quantity.multiply(THOUSAND).setScale(0, RoundingMode.HALF_EVEN);
    return thousandths.abs().compareTo(LARGEST) > 0 ? Segment.NONE : thousandths.longValue();
  }
}
